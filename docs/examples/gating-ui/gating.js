/**
 * When this page offers which command of a job, written by hand as a front-end team would write it: from the vendor's
 * documentation, over the view of the job. It does not ask the model: it is what is held against it.
 *
 * A command has gates, asked in order. A gate looks at the view and gives a refusal, or nothing where it lets the
 * command through. The first refusal counts.
 */

/** The commands that run in a job: WORD.start, WORD.stop, the phase, and the vendor's codes. */
export const works = [
  {
    word: 'scan',
    phase: 'SCAN',
    label: 'Scan',
    codes: { inProgress: 650, notRunning: 656, stopping: 663, held: 668, agentAway: 686 },
  },
  {
    word: 'sanitize',
    phase: 'SANITIZE',
    label: 'Sanitize',
    codes: { inProgress: 651, notRunning: 657, stopping: 664, held: 669, agentAway: 687 },
  },
  {
    word: 'copy',
    phase: 'MIGRATE_DATA',
    label: 'Copy',
    codes: { inProgress: 652, notRunning: 658, stopping: 665, held: 670, agentAway: 688 },
  },
  {
    word: 'sync',
    phase: 'DATA_SYNC',
    label: 'True-Up',
    codes: { inProgress: 653, notRunning: 659, stopping: 666, held: 671, agentAway: 689 },
  },
  {
    word: 'permissions',
    phase: 'MIGRATE_PERMISSIONS',
    label: 'Migrate Permissions',
    codes: { inProgress: 654, notRunning: 660, stopping: 667, held: 672, agentAway: 691 },
  },
  {
    word: 'simulatePermissions',
    phase: 'SIMULATE_PERMISSIONS',
    label: 'Simulate Permissions',
    codes: { inProgress: 654, notRunning: 660, stopping: 667, held: 672, agentAway: 691 },
  },
  {
    word: 'migrateData',
    phase: 'META_MIGRATE_DATA',
    label: 'Migrate Data',
    codes: { inProgress: 673, notRunning: 676, stopping: 674, held: 675, agentAway: 688 },
  },
  {
    word: 'emptyFolders',
    phase: 'CREATE_EMPTY_FOLDERS',
    label: 'Empty folders',
    codes: { inProgress: 682, notRunning: 683, stopping: 684, held: 685, agentAway: 690 },
  },
];

/** Words whose start writes to the destination, needs a scan, or is bound by the limits on files and bytes. */
const toDestination = ['copy', 'sync', 'migrateData', 'emptyFolders'];
const needsScan = ['sanitize', 'copy', 'emptyFolders'];
const withinLimits = ['copy', 'sync', 'migrateData'];

const workOf = (word) => works.find((work) => work.word === word);
const refusal = (code, reason) => ({ code, reason });

