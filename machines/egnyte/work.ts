import type { Code, Condition, EventSpec } from '../../src/define/index.ts';

/** One of the eight commands that run in a job (egnyte 2.2): its word, its phase, and its codes. */
export interface Work {
  readonly word: Word;
  readonly phase: string;
  /** Its name in sentences. */
  readonly label: string;
  /** What its start does. */
  readonly does: string;
  readonly inProgress: Code;
  readonly stopUnrequired: Code;
  readonly stopInProgress: Code;
  readonly stopRequired: Code;
  readonly agentInactive: Code;
}

export type Word =
  | 'scan'
  | 'sanitize'
  | 'copy'
  | 'sync'
  | 'permissions'
  | 'simulatePermissions'
  | 'migrateData'
  | 'emptyFolders';

export const works = [
  work('scan', 'SCAN', 'the scan', 'scans the source', 650, 656, 663, 668, 686),
  work(
    'sanitize',
    'SANITIZE',
    'sanitizing',
    'renames at the source what the destination cannot take',
    651,
    657,
    664,
    669,
    687,
  ),
  work('copy', 'MIGRATE_DATA', 'the copy', 'copies the data', 652, 658, 665, 670, 688),
  work('sync', 'DATA_SYNC', 'True-Up', 'starts True-Up: copies what changed since', 653, 659, 666, 671, 689),
  work(
    'permissions',
    'MIGRATE_PERMISSIONS',
    'Migrate Permissions',
    'migrates the permissions',
    654,
    660,
    667,
    672,
    691,
  ),
  work(
    'simulatePermissions',
    'SIMULATE_PERMISSIONS',
    'Simulate Permissions',
    'tries the migration of permissions out',
    654,
    660,
    667,
    672,
    691,
  ),
  work(
    'migrateData',
    'META_MIGRATE_DATA',
    'Migrate Data',
    'starts Migrate Data as a whole: scan, sanitize, copy, empty folders',
    673,
    676,
    674,
    675,
    688,
  ),
  work(
    'emptyFolders',
    'CREATE_EMPTY_FOLDERS',
    'Create Empty Folders',
    'creates the empty folders',
    682,
    683,
    684,
    685,
    690,
  ),
] as const;

function work(
  word: Word,
  phase: string,
  label: string,
  does: string,
  inProgress: Code,
  stopUnrequired: Code,
  stopInProgress: Code,
  stopRequired: Code,
  agentInactive: Code,
): Work {
  return { word, phase, label, does, inProgress, stopUnrequired, stopInProgress, stopRequired, agentInactive };
}

type WorkCommand = `${Word}.start` | `${Word}.stop`;
type Besides = { readonly [command: string]: Partial<EventSpec> };
type Commands<More> = {
  readonly [Name in WorkCommand]: { readonly says: string } & (Name extends keyof More ? More[Name] : unknown);
} & Omit<More, WorkCommand>;

/**
 * The start and stop commands, in the order of the works. `besides` adds to the specs of some, and commands after them.
 */
export function workCommands<const More extends Besides>(besides: More): Commands<More> {
  const commands = works.flatMap(({ word, label, does }) => {
    const both: Besides = { [`${word}.start`]: { says: does }, [`${word}.stop`]: { says: `stops ${label}` } };
    const more = Object.keys(besides).filter((name) => name.startsWith(`${word}.`));
    return [...new Set([...Object.keys(both), ...more])].map((name) => [name, { ...both[name], ...besides[name] }]);
  });
  return Object.fromEntries(commands) as Commands<More>;
}

/** The two ways to transfer a copy's data; their phase moves with MIGRATE_DATA. */
export const transports = { upload: 'DATA_UPLOAD', async: 'ASYNC_COPY' } as const;

const noneSuspended = { DATA_UPLOAD: { not: 'SUSPENDED' }, ASYNC_COPY: { not: 'SUSPENDED' } } as const;
export const transportSuspended: Condition = {
  any: [{ DATA_UPLOAD: 'SUSPENDED' }, { ASYNC_COPY: 'SUSPENDED' }],
  called: 'the transport is suspended',
};

/** The statuses of a command's phase while the command is active. */
const live = ['QUEUED', 'RUNNING', 'STOPPING', 'PAUSED'];
const liveIn = (phase: string): string[] => (phase === 'DATA_SYNC' ? [...live, 'SUSPENDED'] : live);

/**
 * While Migrate Data is active, its steps run in other commands' phases. Those commands do not count as active then.
 */
const asOwnCommand = ({ word }: Work): Condition =>
  word === 'migrateData' ? {} : { META_MIGRATE_DATA: { not: live } };
const hasTransport = ({ word }: Work): boolean => word === 'copy' || word === 'migrateData';

const called = (name: string, condition: Condition): Condition => ({ all: [condition], called: name });

/** This command is the active one. */
export const isActive = (work: Work): Condition =>
  called(`${work.label} is the active command`, { ...asOwnCommand(work), [work.phase]: liveIn(work.phase) });

export const isNotActive = (work: Work): Condition => ({
  none: [isActive(work)],
  called: `${work.label} is not the active command`,
});

export const isStopping = (work: Work): Condition =>
  called(`${work.label} is stopping`, { ...asOwnCommand(work), [work.phase]: 'STOPPING' });

/** Its phase is PAUSED or SUSPENDED, or its transport is SUSPENDED. */
export function isHeld(work: Work): Condition {
  const paused = {
    ...asOwnCommand(work),
    [work.phase]: work.phase === 'DATA_SYNC' ? ['PAUSED', 'SUSPENDED'] : 'PAUSED',
  };
  if (!hasTransport(work)) {
    return called(`${work.label} is ${work.phase === 'DATA_SYNC' ? 'paused or suspended' : 'paused'}`, paused);
  }
  const suspended = { all: [{ ...asOwnCommand(work), [work.phase]: 'RUNNING' }, transportSuspended] };
  return called(`${work.label} is paused, or its transport is suspended`, { any: [paused, suspended] });
}

/** QUEUED or RUNNING, and not held. */
export function isBusy(work: Work): Condition {
  const busy = { ...asOwnCommand(work), [work.phase]: ['QUEUED', 'RUNNING'] };
  return called(`${work.label} is queued or running`, hasTransport(work) ? { ...busy, ...noneSuspended } : busy);
}

/** Its phase is RUNNING and it is not held. */
export function isRunning(work: Work): Condition {
  const running = { ...asOwnCommand(work), [work.phase]: 'RUNNING' };
  return called(`${work.label} is running`, hasTransport(work) ? { ...running, ...noneSuspended } : running);
}

/** Some command of the job is active. */
export const anyActive: Condition = { any: works.map(isActive), called: 'a command is active' };
