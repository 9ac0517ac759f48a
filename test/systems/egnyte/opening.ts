import type { Rung } from './ladder.ts';

/** The job of the ladders has agent 1; `job:1` was created before it, with agent 2. */
export const agents = ['agent register version=3.20.0', 'agent:2 register version=3.20.0'];

/** Lines that connect and disconnect an agent or a link. */
export const back = 'agent register version=3.20.0';
export const gone = 'agent disconnect';
export const lost = 'agent link.unstable';
export const found = 'agent link.stable';

/** A fault strikes last. It is armed once every gate is open, and used up. */
export const armed = 'domain fault code=801';

/** The last rungs of a ladder: the last gate opens, the fault strikes, and the command is accepted. */
export const top = (ask: string, mended: string, ...lines: readonly string[]): readonly Rung[] => [
  [mended, [...lines, armed, ask], 801],
  ['the fault has struck', [ask], 'accepted'],
];

/**
 * The rungs that every job command but `create` climbs first (L1 to L3), from a job that was never created to one that
 * exists and whose deletion failed. Throughout, the link is unstable: later gates check that.
 */
export const untilItExists = (
  ask: string,
  create = 'job:2 create',
  opening: readonly string[] = agents,
): readonly Rung[] => [
  ['there is no such job', [...opening, lost, ask], 2017],
  ['its creation failed', [found, create, 'job:2 create.failed code=2010', lost, ask], 2017],
  ['its creation was given up', [found, create, 'job:2 create.stopped', lost, ask], 2017],
  ['it waits for its creation', [found, create, lost, ask], 661],
  ['it is being created', ['job:2 create.started', ask], 661],
  ['its creation is paused', [gone, ask], 677],
  ['it is deleted', [back, 'job:2 create.succeeded', 'job:2 scan.skipped', ...deleted, lost, ask], 2017],
  [
    'it was created anew, and waits for its deletion',
    [found, ...created(create), found, 'job:2 delete', lost, ask],
    661,
  ],
  ['it is being deleted', ['job:2 delete.started', ask], 661],
  ['its deletion is paused', [gone, ask], 678],
];

/** Ends the deletion that `untilItExists` leaves paused: the job exists, and nothing is active in it. */
export const staysAfterAll = [back, 'job:2 delete.failed code=2050', found];

/** Creation and the pre-check scan, which counts one file of one byte. */
export const created = (create: string): readonly string[] => [
  create,
  'job:2 create.started',
  'job:2 create.succeeded',
  'job:2 scan.started',
  'job:2 scan.succeeded files=1 bytes=1',
];

const deleted = [found, 'job:2 delete', 'job:2 delete.started', 'job:2 delete.succeeded'];
