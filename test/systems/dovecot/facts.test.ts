import { describe, expect, test } from 'vitest';
import { dovecot } from '../../../machines/dovecot/index.ts';
import { Simulator } from '../../../src/engine/simulate.ts';
import { readScenario } from '../../../src/scenario/index.ts';
import { answerTo, run } from './run.ts';

/** Lines are separated by ` / `. */
const lines = (text: string): string => text.replaceAll(' / ', '\n');

const COMPLETED = 'given ready / account switch / account final / account exited code=0';
const FAILED = 'given ready / account start / account exited code=65';
const SWITCHED = 'given ready / account switch';
const FULL = 'account:2 enqueue / account:2 start / manager set maxRunning=1';

describe('4: which gate decides when several hold', () => {
  const climbs: Record<string, [before: string, answer: string][]> = {
    'account enqueue': [
      ['account enqueue', 'AlreadyListed'],
      [COMPLETED, 'AlreadyListed'],
      ['given ready / account start', 'AlreadyListed'],
      ['given ready / account remove', 'accepted'],
      ['manager suspend', 'accepted'],
    ],
    'account start': [
      [`${FULL} / manager suspend`, 'NotListed'],
      [`${SWITCHED} / account remove / ${FULL} / manager suspend`, 'RemovedFromList'],
      [`${COMPLETED} / ${FULL} / manager suspend`, 'AlreadyCompleted'],
      [`${SWITCHED} / account final / manager suspend / manager set maxRunning=1`, 'AlreadyRunning'],
      [`${SWITCHED} / account final / account exited code=65 / ${FULL} / manager suspend`, 'ManagerSuspended'],
      [`${SWITCHED} / account final / account exited code=65 / ${FULL}`, 'NeedsReset'],
      [`${SWITCHED} / ${FULL}`, 'BackupAfterCutover'],
      [`given ready / ${FULL}`, 'ConcurrencyLimit'],
      ['given ready', 'accepted'],
      ['account enqueue', 'accepted'],
      ['given ready / account start / account exited code=75', 'accepted'],
    ],
    'account switch': [
      ['manager suspend', 'NotListed'],
      [`${SWITCHED} / account remove`, 'RemovedFromList'],
      [COMPLETED, 'AlreadyCompleted'],
      [`${SWITCHED} / account final`, 'AlreadyRunning'],
      [`${SWITCHED} / account final / account exited code=65`, 'AlreadySwitched'],
      [FAILED, 'NotSynced'],
      ['account enqueue', 'NotSynced'],
      ['given ready / account start / account exited code=75', 'NotSynced'],
      [`given ready / ${FULL} / manager suspend`, 'accepted'],
    ],
    'account final': [
      [`${FULL} / manager suspend`, 'NotListed'],
      [`given ready / account remove / ${FULL} / manager suspend`, 'RemovedFromList'],
      [`${COMPLETED} / ${FULL} / manager suspend`, 'AlreadyCompleted'],
      ['given ready / account start / manager suspend / manager set maxRunning=1', 'AlreadyRunning'],
      [`${FAILED} / ${FULL} / manager suspend`, 'ManagerSuspended'],
      [`${FAILED} / ${FULL}`, 'NeedsReset'],
      [`given ready / ${FULL}`, 'NotCutOver'],
      [`${SWITCHED} / ${FULL}`, 'ConcurrencyLimit'],
      [SWITCHED, 'accepted'],
      [`${SWITCHED} / account final / account exited code=2`, 'accepted'],
      [`${SWITCHED} / account final / account exited code=75`, 'accepted'],
    ],
    'account reset': [
      ['manager suspend', 'NotListed'],
      ['given ready / account remove', 'RemovedFromList'],
      [COMPLETED, 'AlreadyCompleted'],
      ['given ready / account start', 'AlreadyRunning'],
      ['given ready', 'NotFailed'],
      [`${FAILED} / ${FULL} / manager suspend`, 'accepted'],
    ],
    'account credentials.update': [
      ['manager suspend', 'NotListed'],
      ['given ready / account remove', 'RemovedFromList'],
      [COMPLETED, 'AlreadyCompleted'],
      ['given ready / account start', 'accepted'],
      [FAILED, 'accepted'],
      ['account enqueue / manager suspend', 'accepted'],
    ],
    'account remove': [
      ['manager suspend', 'NotListed'],
      ['given ready / account remove', 'RemovedFromList'],
      ['given ready / account start', 'AlreadyRunning'],
      [COMPLETED, 'accepted'],
      [FAILED, 'accepted'],
      ['given ready / manager suspend', 'accepted'],
    ],
    'manager suspend': [
      ['manager suspend', 'AlreadySuspended'],
      ['given ready / account start / account exited code=78', 'AlreadySuspended'],
      ['manager suspend / manager resume', 'accepted'],
    ],
    'manager resume': [
      ['given ready', 'NotSuspended'],
      ['given ready / account start / account exited code=89', 'accepted'],
    ],
    'account no.such': [
      ['manager suspend', 'UnknownEvent'],
      [COMPLETED, 'UnknownEvent'],
    ],
    'manager start': [['manager suspend', 'UnknownEvent']],
    // No command reports to the manager or starts an account's turn: these events are internal.
    'manager exited code=77': [['given ready', 'UnknownEvent']],
    'account turn.came': [['given ready / account start / account exited code=75', 'UnknownEvent']],
  };
  for (const [command, rungs] of Object.entries(climbs)) {
    for (const [before, answer] of rungs) {
      test(`${before} / ${command} => ${answer}`, () => {
        expect(answerTo(lines(`${before} / ${command}`))).toBe(answer);
      });
    }
  }
});

