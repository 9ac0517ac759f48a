import type { Condition, EntityView, Fact, Projection, WorldView } from '../../src/define/index.ts';

/** The most retries of one attempt (dropsuite 4). */
const RETRIES = 25;

/** A task's data outside its chart: the retries of its attempt, and the backup it uses. */
export type TaskData = { retries: number };
export type DrawingData = TaskData & { backup: string };

export const freshTask = (): TaskData => ({ retries: 0 });
export const freshDrawing = (): DrawingData => ({ retries: 0, backup: DEFAULT_BACKUP });
export const taskData = (task: EntityView): TaskData => task.data as TaskData;
export const drawingData = (task: EntityView): DrawingData => task.data as DrawingData;

/** The backup that `start` uses if it names none. */
export const DEFAULT_BACKUP = '1';

const isBackedUp = (world: WorldView, id: string): boolean => world.find('backup', id)?.is('backedUp') === true;

const yesOrNo = [false, true] as const;

const retriesLeft: Fact = {
  values: yesOrNo,
  usual: true,
  shown: false,
  of: ({ self }) => taskData(self).retries < RETRIES,
  says: { true: `the attempt has had fewer than ${RETRIES} retries`, false: `all ${RETRIES} retries are used up` },
};

const needReauthentication: Fact = {
  values: yesOrNo,
  usual: false,
  of: ({ world }) => !world.find('credential', '1')?.is('valid'),
  changedBy: ['credential globalAdminRemoved', 'credential continue'],
  says: { true: "the organization's credential is not VALID", false: "the organization's credential is VALID" },
};

const storageFull: Fact = {
  values: yesOrNo,
  usual: false,
  of: ({ world }) => world.find('subscription', '1')?.is('full') === true,
  changedBy: ['backup start', 'backup started', 'backup spaceFull', 'subscription upgrade'],
  says: { true: "the subscription's storage is FULL", false: "the subscription's storage is AVAILABLE" },
};

const backsUp = ['backup start', 'backup started', 'backup succeeded'];

const backedUp: Fact = {
  values: yesOrNo,
  usual: true,
  of: ({ world, self }) => isBackedUp(world, drawingData(self).backup),
  changedBy: backsUp,
  says: { true: 'the backup that it uses has something in it', false: 'the backup that it uses is empty' },
};

/** The view shows the backup that the task uses; a `start` may name another. */
const namedBackedUp: Fact = {
  values: yesOrNo,
  usual: true,
  usesParams: true,
  of: ({ world, params }) => isBackedUp(world, params.backup ?? DEFAULT_BACKUP),
  changedBy: backsUp,
  says: {
    true: 'the named backup was once COMPLETED or PARTIALLY_COMPLETE',
    false: 'the named backup was never COMPLETED or PARTIALLY_COMPLETE',
  },
};

/** What the tasks' gates and charts read outside their phases (dropsuite 4, 5, 6). */
export const backupFacts = { needReauthentication, storageFull, retriesLeft } as const;
export const drawingFacts = { backedUp, namedBackedUp, retriesLeft } as const;
export const restoreFacts = { ...drawingFacts, needReauthentication } as const;

/** The plain form of `start` names no backup: it uses the one that the view shows. */
export const drawingProjections: readonly Projection[] = [{ ask: { namedBackedUp: false }, as: { backedUp: false } }];

/** A task starts only with a backup that has something in it, and what is in a backup stays. */
export const drawsOnNothing = (phase: string): readonly Condition[] => [{ [phase]: { not: null }, backedUp: false }];
