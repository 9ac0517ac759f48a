import type { Condition, Mark, Pattern, Transition } from '../../src/define/index.ts';

/** A transition for an exit, with the mark of its rule (dovecot 5). */
export interface ExitMove extends Transition {
  readonly mark: Mark;
}

/** While an account is RUNNING, its pass is INTERMEDIATE exactly if DELIVERY is OLD, so `back` may read either. */
const intermediate: Pattern = { PASS: 'INTERMEDIATE' };
const final: Pattern = { PASS: 'FINAL' };

/** A refused folder concerns only its account; a refused login may concern everybody. */
const folder: Pattern = { $code: 77, $cause: 'folder' };
const login: Pattern = { $code: 77, $cause: { not: 'folder' } };
const byDestination: Pattern = { ...login, $side: 'destination' };
const bySource: Pattern = { ...login, $side: { not: 'destination' } };
const byUser: Pattern = { ...bySource, auth: 'user' };

/** Exits after which no account starts a new pass (dovecot 5, 6). The manager's chart uses them too. */
export const suspending: readonly { readonly mark: Mark; readonly when: Pattern }[] = [
  { mark: 'S', when: byDestination },
  { mark: 'S', when: { ...bySource, auth: 'master' } },
  { mark: 'S', when: { $code: 78 } },
  { mark: 'I', when: { $code: 89 } },
];

/** What the exit of a pass does to its account. Except for the last, no two of these overlap (dovecot 5). */
export const exitMoves: readonly ExitMove[] = [
  { mark: 'S', guard: { $code: 0, ...intermediate }, target: 'SYNCED', actions: ['clearRetries'] },
  { mark: 'S', guard: { $code: 0, ...final }, target: 'COMPLETED', actions: ['clearRetries'] },
  { mark: 'S', guard: { $code: 2, ...intermediate }, target: 'SYNCED', error: '$code', actions: ['clearRetries'] },
  { mark: 'S', guard: { $code: 2, ...final }, target: 'FINAL_PENDING', error: '$code', actions: ['clearRetries'] },

  fail('S', { $code: [65, 73] }),
  fail('I', { $code: [64, 66, 70, 134, 139] }),
  fail('I', folder),

  { mark: 'S', guard: { $code: 67, identity: 'healthy' }, target: 'REMOVED', error: '$code' },
  ...retry('S', { $code: 67, identity: 'degraded' }),

  ...retry('S', { $code: 75 }),
  ...retry('I', { $code: [68, 69, 74, 76, 124, 137, 143] }),
  ...back('I', { $code: [71, 72] }),

  ...retry('S', { ...byUser, credentials: 'refreshed' }),
  ...retry('I', { ...byUser, credentials: 'fixed', newerCredentials: 'yes' }),
  fail('S', { ...byUser, credentials: 'fixed', newerCredentials: 'no' }),

  ...suspending.flatMap(({ mark, when }) => back(mark, when, 'suspendAll')),

  // Any other exit: it is not in the table, so its number is kept as the error.
  { mark: 'I', target: 'FAILED', error: '$code' },
];

function fail(mark: Mark, when: Pattern): ExitMove {
  return { mark, guard: when, target: 'FAILED', error: '$code' };
}

/** Retries keep counting, unless an effect is named that resets them. */
function back(mark: Mark, when: Pattern, ...actions: string[]): ExitMove[] {
  const to = (target: string, pass: Condition): ExitMove => ({
    mark,
    guard: { ...when, ...pass },
    target,
    error: '$code',
    ...(actions.length > 0 ? { actions } : {}),
  });
  return [to('QUEUED', intermediate), to('FINAL_PENDING', final)];
}

function retry(mark: Mark, when: Pattern): ExitMove[] {
  const atLimit: Pattern = { ...when, retriesLeft: false };
  return [
    { mark, guard: { ...when, retriesLeft: true }, target: 'RETRYING', error: '$code', actions: ['countRetry'] },
    fail(mark, { ...atLimit, onRetryLimit: 'error' }),
    ...back(mark, { ...atLimit, onRetryLimit: 'requeue' }, 'clearRetries'),
  ];
}
