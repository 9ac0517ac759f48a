import type { EventSpec, Lifecycle, System } from '../../src/model/index.ts';

const takes = (params: EventSpec['params'] = {}): EventSpec => ({ says: '', params });

const toyLifecycle = (kind: string, parts: Partial<Lifecycle>): Lifecycle => ({
  kind,
  chart: { id: `toy-${kind}`, states: {} },
  phases: {},
  commands: {},
  reports: {},
  rules: {},
  is: {},
  facts: {},
  words: {},
  ...parts,
});

const job = toyLifecycle('job', {
  phases: { SCAN: { QUEUED: 1, RUNNING: 2, STOPPED: 3 }, COPY: { RUNNING: null } },
  commands: {
    'scan.start': takes(),
    'scan.stop': takes(),
    create: takes({
      agent: { is: { id: true }, required: true },
      destination: { is: { text: true } },
      name: { is: { text: true, filled: true } },
      mode: { is: { one: ['fast', 'careful', 'dry'] } },
      size: { is: { whole: { min: 1, max: 100 } } },
      count: { is: { whole: {} }, anyValue: true },
      keep: { is: { span: { min: 60 } } },
      version: { is: { matching: '^\\d+\\.\\d+$', called: 'a version such as 1.2' } },
    }),
    change: { ...takes({ speed: { is: { whole: {} } }, colour: { is: { text: true } } }), atLeastOne: true },
    tune: { says: '', anyParams: true, params: { speed: { is: { whole: {} }, required: true } } },
  },
  reports: { 'scan.started': takes(), failed: takes({ code: { is: { one: ['650', '651'] }, required: true } }) },
});

const manager = toyLifecycle('manager', {
  singleton: '1',
  phases: { MANAGER: { ON: null, OFF: null } },
  commands: { set: takes({ limit: { is: { whole: {} } } }) },
});

/** Names that every object inherits: they have to be ordinary words. */
const inherited = toyLifecycle('constructor', {
  phases: Object.fromEntries([['__proto__', { toString: null }]]),
  commands: Object.fromEntries([
    ['hasOwnProperty', takes(Object.fromEntries([['__proto__', { is: { text: true } }]]))],
  ]),
});

const row = (code: number | string, name: string) =>
  ({ code, name, category: 'Toys', kind: 'state-rejection', mark: 'S', meaning: '' }) as const;

/** A system for tests of reading: every form of parameter, an open event, codes with blanks and colons. */
export const toy: System = {
  name: 'toy',
  title: 'Toy',
  marks: {},
  codes: [
    row(0, 'NOTHING'),
    row(650, 'SCAN_INPROGRESS'),
    row(651, 'SCAN: RUNNING'),
    row('server issue: pool exhausted', 'POOL_EXHAUSTED'),
    row('TotpEnabled', 'TotpEnabled'),
  ],
  entities: {
    job,
    manager,
    hub: toyLifecycle('hub', { singleton: 'main' }),
    server: toyLifecycle('server', {}),
    constructor: inherited,
  },
  unknownEvent: 0,
  ready: [
    '# the usual opening',
    'job create agent=1   => accepted',
    'wait 5m',
    '',
    'job scan.start => accepted SCAN:RUNNING',
  ],
  effects: {},
  delays: {},
  links: [],
  data: {},
  searchHints: [],
};
