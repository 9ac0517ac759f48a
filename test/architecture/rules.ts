/** A room of the house: which modules live there, and what they may lean on. */
export interface Room {
  /** As it stands in a message, and in other rooms' `rooms`. */
  readonly name: string;
  /** Which paths are in it. A capture group tells apart the folders of rooms that must not see each other. */
  readonly path: RegExp;
  /** The rooms that its modules may import, besides their own. */
  readonly rooms: readonly string[];
  /** The packages that they may import. */
  readonly packages: readonly string[];
  /** The packages of which they may import types only. */
  readonly packageTypes?: readonly string[];
  /** May it import modules of Node, and modules whose name is known only at run time? */
  readonly node?: true;
  /** May it import modules whose name is known only at run time, though none of Node? */
  readonly loads?: true;
  /** May a string in it be the name of a system? */
  readonly namesSystems?: true;
  /** Why the arrows are drawn so, in one sentence. */
  readonly why: string;
}

/** The rooms in the order of the data's way: words, facts, work, pictures, faces. */
export const rooms: readonly Room[] = [
  {
    name: 'src/model',
    path: /^src\/model\//,
    rooms: [],
    packages: ['fastest-levenshtein'],
    packageTypes: ['xstate'],
    why: 'The words that everything shares cannot depend on what is said with them.',
  },
  {
    name: 'src/condition',
    path: /^src\/condition\//,
    rooms: ['src/model'],
    packages: [],
    why: 'A condition is data, and whoever reads it needs no engine: a gate in a page, a guard of XState, a picture.',
  },
  {
    name: 'src/xstate',
    path: /^src\/xstate\//,
    rooms: ['src/model', 'src/condition'],
    packages: ['xstate'],
    why: "The bridge makes an XState machine out of any lifecycle's data, so it may know the data's types and no lifecycle.",
  },
  {
    name: 'src/define',
    path: /^src\/define\//,
    rooms: ['src/model', 'src/condition', 'src/scenario'],
    packages: [],
    why: 'A definition is looked through before anything runs, so nothing that runs is needed for that.',
  },
  {
    name: 'machines/SYSTEM',
    path: /^machines\/([^/]+)\//,
    rooms: ['src/define', 'src/xstate'],
    packages: ['xstate'],
    namesSystems: true,
    why: 'A system states facts with the words that anybody has who defines one: the public ones.',
  },
  {
    name: 'machines/index.ts',
    path: /^machines\/(?:index|lazy|shipped)\.ts$/,
    rooms: ['src/model', 'src/define', 'src/reach', 'machines/SYSTEM'],
    packages: [],
    namesSystems: true,
    why: 'The registry lists the systems and does nothing else.',
  },
  {
    name: 'src/engine',
    path: /^src\/engine\//,
    rooms: ['src/model', 'src/condition'],
    packages: [],
    why: 'The engine takes one step in whatever facts it is given, so it knows no system, no file format, no face and no clock but its own.',
  },
  {
    name: 'src/space',
    path: /^src\/space\//,
    rooms: ['src/model', 'src/condition', 'src/engine'],
    packages: [],
    why: 'A space is every step of the engine; who searches it or counts in it stands behind it.',
  },
  {
    name: 'src/search',
    path: /^src\/search\//,
    rooms: ['src/model', 'src/condition', 'src/engine', 'src/space'],
    packages: [],
    why: 'A shortest way is found in a space or in a world, and says nothing of why it was wanted.',
  },
  {
    name: 'src/reach',
    path: /^src\/reach\//,
    rooms: ['src/model', 'src/condition', 'src/engine', 'src/space', 'src/search'],
    packages: [],
    why: 'What is reached and answered is worked out in a browser as well; who shows it stands behind it.',
  },
  {
    name: 'src/answers',
    path: /^src\/answers\//,
    rooms: ['src/model', 'src/condition', 'src/engine', 'src/space', 'src/search', 'src/reach'],
    packages: [],
    why: 'What a person asks is answered from what is reached, in one way for the command line, for programs and for pages.',
  },
  {
    name: 'src/gate',
    path: /^src\/gate\//,
    rooms: ['src/model', 'src/condition'],
    packages: [],
    why: 'A gate answers in a browser: what it imports is what every page that uses it has to load.',
  },
  {
    name: 'src/gating',
    path: /^src\/gating\//,
    rooms: ['src/model', 'src/condition', 'src/engine', 'src/space', 'src/search', 'src/reach'],
    packages: [],
    why: 'A predicate is held against the model, wherever it comes from: a module, a table or a page.',
  },
  {
    name: 'src/matrix',
    path: /^src\/matrix\//,
    rooms: ['src/model', 'src/condition', 'src/engine', 'src/space', 'src/gating'],
    packages: [],
    why: 'The matrix is counted in a space; how it is printed is the concern of the faces.',
  },
  {
    name: 'src/stepper',
    path: /^src\/stepper\//,
    rooms: ['src/model', 'src/condition', 'src/engine', 'src/space'],
    packages: [],
    why: 'The stepper is a space as tables, and is its own door: it drags in no search.',
  },
  {
    name: 'src/scenario',
    path: /^src\/scenario\//,
    rooms: ['src/model'],
    packages: [],
    why: 'Reading a scenario turns text into steps; running them is the work of the engine.',
  },
  {
    name: 'src/session',
    path: /^src\/session\//,
    rooms: ['src/model', 'src/condition', 'src/engine', 'src/scenario', 'src/diagram'],
    packages: [],
    why: 'A session is a scenario that is still being written: it reads lines and runs them, for whichever face plays it.',
  },
  {
    name: 'src/link',
    path: /^src\/link\//,
    rooms: ['src/model'],
    packages: [],
    why: 'Addresses are written by the pages of the site and read by the playground, which do not know each other.',
  },
  {
    name: 'src/diagram',
    path: /^src\/diagram\//,
    rooms: ['src/model', 'src/condition'],
    packages: ['elkjs'],
    why: 'A picture is text made of values, whoever found them.',
  },
  {
    name: 'src/page',
    path: /^src\/page\//,
    rooms: ['src/model', 'src/condition', 'src/engine', 'src/gating', 'src/scenario'],
    packages: ['playwright-core'],
    node: true,
    why: 'A live page is asked through a browser, which is the one thing that the gating check itself must not need.',
  },
  {
    name: 'src/laws',
    path: /^src\/laws\//,
    rooms: [
      'src/model',
      'src/condition',
      'src/define',
      'src/engine',
      'src/space',
      'src/search',
      'src/scenario',
      'src/xstate',
    ],
    packages: ['xstate'],
    why: 'A law holds for every system: it looks at what the data says and at what the engine does, whatever the face.',
  },
  {
    name: 'src/core.ts',
    path: /^src\/core\.ts$/,
    rooms: [
      'src/model',
      'src/condition',
      'src/define',
      'src/xstate',
      'src/engine',
      'src/search',
      'src/reach',
      'src/answers',
      'src/gating',
      'src/stepper',
      'src/scenario',
      'src/session',
      'src/diagram',
      'src/gate',
    ],
    packages: [],
    why: 'A page that imports it with one system must not bundle the others, so it loads none.',
  },
  {
    name: 'src/index.ts',
    path: /^src\/(?:index|systems|shipped-answers)\.ts$/,
    rooms: ['machines/index.ts', 'src/core.ts', 'src/model', 'src/scenario', 'src/reach'],
    packages: [],
    namesSystems: true,
    why: 'A program that imports the package gets the core with the registry, and can run where there is no Node.',
  },
  {
    name: 'src/server',
    path: /^src\/server\//,
    rooms: [
      'src/index.ts',
      'src/model',
      'src/condition',
      'src/engine',
      'src/reach',
      'src/answers',
      'src/gating',
      'src/gate',
      'src/scenario',
      'src/session',
    ],
    packages: ['hono', 'msw'],
    why: 'A request becomes a step of a session. It answers in a browser too, where there is no Node.',
  },
  {
    name: 'src/testing',
    path: /^src\/testing\//,
    rooms: [
      'machines/index.ts',
      'src/index.ts',
      'src/model',
      'src/condition',
      'src/engine',
      'src/gating',
      'src/scenario',
      'src/gate',
      'src/laws',
    ],
    packages: ['fast-check'],
    packageTypes: ['vitest'],
    namesSystems: true,
    why: 'What a test of a user imports: it may lean on the test tools that the user has, and is loaded by nothing else.',
  },
  {
    name: 'src/cli',
    path: /^src\/cli\//,
    rooms: [
      'machines/index.ts',
      'src/index.ts',
      'src/model',
      'src/condition',
      'src/engine',
      'src/space',
      'src/search',
      'src/reach',
      'src/answers',
      'src/gating',
      'src/matrix',
      'src/page',
      'src/scenario',
      'src/session',
      'src/diagram',
      'src/gate',
      'src/define',
      'src/laws',
      'src/server',
      'src/reach',
      'src/link',
      'src/site',
    ],
    packages: [
      'fastest-levenshtein',
      'csv-parse',
      'es-module-lexer',
      '@hono/node-server',
      '@resvg/resvg-wasm',
      'dejavu-fonts-ttf',
    ],
    packageTypes: ['sarif'],
    node: true,
    namesSystems: true,
    why: 'The command line is the one face that may touch the machine, and reaches the systems through their registry.',
  },
  {
    name: 'src/web',
    path: /^src\/web\//,
    rooms: [
      'machines/index.ts',
      'src/model',
      'src/define',
      'src/reach',
      'src/scenario',
      'src/session',
      'src/diagram',
      'src/link',
    ],
    packages: ['preact', '@preact/signals', 'minisearch'],
    loads: true,
    namesSystems: true,
    why: 'The playground runs in a browser, and reaches the systems through their registry.',
  },
  {
    name: 'src/site',
    path: /^src\/site\//,
    rooms: ['src/model', 'src/condition', 'src/engine', 'src/reach', 'src/diagram', 'src/link'],
    packages: [],
    why: 'The pages are text made of the data of whatever systems they are given; who writes or serves them is the command line.',
  },
  {
    name: 'src/build',
    path: /^src\/build\//,
    rooms: ['machines/index.ts', 'src/model', 'src/gating', 'src/gate'],
    packages: ['rolldown'],
    node: true,
    why: 'What makes the package out of the sources is not in the package.',
  },
];

/** Where the rooms are. A module in one of these folders that is in no room is a finding. */
export const trees = ['src', 'machines'] as const;

/** What `src/core.ts` declares for a system's value, under the name of what it wraps, and `src/index.ts` for its name too. */
export const publicForms: readonly string[] = [
  'can',
  'catalogue',
  'diagram',
  'explain',
  'gate',
  'gateOf',
  'judge',
  'openSession',
  'simulate',
  'stepper',
  'viewFromCodes',
  'worldAfter',
];
