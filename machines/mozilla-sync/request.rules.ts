import type { Code, Condition, Mark, Refusal } from '../../src/define/index.ts';
import { faultNames, faults } from './faults.ts';

/** A gate: the code that refuses, the condition, and the mark if it is not F, like most. */
export type Gate = readonly [code: Code, when: Condition, mark?: Mark, effect?: string];

/** The refusals of one command, in order; the first that holds decides. */
export const refusals = (...gates: readonly Gate[]): readonly Omit<Refusal, 'gate'>[] =>
  gates.map(([code, when, mark = 'F', effect]) => ({ when, code, mark, ...(effect === undefined ? {} : { effect }) }));

/** What every request passes on its way to a server that knows its path (mozilla-sync 3, gates 1 to 5). */
export const route: readonly Gate[] = [
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
];

/** Who signed the request, and who owns what it names (mozilla-sync 3, gates 6 and 7). */
export const signature: readonly Gate[] = [
  [
    401,
    {
      any: [{ $auth: 'wrong' }, { registered: false }],
      called: 'the request is not signed correctly, or the signer is not registered',
    },
  ],
  [5, { ownedByAnother: true }, 'S'],
];

export const arrival: readonly Gate[] = [...route, ...signature];

/** Batches came with 1.5 (gate 8). */
export const noBatches: Gate = [11, { $api: '1.1' }, 'I'];

/** Gate 9, for every request except a storage's. */
export const collectionName: Gate = [13, { collectionNameFits: false }, 'S'];

export const modifiedSince: Gate = [412, { modified: true }];

/** The body, then the headers, of a list of items (mozilla-sync 4.2, 4.3). */
export const list: readonly Gate[] = [
  [17, { requestTooLarge: true }],
  [8, { any: [{ $body: ['notJson', 'invalid'] }, { idTwice: true }] }],
  [0, { headers: 'unreadable' }],
  [17, { headers: 'tooLarge' }],
];