describe('facts, one a line', () => {
  const facts: [fact: string, lines: string][] = [
    ['1: an account is known for ever', 'given ready / account remove / account start => RemovedFromList'],
    [
      '1: accounts do not share their places',
      'given ready / account:2 enqueue => MIGRATION:QUEUED account.MIGRATION:SYNCED',
    ],
    ['2: exit 0 is no error', 'given ready / account start / account exited code=0 => MIGRATION:SYNCED'],
    ['4: a first enqueue routes mail to the old system', 'account enqueue => MIGRATION:QUEUED DELIVERY:OLD PASS:null'],
    [
      '4: enqueued again after the switch: final passes only',
      `${SWITCHED} / account remove / account enqueue => MIGRATION:FINAL_PENDING DELIVERY:NEW PASS:null`,
    ],
    [
      '4: enqueued again: retries are 0',
      'manager set maxRetries=1 / given ready / account start / account exited code=75 / account remove / account enqueue / account start / account exited code=75 => MIGRATION:RETRYING',
    ],
    [
      '4: enqueued again: newer credentials are forgotten',
      'manager set auth=user / given ready / account start / account credentials.update / account exited code=67 / account enqueue / account start / account exited code=77 => MIGRATION:FAILED',
    ],
    [
      '4: reset clears the retries',
      'manager set maxRetries=1 / given ready / account start / account exited code=75 / account start / account exited code=75 / account reset / account start / account exited code=75 => MIGRATION:RETRYING',
    ],
    [
      '4: newer credentials reset what failed with 77 at the limit',
      'manager set auth=user credentials=refreshed maxRetries=0 / given ready / account start / account exited code=77 => MIGRATION:FAILED / account credentials.update => MIGRATION:QUEUED',
    ],
    ['4: newer credentials do not reset another failure', `${FAILED} / account credentials.update => MIGRATION:FAILED`],
    [
      '4: nor one that failed with 77 long ago',
      'manager set auth=user / given ready / account start / account exited code=77 / account reset / account start / account exited code=65 / account credentials.update => MIGRATION:FAILED',
    ],
    [
      '4: newer credentials come with retries 0',
      'manager set auth=user maxRetries=1 / given ready / account start / account exited code=75 / account start / account exited code=77 => MIGRATION:FAILED / account credentials.update / account start / account exited code=75 => MIGRATION:RETRYING',
    ],
    [
      '4: also after the switch',
      'manager set auth=user maxRetries=1 / given ready / account start / account exited code=0 / account switch / account final / account exited code=75 / account final / account exited code=77 => MIGRATION:FAILED / account credentials.update => MIGRATION:FINAL_PENDING / account final / account exited code=75 => MIGRATION:RETRYING',
    ],
    [
      '4: the limit is read when a pass would begin',
      'manager set maxRunning=1 / account enqueue / account:2 enqueue / account start / account:2 start => ConcurrencyLimit / manager set maxRunning=2 / account:2 start => accepted',
    ],
    ['5: code is read as a number', 'given ready / account start / account exited code=075 => 75 MIGRATION:RETRYING'],
    ['5: and so is 000', 'given ready / account start / account exited code=000 => applied MIGRATION:SYNCED'],
    ['5: an exit fits a running account only', 'given ready / account exited code=075 => ignored MIGRATION:SYNCED'],
    [
      '5: 2 clears the retries',
      'manager set maxRetries=1 / given ready / account start / account exited code=75 / account start / account exited code=2 / account start / account exited code=75 => MIGRATION:RETRYING',
    ],
    [
      '5: 0 clears the retries',
      'manager set maxRetries=1 / given ready / account start / account exited code=75 / account start / account exited code=0 / account start / account exited code=75 => MIGRATION:RETRYING',
    ],
    ['5: 66 fails', 'given ready / account start / account exited code=66 => EX_NOINPUT MIGRATION:FAILED'],
    [
      '5: 67 in a degraded user database counts against the limit',
      'manager set identity=degraded maxRetries=0 onRetryLimit=requeue / given ready / account start / account exited code=67 => EX_NOUSER MIGRATION:QUEUED',
    ],
    ['5: 76 is retried', 'given ready / account start / account exited code=76 => EX_PROTOCOL MIGRATION:RETRYING'],
    [
      '5: 77 of the new system suspends whatever the login',
      'manager set auth=user / given ready / account start / account credentials.update / account exited code=77 side=destination => MIGRATION:QUEUED manager.MANAGER:SUSPENDED',
    ],
    [
      '5: 77 of the old system as master suspends, newer credentials or not',
      'given ready / account start / account credentials.update / account exited code=77 side=source => MIGRATION:QUEUED manager.MANAGER:SUSPENDED',
    ],
    [
      '5: 77 with credentials of old fails',
      'manager set auth=user / given ready / account start / account exited code=77 => MIGRATION:FAILED manager.MANAGER:RUNNING',
    ],
    [
      '5: the side matters for 77 only',
      'given ready / account start / account exited code=75 side=destination => MIGRATION:RETRYING manager.MANAGER:RUNNING',
    ],
    [
      '5: newer credentials excuse one 77',
      'manager set auth=user / given ready / account start / account credentials.update / account exited code=77 => MIGRATION:RETRYING / account start / account exited code=77 => MIGRATION:FAILED',
    ],
    [
      '5: newer credentials up to the limit',
      'manager set auth=user maxRetries=0 onRetryLimit=requeue / given ready / account start / account credentials.update / account exited code=77 => 77 MIGRATION:QUEUED',
    ],
    [
      '5: a folder that is refused fails its account, and suspends nothing',
      'given ready / account start / account exited code=77 side=destination cause=folder => 77 MIGRATION:FAILED manager.MANAGER:RUNNING',
    ],
    [
      '5: newer credentials do not excuse a folder',
      'manager set auth=user / given ready / account start / account credentials.update / account exited code=77 cause=folder => MIGRATION:FAILED',
    ],
    [
      '5: nor do they mend one',
      'given ready / account start / account exited code=77 cause=folder / account credentials.update => accepted MIGRATION:FAILED',
    ],
    [
      '5: a login is what is refused where nothing else is said',
      'given ready / account start / account exited code=77 cause=login => MIGRATION:QUEUED manager.MANAGER:SUSPENDED',
    ],
    [
      '5: the cause matters for 77 only',
      'given ready / account start / account exited code=75 cause=folder => MIGRATION:RETRYING',
    ],
    [
      '6: back leaves the retries counted',
      'manager set maxRetries=1 / given ready / account start / account exited code=75 / account start / account exited code=71 => MIGRATION:QUEUED / account start / account exited code=75 => MIGRATION:FAILED',
    ],
    [
      '6: so does a suspension',
      'manager set maxRetries=1 / given ready / account start / account exited code=75 / account start / account exited code=78 / manager resume / account start / account exited code=75 => MIGRATION:FAILED',
    ],
    [
      '6: what runs goes on while all is suspended',
      'given ready / account:2 enqueue / account:2 start / account start / account exited code=78 / account:2 exited code=75 => MIGRATION:RETRYING',
    ],
    [
      '6: the delay of retries is read when it begins',
      'given ready / account start / account exited code=75 / manager set retryAfter=1 / wait 4m => account.MIGRATION:RETRYING / wait 1m => account.MIGRATION:RUNNING',
    ],
    [
      '6: start ends the delay',
      'given ready / account start / account exited code=75 / account start / account exited code=0 / wait 1d => account.MIGRATION:SYNCED',
    ],
    [
      '6: and the waiting',
      'given ready / account start / account exited code=75 / manager suspend / wait 1h / account remove / account enqueue / manager resume => account.MIGRATION:QUEUED',
    ],
    [
      '6: a final pass is retried as a final pass',
      `${SWITCHED} / account final / account exited code=75 / wait 5m => account.MIGRATION:RUNNING account.PASS:FINAL / account exited code=0 => MIGRATION:COMPLETED`,
    ],
    [
      '6: due at once: who became RETRYING first goes first',
      'manager set maxRunning=3 retryAfter=2m / account:b enqueue / account:a enqueue / account:c enqueue / account:b start / account:a start / account:c start / account:b exited code=75 / wait 1m / manager set retryAfter=1m / account:a exited code=75 / manager set maxRunning=1 / wait 1m => account:b.MIGRATION:RETRYING account:a.MIGRATION:RETRYING / account:c exited code=0 => account:b.MIGRATION:RUNNING account:a.MIGRATION:RETRYING',
    ],
    [
      '6: who waits longer goes first, whoever became RETRYING first',
      'manager set retryAfter=10m / account:a enqueue / account:b enqueue / account:a start / account:b start / account:a exited code=75 / manager set retryAfter=1m / account:b exited code=75 / manager suspend / wait 1h / manager set maxRunning=1 / manager resume => account:b.MIGRATION:RUNNING account:a.MIGRATION:RETRYING',
    ],
    [
      '6: no gate is asked: an exit makes room in the very step',
      'manager set maxRunning=1 / account:a enqueue / account:b enqueue / account:a start / account:a exited code=75 / wait 1h / account:a exited code=75 / account:b start / wait 1h => account:a.MIGRATION:RETRYING / account:b exited code=65 => account:a.MIGRATION:RUNNING',
    ],
    ['6: SYNCED waits for ever', 'given ready / wait 365d => account.MIGRATION:SYNCED'],
  ];
  for (const [fact, text] of facts) {
    test(fact, () => {
      expect(run(lines(text)).filter(({ missed }) => missed)).toEqual([]);
    });
  }
});

