import { describe, expect, test } from 'vitest';
import { changesOf } from './run.ts';

/** The changes and errors that a step lists (dovecot 2, 5, 6): of a pass's exit, or of what led to it. */
const INTERMEDIATE = 'given ready\naccount start\n';
const FINAL = 'given ready\naccount switch\naccount final\n';

const exits: [code: number, name: string, intermediate: string, final: string][] = [
  [2, 'DOVEADM_EX_CHANGED', 'SYNCED', 'FINAL_PENDING'],
  [64, 'EX_USAGE', 'FAILED', 'FAILED'],
  [65, 'EX_DATAERR', 'FAILED', 'FAILED'],
  [66, 'EX_NOINPUT', 'FAILED', 'FAILED'],
  [67, 'EX_NOUSER', 'REMOVED', 'REMOVED'],
  [68, 'EX_NOHOST', 'RETRYING', 'RETRYING'],
  [69, 'EX_UNAVAILABLE', 'RETRYING', 'RETRYING'],
  [70, 'EX_SOFTWARE', 'FAILED', 'FAILED'],
  [71, 'EX_OSERROR', 'QUEUED', 'FINAL_PENDING'],
  [72, 'EX_OSFILE', 'QUEUED', 'FINAL_PENDING'],
  [73, 'EX_CANTCREAT', 'FAILED', 'FAILED'],
  [74, 'EX_IOERR', 'RETRYING', 'RETRYING'],
  [75, 'EX_TEMPFAILE', 'RETRYING', 'RETRYING'],
  [76, 'EX_PROTOCOL', 'RETRYING', 'RETRYING'],
  [124, 'TIMEDOUT', 'RETRYING', 'RETRYING'],
  [134, 'SIGABRT', 'FAILED', 'FAILED'],
  [137, 'SIGKILL', 'RETRYING', 'RETRYING'],
  [139, 'SIGSEGV', 'FAILED', 'FAILED'],
  [143, 'SIGTERM', 'RETRYING', 'RETRYING'],
  [1, 'Unlisted', 'FAILED', 'FAILED'],
  [63, 'Unlisted', 'FAILED', 'FAILED'],
  [79, 'Unlisted', 'FAILED', 'FAILED'],
  [255, 'Unlisted', 'FAILED', 'FAILED'],
];

const suspending: [code: number, name: string][] = [
  [77, 'EX_NOPERM'],
  [78, 'EX_CONFIG'],
  [89, 'FATAL_DEFAULT'],
];

describe('an exit, with the initial settings', () => {
  for (const [code, name, intermediate, final] of exits) {
    for (const [pass, opening, status] of [
      ['intermediate', INTERMEDIATE, intermediate],
      ['final', FINAL, final],
    ] as const) {
      test(`${code} in ${pass} passes`, () => {
        expect(changesOf(`${opening}account exited code=${code}`)).toEqual([
          `account:1 MIGRATION ${status} ${code} ${name}`,
        ]);
      });
    }
  }
  for (const [code, name] of suspending) {
    for (const [pass, opening, status] of [
      ['intermediate', INTERMEDIATE, 'QUEUED'],
      ['final', FINAL, 'FINAL_PENDING'],
    ] as const) {
      test(`${code} in ${pass} passes`, () => {
        expect(changesOf(`${opening}account exited code=${code}`)).toEqual([
          `account:1 MIGRATION ${status} ${code} ${name}`,
          `manager:1 MANAGER SUSPENDED ${code} ${name}`,
        ]);
      });
    }
    test(`${code} while the manager is suspended`, () => {
      const text = `${INTERMEDIATE}manager suspend\naccount exited code=${code}`;
      expect(changesOf(text)).toEqual([`account:1 MIGRATION QUEUED ${code} ${name}`]);
    });
  }
});

describe('what is listed, and what is not', () => {
  const listed: [fact: string, text: string, changes: string[]][] = [
    ['exit 0 is no error', `${INTERMEDIATE}account exited code=0`, ['account:1 MIGRATION SYNCED']],
    ['nor in a final pass', `${FINAL}account exited code=0`, ['account:1 MIGRATION COMPLETED']],
    ['a manager that runs is no change', 'manager set maxRunning=5', []],
    ['a first enqueue', 'account enqueue', ['account:1 DELIVERY OLD', 'account:1 MIGRATION QUEUED']],
    [
      'enqueued again: PASS goes silently',
      'given ready\naccount remove\naccount enqueue',
      ['account:1 MIGRATION QUEUED'],
    ],
    ['a first pass', 'account enqueue\naccount start', ['account:1 MIGRATION RUNNING', 'account:1 PASS INTERMEDIATE']],
    ['a second one of the same kind', INTERMEDIATE, ['account:1 MIGRATION RUNNING']],
    ['the switch', 'given ready\naccount switch', ['account:1 DELIVERY NEW', 'account:1 MIGRATION FINAL_PENDING']],
    ['a first final pass', FINAL, ['account:1 MIGRATION RUNNING', 'account:1 PASS FINAL']],
    [
      'a retry begins without an error',
      `${INTERMEDIATE}account exited code=75\nwait 5m`,
      ['account:1 MIGRATION RUNNING'],
    ],
    ['a reset has no error', `${INTERMEDIATE}account exited code=64\naccount reset`, ['account:1 MIGRATION QUEUED']],
    ['a suspension by hand has no error', 'manager suspend', ['manager:1 MANAGER SUSPENDED']],
    [
      'the limit: in error',
      `manager set maxRetries=0\n${INTERMEDIATE}account exited code=75`,
      ['account:1 MIGRATION FAILED 75 EX_TEMPFAILE'],
    ],
    [
      'the limit: back',
      `manager set maxRetries=0 onRetryLimit=requeue\n${FINAL}account exited code=75`,
      ['account:1 MIGRATION FINAL_PENDING 75 EX_TEMPFAILE'],
    ],
    [
      'one makes room for the other: only the exit is an error',
      'manager set maxRunning=1\naccount:a enqueue\naccount:b enqueue\naccount:a start\naccount:a exited code=75\naccount:b start\nwait 5m\naccount:b exited code=65',
      ['account:a MIGRATION RUNNING', 'account:b MIGRATION FAILED 65 EX_DATAERR'],
    ],
    [
      'several begin in one wait, each at its time',
      'given ready\naccount start\naccount:2 enqueue\naccount:2 start\naccount exited code=75\nwait 1m\naccount:2 exited code=75\nwait 1h',
      ['account:1 MIGRATION RUNNING', 'account:2 MIGRATION RUNNING'],
    ],
  ];
  for (const [fact, text, changes] of listed) test(fact, () => expect(changesOf(text.trim())).toEqual(changes));
});
