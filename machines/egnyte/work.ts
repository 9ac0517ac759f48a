import type { Code, Condition, EventSpec } from '../../src/define/index.ts';
import { reasonFor } from './params.ts';

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
    'renames at the source what the destination does not accept',
    651,
    657,
    664,
    669,
    687,
  ),
  work('copy', 'MIGRATE_DATA', 'the copy', 'copies the data', 652, 658, 665, 670, 688),
  work(
    'sync',
    'DATA_SYNC',
    'True-Up',
    'starts True-Up: copies what has changed since the last copy',
    653,
    659,
    666,
    671,
    689,
  ),
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
    'tries out the migration of permissions',
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

type Besides = { readonly [event: string]: Partial<EventSpec> };
type Events<Own, More> = {
  readonly [Name in keyof Own]: Own[Name] & (Name extends keyof More ? More[Name] : unknown);
} & Omit<More, keyof Own>;
type Says = { readonly says: string };

/**
 * The start and stop commands, in the order of the works. `besides` adds to the specs of some, and commands after them.
 */
export const workCommands = <const More extends Besides>(besides: More) =>
  eventsOf<{ readonly [Name in `${Word}.${'start' | 'stop'}`]: Says }, More>(
    ({ label, does }) => ({ start: { says: does }, stop: { says: `stops ${label}` } }),
    besides,
  );

/** The reports of a command's progress, in the order of the works, with `besides` as for the commands. */
export const workReports = <const More extends Besides>(besides: More) =>
  eventsOf<
    { readonly [Name in `${Word}.${'started' | 'succeeded' | 'stopped'}`]: Says } & {
      readonly [Name in `${Word}.failed`]: ReturnType<typeof failed>;
    },
    More
  >(
    ({ label }) => ({
      started: { says: `${label} runs` },
      succeeded: { says: `${label} is complete` },
      failed: failed(label),
      stopped: { says: `${label} has stopped` },
    }),
    besides,
  );

export const failed = (label: string) =>
  ({
    says: `${label} failed, for the reason given`,
    params: { code: reasonFor(`${label.replace(/^the /, 'a ')} fails`) },
  }) as const;

function eventsOf<Own, const More extends Besides>(
  own: (work: Work) => { readonly [event: string]: EventSpec },
  besides: More,
): Events<Own, More> {
  const events = works.flatMap((work) => {
    const named: Besides = Object.fromEntries(
      Object.entries(own(work)).map(([event, spec]) => [`${work.word}.${event}`, spec]),
    );
    const more = Object.keys(besides).filter((name) => name.startsWith(`${work.word}.`));
    return [...new Set([...Object.keys(named), ...more])].map((name) => [name, { ...named[name], ...besides[name] }]);
  });
  return Object.fromEntries(events) as Events<Own, More>;
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

/** Some command of the job is active. Whether it is Migrate Data or one of its steps makes no difference to that. */
export const anyActive: Condition = {
  any: works.map(({ phase }) => ({ [phase]: liveIn(phase) })),
  called: 'a command is active',
};
