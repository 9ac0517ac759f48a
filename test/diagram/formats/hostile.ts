import { type Lifecycle, type System, stateOf } from '../../../src/model/index.ts';
import type { Subject } from './machines.ts';

/** What no format may trip over: its own brackets, quotes and arrows, its words, other scripts, ends of lines. */
const statuses: readonly string[] = [
  'plain',
  'end',
  'state',
  'note',
  'class',
  'graph',
  'subgraph',
  '[*]',
  '"quoted"',
  "it's",
  'a --> b',
  'a => b: c;',
  '{braces}',
  '[brackets]',
  '(round)',
  '<b>tag</b>',
  '&amp;',
  '%% comment',
  '# hash',
  '@enduml',
  'back\\slash',
  'two\nlines',
  'tab\there',
  'Grüße 状態 🚚',
  ' spaces ',
  '___',
];

const COMMAND = 'go "on" --> [now] {x}; <y> & %%z';
const REPORT = 'error';

/** A ring of states with hostile names; a command leads round it, a report leads back. */
const ring = (names: readonly string[]) =>
  Object.fromEntries(
    ['null', ...names].map((name, index) => {
      const next = names[index] ?? 'null';
      return [
        name,
        {
          on: {
            [COMMAND]: { target: next, guard: { 'a "fact"': 'yes "or" no', $key: [null, "o'clock"] } },
            [REPORT]: { target: 'null', error: 'code "x" <1>' },
          },
          ...(index === 1 ? { after: { '1h': 'null' } } : {}),
        },
      ];
    }),
  );

const lifecycleOf = (statuses: readonly string[]): Lifecycle => ({
  kind: 'note',
  chart: {
    id: 'hostile-chart',
    states: {
      STATE: { initial: 'null', states: ring(statuses) },
      END: { initial: 'null', states: ring(['end', 'END']) },
      'end note': { initial: 'null', states: { null: { on: { [`entered STATE.${statuses[0]}`]: 'end' } }, end: {} } },
    },
  },
  phases: {
    STATE: Object.fromEntries(statuses.map((status) => [status, `code "${status}"`])),
    END: { end: 1, END: 2 },
  },
  commands: { [COMMAND]: { says: 'goes round', params: { key: { is: { text: true } } }, anyParams: true } },
  reports: { [REPORT]: { says: 'leads back' } },
  rules: {
    [COMMAND]: [
      { gate: 'g "1"', when: { 'a "fact"': '--> end' }, code: 'No --> "way" {out}', mark: 'I' },
      { gate: 'g 2', when: { STATE: stateOf('@enduml') }, code: 7, mark: 'I' },
    ],
  },
  facts: {
    'a "fact"': {
      values: ['yes "or" no', '--> end'],
      usual: 'yes "or" no',
      of: () => 'yes "or" no',
      says: { 'yes "or" no': 'so it is', '--> end': 'the "end"\nis --> near' },
    },
  },
  is: {},
  words: {},
});

const systemOf = (note: Lifecycle): System => ({
  name: 'hostile',
  title: 'A "hostile" system --> end note',
  marks: { I: 'made up' },
  codes: [],
  entities: { note },
  unknownEvent: 'no such "event"',
  ready: [],
  effects: {},
  data: {},
  delays: {},
  links: [],
  searchHints: [],
});

const subjectOf = (statuses: readonly string[]): Subject => {
  const lifecycle = lifecycleOf(statuses);
  return { name: 'hostile labels', system: systemOf(lifecycle), lifecycle };
};

export const hostile = subjectOf(statuses);
/** XState itself takes `#`, `.` and a backslash in a target for something else: no machine can have such states. */
export const hostileToXstate = subjectOf(statuses.filter((status) => !/[#.\\]/.test(status)));
