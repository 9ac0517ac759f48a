import type { Code, Condition, Mark, Refusal } from '../../src/define/index.ts';
import { faultNames, faults } from './faults.ts';

/** A gate: the code that refuses, when, and the mark where it is not that of most gates, F. */
export type Gate = readonly [code: Code, when: Condition, mark?: Mark, effect?: string];

/** The refusals of one command, in order: the first that holds is the answer. */
export const refusals = (...gates: readonly Gate[]): readonly Omit<Refusal, 'gate'>[] =>
  gates.map(([code, when, mark = 'F', effect]) => ({ when, code, mark, ...(effect === undefined ? {} : { effect }) }));

/** What every request meets on its way, before anybody looks at what it asks for (rulebook 3, gates 1 to 7). */
export const arrival: readonly Gate[] = [
  ...faultNames.map((name): Gate => [faults[name], { fault: name }, 'S', 'useUpFault']),
  ['server issue: host header not received from client', { $host: 'missing' }],
  ['server issue: database lookup failed', { nodeStatus: [null, 'REMOVED'] }],
  ['server issue: node reassignment', { nodeStatus: 'DRAINING' }],
  ['server issue: database marked as down', { nodeStatus: 'DOWN' }],
  ['server issue: database is not healthy', { nodeStatus: 'UNHEALTHY' }],
  [16, { $client: 'old' }, 'S'],
  [
    1,
    { all: [{ $api: { not: [null, '1.1', '1.5'] } }], called: 'the version in the path is neither 1.1 nor 1.5' },
    'I',
  ],
  [
    401,
    {
      any: [{ $auth: 'wrong' }, { registered: false }],
      called: 'the request is not well signed, or whoever signs is not registered',
    },
  ],
  [5, { ownedByAnother: true }, 'S'],
];

/** Batches came with 1.5 (gate 8). */
export const noBatches: Gate = [11, { $api: '1.1' }, 'I'];

/** Gate 9, of all requests but a storage's. */
export const collectionName: Gate = [13, { collectionNameFits: false }, 'S'];

export const modifiedSince: Gate = [412, { modified: true }];

/** What is asked of a list of items (rulebook 4, BODY and then HEADERS). */
export const list: readonly Gate[] = [
  [6, { $body: 'notJson' }, 'S'],
  [8, { any: [{ $body: 'invalid' }, { idTwice: true }] }],
  [1, { headers: 'unreadable' }, 'S'],
  [17, { headers: 'tooLarge' }],
];