test('8: what a UI sees', () => {
  const simulator = new Simulator(dovecot);
  const steps = readScenario(
    dovecot,
    lines('given ready / manager set maxRunning=1 / account start / manager suspend'),
  );
  for (const step of steps) simulator.run(step);
  expect(simulator.standing()).toEqual([
    { entity: 'manager:1', phases: { MANAGER: 'SUSPENDED' }, facts: {} },
    {
      entity: 'account:1',
      phases: { MIGRATION: 'RUNNING', DELIVERY: 'OLD', PASS: 'INTERMEDIATE' },
      facts: { managerSuspended: true, limitReached: true },
    },
  ]);
});

describe('what is malformed', () => {
  const malformed = [
    'manager:2 suspend',
    'manager set maxRetries=-1',
    'manager set maxRetries=1.5',
    'manager set maxRunning=0',
    'manager set retryAfter=0',
    'manager set retryAfter=soon',
    'manager set onRetryLimit=fail',
    'manager set auth=none',
    'manager set credentials=newer',
    'manager set identity=ailing',
    'manager set colour=red',
    'account exited',
    'account exited side=source',
    'account exited code=256',
    'account exited code=-1',
    'account exited code=EX_OK',
    'account exited code=77 side=left',
    'account exited code=77 cause=mood',
    'account start now=yes',
  ];
  for (const line of malformed) test(line, () => expect(() => readScenario(dovecot, line)).toThrow());
});
