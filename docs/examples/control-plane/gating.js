/** Which buttons may be pressed. */
export function enabledIn({ phases, facts }) {
  const { MIGRATION: now, DELIVERY: delivery } = phases;
  const listed = now !== null && now !== 'REMOVED';
  const open = listed && now !== 'COMPLETED';
  const startable = open && now !== 'RUNNING' && now !== 'FAILED' && !facts.managerSuspended && !facts.limitReached;
  return {
    enqueue: !listed,
    start: startable && delivery !== 'NEW',
    switch: now === 'SYNCED' && delivery !== 'NEW',
    final: startable && delivery === 'NEW',
    reset: now === 'FAILED',
    'credentials.update': open,
    remove: listed && now !== 'RUNNING',
  };
}
