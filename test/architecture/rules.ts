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
    packages: [],
    packageTypes: ['xstate'],
    why: 'The words that everything shares cannot depend on what is said with them.',
  },
  {
    name: 'src/xstate',
    path: /^src\/xstate\//,
    rooms: ['src/model'],
    packages: ['xstate'],
    why: "The bridge makes an XState machine out of any lifecycle's data, so it may know the data's types and no lifecycle.",
  },
  {
    name: 'machines/SYSTEM',
    path: /^machines\/([^/]+)\//,
    rooms: ['src/model', 'src/xstate'],
    packages: ['xstate'],
    namesSystems: true,
    why: 'A system states facts: what it needs of another system, the engine or the machine it runs on is not one of its facts.',
  },
  {
    name: 'machines/index.ts',
    path: /^machines\/(?:index|lazy)\.ts$/,
    rooms: ['src/model', 'machines/SYSTEM'],
    packages: [],
    namesSystems: true,
    why: 'The registry lists the systems and does nothing else.',
  },
  {
    name: 'src/engine',
    path: /^src\/engine\//,
    rooms: ['src/model'],
    packages: ['xstate'],
    why: 'The engine reads whatever facts it is given, so it knows no system, no file format, no face and no clock but its own.',
  },
  {
    name: 'src/scenario',
    path: /^src\/scenario\//,
    rooms: ['src/model'],
    packages: ['xstate', 'fastest-levenshtein'],
    why: 'Reading a scenario turns text into steps; running them is the work of the engine.',
  },
  {
    name: 'src/diagram',
    path: /^src\/diagram\//,
    rooms: ['src/model'],
    packages: ['elkjs'],
    why: 'A picture is text made of values, whoever found them.',
  },
  {
    name: 'src/gate',
    path: /^src\/gate\//,
    rooms: ['src/model'],
    packages: [],
    why: 'A gate answers in a browser: what it imports is what every page that uses it has to load.',
  },
  {
    name: 'src/index.ts',
    path: /^src\/index\.ts$/,
    rooms: ['machines/index.ts', 'src/model', 'src/xstate', 'src/engine', 'src/scenario', 'src/diagram', 'src/gate'],
    packages: ['xstate'],
    namesSystems: true,
    why: 'A program that imports the package gets all of it but the faces, and can run where there is no Node.',
  },
  {
    name: 'src/testing',
    path: /^src\/testing\//,
    rooms: ['machines/index.ts', 'src/index.ts', 'src/model', 'src/engine', 'src/scenario', 'src/gate'],
    packages: ['fast-check'],
    packageTypes: ['vitest'],
    namesSystems: true,
    why: 'What a test of a user imports: it may lean on the test tools that the user has, and is loaded by nothing else.',
  },
  {
    name: 'src/cli',
    path: /^src\/cli\//,
    rooms: ['machines/index.ts', 'src/index.ts', 'src/model', 'src/engine', 'src/scenario', 'src/diagram', 'src/gate'],
    packages: ['fastest-levenshtein', 'csv-parse', 'playwright-core', '@resvg/resvg-wasm', 'dejavu-fonts-ttf'],
    packageTypes: ['sarif'],
    node: true,
    namesSystems: true,
    why: 'The command line is the one face that may touch the machine, and reaches the systems through their registry.',
  },
  {
    name: 'src/web',
    path: /^src\/web\//,
    rooms: ['machines/index.ts', 'src/index.ts', 'src/model', 'src/engine', 'src/scenario', 'src/diagram'],
    packages: [],
    namesSystems: true,
    why: 'The playground runs in a browser, and reaches the systems through their registry.',
  },
  {
    name: 'src/build',
    path: /^src\/build\//,
    rooms: ['machines/index.ts', 'src/model', 'src/engine', 'src/gate'],
    packages: ['rolldown'],
    node: true,
    why: 'What makes the package out of the sources is not in the package.',
  },
];

/** Where the rooms are. A module in one of these folders that is in no room is a finding. */
export const trees = ['src', 'machines'] as const;
