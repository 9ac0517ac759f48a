import { works } from './gating.js';

/**
 * The twelve wrong variants: what is wrong with each, and what a check of it has to find, no more and no less. A finding is
 * a command, what the page does (`enabled`, or the code that it gives), and what is right (`accepted`, or the code).
 * `brings` is what is found of a job without a schedule, `withSchedule` what else is found where it has one.
 */

const product = (commands, pages, models) =>
  commands.flatMap((command) => pages.flatMap((page) => models.map((model) => `${command}: ${page}, not ${model}`)));

const eachStart = (pages, models) =>
  works.flatMap((work) => product([`${work.word}.start`], pages(work), models(work)));
const eachStop = (pages, models) => works.flatMap((work) => product([`${work.word}.stop`], pages(work), models(work)));
const codesOf = (name, words) => [
  ...new Set(works.filter(({ word }) => words.includes(word)).map(({ codes }) => codes[name])),
];
const allBut = (...words) => works.map(({ word }) => word).filter((word) => !words.includes(word));

/** What the gates behind that of the agent, of the destination, and of the scan can say of a start. */
const behindScan = ({ word }) => [
  'enabled',
  ...(['copy', 'sync', 'migrateData'].includes(word) ? [629, 640] : []),
  628,
  693,
];
const behindConflict = (work) => [
  ...behindScan(work),
  ...(['copy', 'sync', 'migrateData', 'emptyFolders'].includes(work.word) ? [643] : []),
  ...(['sanitize', 'copy', 'emptyFolders'].includes(work.word) ? [655] : []),
];
const behindAgent = (work) => [...behindConflict(work), 632];

/** Held while the agent is there: suspended, or awaiting review. Other work is held by the agent's absence alone. */
const heldBesideAgent = ['copy', 'sync', 'migrateData'];

export const faults = [
  {
    name: 'wrong-order',
    says: 'asks whether the agent is there before it asks for its upgrade: the right refusal, with the wrong code',
    brings: eachStart(
      ({ codes }) => [codes.agentAway],
      () => [680, 681],
    ),
  },
  {
    name: 'forgets-stopping',
    says: 'offers to stop what is stopping already',
    brings: eachStop(
      () => ['enabled'],
      ({ codes }) => [codes.stopping],
    ),
  },
  {
    name: 'ignores-agent',
    says: 'offers work while the agent is away',
    brings: eachStart(behindAgent, ({ codes }) => [codes.agentAway]),
  },
  {
    name: 'skipped-is-not-scanned',
    says: 'takes a scan that was skipped for one that is missing',
    brings: works
      .filter(({ word }) => ['sanitize', 'copy', 'emptyFolders'].includes(word))
      .flatMap((work) =>
        product(
          [`${work.word}.start`],
          [655],
          behindScan(work).map((each) => (each === 'enabled' ? 'accepted' : each)),
        ),
      ),
  },
  {
    name: 'forgets-review',
    says: 'never offers to confirm: a True-Up that awaits review looks paused to it',
    brings: product(['sync.confirm'], [620], ['accepted', 681, 689, 693]),
  },
  {
    name: 'deletes-while-active',
    says: 'offers to delete a job while a command is active in it',
    brings: [
      ...product(['delete'], ['enabled', 681], [661, ...codesOf('stopping', allBut()), ...codesOf('held', allBut())]),
      ...product(['delete'], [693], [661, ...codesOf('stopping', allBut()), ...codesOf('held', heldBesideAgent)]),
    ],
  },
  {
    name: 'ignores-link',
    says: "offers work while the agent's link is unstable",
    brings: eachStart(
      () => ['enabled'],
      () => [693],
    ),
  },
  {
    name: 'paused-is-finished',
    says: 'takes paused work for finished work, and does not offer to stop it',
    brings: eachStop(
      ({ codes }) => [codes.notRunning],
      () => ['accepted'],
    ),
  },
  {
    name: 'forgets-scheduler',
    says: 'offers a schedule where the agent runs none',
    brings: product(['schedule.create'], ['enabled'], [516]),
  },
  {
    name: 'ignores-conflict',
    says: 'offers work into the destination of another job',
    brings: eachStart(behindConflict, () => [632]),
  },
  {
    name: 'starts-beside',
    says: 'offers to simulate permissions beside any other active command',
    brings: [
      ...product(
        ['simulatePermissions.start'],
        ['enabled', 628, 632, 681, 691, 693],
        ['inProgress', 'stopping'].flatMap((code) => codesOf(code, allBut('permissions', 'simulatePermissions'))),
      ),
      ...product(['simulatePermissions.start'], ['enabled', 628, 632, 693], codesOf('held', heldBesideAgent)),
      ...product(
        ['simulatePermissions.start'],
        [681, 691],
        codesOf('held', allBut('permissions', 'simulatePermissions')),
      ),
    ],
  },
  {
    name: 'forgets-transport',
    says: 'takes a copy whose transport is suspended for one that runs',
    brings: [
      ...eachStart(
        () => [652],
        () => [670],
      ),
      ...eachStart(
        () => [673],
        () => [675],
      ),
      ...product(['config.update', 'delete'], [661], [670, 675]),
      ...product(['copy.stop', 'migrateData.stop'], [693], ['accepted']),
    ],
    withSchedule: product(['schedule.stop'], [693], ['accepted']),
  },
];