/** What the gates ask of a view. */
export const right = {
  isUnderWay: (status) => status === 'QUEUED' || status === 'RUNNING',

  /** The work of the active command, if there is one. */
  active: ({ facts }) => (facts.active === null ? undefined : workOf(facts.active)),

  isActive: (view, work) => view.facts.active === work.word,

  isStopping: ({ phases }, { phase }) => phases[phase] === 'STOPPING',

  isSuspended: ({ phases }, { word, phase }) =>
    phases[phase] === 'SUSPENDED' ||
    ((word === 'copy' || word === 'migrateData') &&
      (phases.DATA_UPLOAD === 'SUSPENDED' || phases.ASYNC_COPY === 'SUSPENDED')),

  /** It neither goes on by itself nor ends by itself. */
  isHeld: (view, work, ui) => view.phases[work.phase] === 'PAUSED' || ui.isSuspended(view, work),

  /** The agent works on it, so that stopping it needs the agent. */
  isRunning: (view, work, ui) => view.phases[work.phase] === 'RUNNING' && !ui.isHeld(view, work, ui),

  isScanned: ({ phases }) => phases.SCAN === 'SUCCEEDED' || phases.SCAN === 'SKIPPED',

  isThere: ({ phases }) => phases.CREATE_MIGRATION === 'SUCCEEDED' && phases.FINALIZE_MIGRATION !== 'SUCCEEDED',

  awaitsReview: ({ facts }) => facts.awaitingReview,

  // The gates.

  exists({ phases }) {
    const created = ['QUEUED', 'RUNNING', 'PAUSED', 'SUCCEEDED'].includes(phases.CREATE_MIGRATION);
    if (!created || phases.FINALIZE_MIGRATION === 'SUCCEEDED') return refusal(2017, 'The job does not exist.');
  },

  settled({ phases }, _, ui) {
    if (ui.isUnderWay(phases.CREATE_MIGRATION)) return refusal(661, 'The job is being created.');
    if (phases.CREATE_MIGRATION === 'PAUSED') return refusal(677, 'The creation of the job is paused.');
    if (ui.isUnderWay(phases.FINALIZE_MIGRATION)) return refusal(661, 'The job is being deleted.');
    if (phases.FINALIZE_MIGRATION === 'PAUSED') return refusal(678, 'The deletion of the job is paused.');
  },

  /** No command is active: for the start of another. */
  free(view, _, ui) {
    const work = ui.active(view);
    if (!work) return;
    if (ui.isStopping(view, work)) return refusal(work.codes.stopping, `${work.label} is stopping.`);
    if (ui.isHeld(view, work, ui)) return refusal(work.codes.held, `${work.label} is on hold: stop it first.`);
    return refusal(work.codes.inProgress, `${work.label} is in progress.`);
  },

  /** No command is active: for a change of the job itself. */
  idle(view, work, ui) {
    const found = ui.free(view, work, ui);
    const active = ui.active(view);
    return active && found?.code === active.codes.inProgress ? refusal(661, found.reason) : found;
  },

  isNew(view, _, ui) {
    if (ui.isThere(view)) return refusal(505, 'The job exists already.');
  },

  agentKnown({ agent }) {
    if (agent === null) return refusal(502, 'There is no agent.');
  },

  upgrade({ facts }) {
    if (facts.agentUpgrade === 'RUNNING') return refusal(680, 'The agent is being upgraded.');
    if (facts.agentUpgrade === 'SCHEDULED') return refusal(681, 'The agent waits for its upgrade.');
  },

  agent({ agent }, work) {
    if (agent !== 'ACTIVE') return refusal(work ? work.codes.agentAway : 692, 'The agent is not active.');
  },

  conflict({ facts }) {
    if (facts.destinationConflict) return refusal(632, 'Another job has the same destination.');
  },

  forbidden({ facts }, { word }) {
    if (toDestination.includes(word) && facts.destinationForbidden) {
      return refusal(643, 'The destination may not be written.');
    }
  },

  scanned(view, { word }, ui) {
    if (needsScan.includes(word) && !ui.isScanned(view)) return refusal(655, 'Scan the source first.');
  },

  limits({ facts }, { word }) {
    if (!withinLimits.includes(word)) return;
    if (facts.filesOverLimit) return refusal(629, 'The source has too many files.');
    if (facts.bytesOverLimit) return refusal(640, 'The source has too many bytes.');
  },

  otherJobs({ facts }) {
    if (facts.activeJobsAtLimit) return refusal(628, 'As many other jobs are active as may be.');
  },

  link({ facts }) {
    if (facts.linkUnstable) return refusal(693, "The agent's link is unstable.");
  },

  linkOfActiveAgent(view, work, ui) {
    if (view.agent === 'ACTIVE') return ui.link(view, work, ui);
  },

  linkOfRunning(view, work, ui) {
    if (ui.isRunning(view, work, ui)) return ui.link(view, work, ui);
  },

  running(view, work, ui) {
    if (!ui.isActive(view, work)) return refusal(work.codes.notRunning, `${work.label} is not running.`);
  },

  notStopping(view, work, ui) {
    if (ui.isStopping(view, work)) return refusal(work.codes.stopping, `${work.label} is stopping already.`);
  },

  underReview(view, _, ui) {
    if (!ui.awaitsReview(view)) return refusal(620, 'There is nothing to confirm.');
  },

  /** An upgrade that runs has put the agent away, which is answered next. */
  noUpgradeScheduled({ facts }) {
    if (facts.agentUpgrade === 'SCHEDULED') return refusal(681, 'The agent waits for its upgrade.');
  },

  agentOfSync({ agent }) {
    if (agent !== 'ACTIVE') return refusal(689, 'The agent is not active.');
  },

  unscheduled({ phases }) {
    if (['CREATED', 'RUNNING', 'PAUSED', 'STOPPING'].includes(phases.SCHEDULE_JOB)) {
      return refusal(511, 'The job has a schedule already.');
    }
  },

  scheduler({ facts }) {
    if (!facts.schedulerEnabled) return refusal(516, "The agent's scheduler is off.");
  },

  scheduled({ phases }) {
    if (!['CREATED', 'RUNNING', 'PAUSED'].includes(phases.SCHEDULE_JOB)) return refusal(620, 'There is no schedule.');
  },

  /** While a schedule runs, the active command is the one that it has started; before, it has nothing to stop. */
  linkOfScheduled(view, _, ui) {
    const work = ui.active(view);
    if (view.phases.SCHEDULE_JOB === 'RUNNING' && work) return ui.linkOfRunning(view, work, ui);
  },

  /** The gates of each command by name, in the order in which they are asked. */
  orders: {
    start: [
      'exists',
      'settled',
      'free',
      'upgrade',
      'agent',
      'conflict',
      'forbidden',
      'scanned',
      'limits',
      'otherJobs',
      'link',
    ],
    stop: ['exists', 'settled', 'running', 'notStopping', 'linkOfRunning'],
    create: ['settled', 'isNew', 'agentKnown', 'upgrade', 'agent', 'link'],
    'config.update': ['exists', 'settled', 'idle'],
    delete: ['exists', 'settled', 'idle', 'upgrade', 'linkOfActiveAgent'],
    'sync.confirm': ['exists', 'settled', 'underReview', 'noUpgradeScheduled', 'agentOfSync', 'link'],
    'schedule.create': ['exists', 'settled', 'unscheduled', 'scheduler'],
    'schedule.stop': ['exists', 'settled', 'scheduled', 'linkOfScheduled'],
  },
};

/** Every command of a job that the page has a control for. */
export const commands = [
  'create',
  'config.update',
  'delete',
  ...works.flatMap(({ word }) => [`${word}.start`, `${word}.stop`]),
  'sync.confirm',
  'schedule.create',
  'schedule.stop',
];

/**
 * A gating: does the page offer this command here, and if not, with which code and reason? `instead` replaces some of what
 * is right, which is how the wrong variants are made.
 */
export function gating(instead = {}) {
  const ui = { ...right, ...instead };
  return (command, view) => {
    const [word, verb] = command.split('.');
    const gates = ui.orders[command] ?? ui.orders[verb];
    for (const gate of gates) {
      const found = ui[gate](view, workOf(word), ui);
      if (found) return { enabled: false, ...found };
    }
    return { enabled: true };
  };
}

export default gating();
