// A sixth system is added to a copy of the tree and run there, as somebody would who adds one.
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systems } from '../../machines/index.ts';
import { check } from '../architecture/check.ts';
import { Misuse } from './misuse.ts';
import { type Ran, run } from './run.ts';
import { scaffold } from './scaffold.ts';

const root = join(import.meta.dirname, '../..');
const modules = join(root, 'node_modules');
const MINUTES = 60_000;

/** A system is no more than what it stands on, and the tests that every system has to pass. */
const needed = [
  ...['src', 'machines', 'package.json', 'biome.json', '.gitignore', 'vitest.config.ts'],
  ...['tsconfig.json', 'tsconfig.build.json'],
  ...['architecture', 'golden', 'laws', 'reference', 'scaffold', 'support', 'toys'].map((room) => `test/${room}`),
];

const folders: string[] = [];
const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'scaffold-'));
  folders.push(path);
  return path;
};
afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

describe('a sixth system', () => {
  const name = 'sixth-thing';
  /** For whom nothing may run over a line, or now fit into one. */
  const others = ['q7', 'a-long-name-long-name-long-name-1'];
  const registry = readFileSync(join(root, 'machines/index.ts'), 'utf8');
  const copy = folder();
  const node = (...args: string[]): Promise<Ran> => run(args, copy);
  const tool = (path: string, ...args: string[]): Promise<Ran> => node(join(modules, path), ...args);
  let said: Ran;

  beforeAll(async () => {
    for (const path of needed) cpSync(join(root, path), join(copy, path), { recursive: true });
    for (const place of ['test/systems', 'docs/systems']) mkdirSync(join(copy, place), { recursive: true });
    symlinkSync(modules, join(copy, 'node_modules'));
    said = await node('test/scaffold/main.ts', name, '--title', "A Vendor's Sixth");
    for (const other of others) scaffold([other], copy);
  }, MINUTES);

  it('has the files that every system has', () => {
    const machines = ['codes', 'phases', 'task.chart', 'task.facts', 'task.rules', 'task', 'effects'];
    const own = globSync(`{{machines,test/systems}/${name}/**/*.{ts,txt},docs/systems/${name}.md}`, { cwd: copy });
    expect(own.sort()).toEqual(
      [
        ...[...machines, 'system', 'machines', 'index'].map((file) => `machines/${name}/${file}.ts`),
        `docs/systems/${name}.md`,
        ...['facts.test.ts', 'scenarios.test.ts', 'scenarios/first.txt'].map((file) => `test/systems/${name}/${file}`),
      ].sort(),
    );
    expect(globSync('{.*,*}', { cwd: copy }).filter((path) => path.startsWith('.scaffold'))).toEqual([]);
  });

  it('keeps nothing of the template that it was made from', () => {
    for (const path of globSync(`{{machines,test/systems}/${name}/**/*.*,docs/systems/${name}.md}`, { cwd: copy })) {
      expect(readFileSync(join(copy, path), 'utf8'), path).not.toMatch(/sample|\.\.\/\.\.\/\.\.\/\.\.\//i);
    }
  });

  it('is listed behind the others, and nothing else changed there', () => {
    const text = readFileSync(join(copy, 'machines/index.ts'), 'utf8');
    const entries = [
      "'sixth-thing': sixthThing",
      'q7',
      "'a-long-name-long-name-long-name-1': aLongNameLongNameLongName1",
    ];
    expect(entriesIn(text)).toEqual([...entriesIn(registry), ...entries]);
    expect(importsIn(text)).toEqual(expect.arrayContaining(importsIn(registry)));
    expect(importsIn(text)).toContain("import { sixthThing } from './sixth-thing/system.ts';");
    expect(importsIn(text)).toHaveLength(importsIn(registry).length + entries.length);
    expect(restOf(text)).toBe(restOf(registry));
  });

  it('is loaded at need like the others', () => {
    const before = readFileSync(join(root, 'machines/lazy.ts'), 'utf8').split('\n');
    const after = readFileSync(join(copy, 'machines/lazy.ts'), 'utf8').split('\n');
    expect(after.filter((line) => !before.includes(line)).map((line) => line.trim())).toEqual([
      "'sixth-thing': async () => (await import('./sixth-thing/system.ts')).sixthThing,",
      "q7: async () => (await import('./q7/system.ts')).q7,",
      "'a-long-name-long-name-long-name-1': async () =>",
      "(await import('./a-long-name-long-name-long-name-1/system.ts')).aLongNameLongNameLongName1,",
    ]);
    expect(after.filter((line) => before.includes(line))).toEqual(before);
  });

  it('is announced with what to do next', () => {
    expect(said).toMatchObject({ status: 0, stderr: '' });
    expect(said.stdout).toMatch(
      /^A Vendor's Sixth: written to machines\/sixth-thing, test\/systems\/sixth-thing and docs/,
    );
    expect(said.stdout.match(/npm .*/g)?.map((line) => line.replace(/ {2}.*/, ''))).toEqual([
      'npm run lifecycle -- simulate --system sixth-thing test/systems/sixth-thing/scenarios/first.txt',
      'npm run golden sixth-thing',
      'npm run golden:spaces',
      'npm run docs',
      'npm test',
    ]);
  });

  it('draws only arrows that are allowed', () => {
    expect(check(copy).findings).toEqual([]);
  });

  // Each of these waits for other programs most of the time.
  describe.concurrent('in use', () => {
    it('is well typed', { timeout: 3 * MINUTES }, async () => {
      const { status, stdout } = await tool('typescript/bin/tsc', '--pretty', 'false');
      const errors = stdout.split('\n').filter((line) => line.includes(': error TS'));
      expect(status === 0 || errors.length > 0, stdout).toBe(true);
      // What knows no system cannot be wrong because of one: that is for `npm run typecheck` to tell.
      expect(errors.filter((line) => !/^src\/(model|xstate|engine|scenario|diagram)\//.test(line))).toEqual([]);
    });

    it('is formatted, whatever its name, and lint finds nothing', { timeout: 3 * MINUTES }, async () => {
      const paths = [name, ...others].flatMap((each) => [`machines/${each}`, `test/systems/${each}`]);
      const { status, stderr } = await tool(
        '@biomejs/biome/bin/biome',
        ...['check', '--error-on-warnings', 'machines/index.ts', 'machines/lazy.ts', ...paths],
      );
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    });

    it('answers on the command line', { timeout: 3 * MINUTES }, async () => {
      const lifecycle = (...args: string[]): Promise<Ran> => node('src/cli/main.ts', ...args, '--system', name);
      const [simulated, explained, listed] = await Promise.all([
        lifecycle('simulate', `test/systems/${name}/scenarios/first.txt`),
        lifecycle('explain', 'TOO_MANY_STARTS'),
        lifecycle('codes', '--json'),
      ]);
      expect(simulated).toMatchObject({ status: 0, stdout: expect.stringMatching(/, 0 missed\n$/) });
      expect(explained).toMatchObject({ status: 0, stdout: expect.stringContaining('the task was started 3 times') });
      expect(listed.stdout.trim().split('\n')).toHaveLength(16);
    });

    it('passes its own tests and those of every system, once its scenarios and pages are written', {
      timeout: 3 * MINUTES,
    }, async () => {
      const golden = await node('test/golden/main.ts', name, ...others);
      expect(golden.stdout.match(/^\S+: 16 codes, \d+ s$/gm)).toHaveLength(3);
      expect(await node('test/reference/main.ts')).toMatchObject({ status: 0, stderr: '' });
      const rooms = ['laws', 'golden', 'reference', `systems/${name}`].map((room) => `test/${room}`);
      const { status, stdout } = await tool('vitest/vitest.mjs', 'run', ...inOneWorker, ...rooms, '-t', unlike(others));
      expect(status, stdout).toBe(0);
      // Its own facts and scenarios, the laws, the scenarios of its codes, and three pages.
      const own = 29;
      expect(Number(/\n(\d+) passed, 0 failed/.exec(stdout)?.[1])).toBeGreaterThan(own + 16 + 3);
    });
  });
});

const importsIn = (text: string): string[] => text.match(/^import .*$/gm) ?? [];
const entriesIn = (text: string): string[] => SYSTEMS.exec(text)?.[1]?.match(/[^\s,][^,\n]*[^\s,]/g) ?? [];
const restOf = (text: string): string => text.replace(/^import .*\n/gm, '').replace(SYSTEMS, '');
const SYSTEMS = /(?<=^export const systems = )\{([^}]*)\}/m;

const inOneWorker = ['--no-color', '--no-isolate', '--max-workers=1', '--typecheck.enabled=false'];

/** The names of tests in which no other system is named. */
const unlike = (others: readonly string[]): string =>
  `^(?!.*\\b(?:${[...Object.keys(systems), ...others].join('|')})\\b)`;

describe('nothing is written', () => {
  const registry = `import { first } from './first/system.ts';\n\nexport const systems = { first } as const;\n`;
  const lazy = `export const loaders: object = {\n  first: async () => (await import('./first/system.ts')).first,\n};\n`;

  /** A tree that has what the command looks at. */
  function tree(files: { readonly [path: string]: string } = {}): string {
    const path = folder();
    symlinkSync(modules, join(path, 'node_modules'));
    for (const config of ['biome.json', '.gitignore']) cpSync(join(root, config), join(path, config));
    cpSync(join(root, 'test/architecture/no-chance.grit'), join(path, 'test/architecture/no-chance.grit'));
    const listed = { 'machines/index.ts': registry, 'machines/lazy.ts': lazy };
    const all = {
      ...listed,
      'machines/first/system.ts': '',
      'test/systems/.keep': '',
      'docs/systems/.keep': '',
      ...files,
    };
    for (const [name, text] of Object.entries(all)) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), text);
    }
    return path;
  }

  const standing = (path: string): Record<string, string> =>
    Object.fromEntries(
      globSync(['.*', '**/*', '**/.*'], { cwd: path, exclude: ['node_modules/**'], withFileTypes: true })
        .map((entry) => [join(entry.parentPath, entry.name), entry] as const)
        .map(([file, entry]) => [file, entry.isFile() ? readFileSync(file, 'utf8') : '']),
    );

  function refusal(args: readonly string[], path: string): string {
    const before = standing(path);
    let message = 'not refused';
    try {
      scaffold(args, path);
    } catch (error) {
      if (!(error instanceof Misuse)) throw error;
      ({ message } = error);
    }
    expect(standing(path)).toEqual(before);
    expect(message).not.toContain('\n');
    return message;
  }

  it.each<[why: string, args: string[], message: string]>([
    ['the name is missing', [], 'a name is missing; usage: npm run scaffold -- NAME [--title "…"]'],
    ['the name is empty', [''], '"" is no name: one is lower case letters, digits and single dashes'],
    ['there are two names', ['one', 'two'], 'one name is expected, not "one" "two"; usage: '],
    ['the name has capitals', ['Acme'], '"Acme" is no name: '],
    ['the name begins with a digit', ['3com'], '"3com" is no name: '],
    ['the name ends with a dash', ['acme-'], '"acme-" is no name: '],
    ['the name has two dashes together', ['ac--me'], '"ac--me" is no name: '],
    ['the name has a dot', ['acme.job'], '"acme.job" is no name: '],
    ['the name leaves the folder', ['../acme'], '"../acme" is no name: '],
    ['the name has two lines', ['acme\nx'], '"acme\\nx" is no name: '],
    ['the name is too long', ['a'.repeat(41)], 'has 40 characters at most'],
    ['the system is there', ['first'], 'machines/first is there already; choose another name'],
    ['its tests are there', ['tested'], 'test/systems/tested is there already'],
    ['the name is a word of the language', ['delete'], '"delete" would be delete in code, where that is taken'],
    ['the name is a word of the template', ['codes'], '"codes" would be codes in code, where that is taken'],
    ['the name is a word of the registry', ['systems'], '"systems" would be systems in code, where that is taken'],
    ['the option is unknown', ['acme', '--tilte', 'x'], "Unknown option '--tilte'"],
    ['the title is missing', ['acme', '--title'], "Option '--title <value>' argument missing; usage: "],
    ['the title is empty', ['acme', '--title', ''], '"" is no title: '],
    ['the title has two lines', ['acme', '--title', 'a\nb'], '"a\\nb" is no title: '],
    ['the title would end the string', ['acme', '--title', 'a"b'], '"a\\"b" is no title: '],
  ])('where %s', (_, args, message) => {
    expect(refusal(args, tree({ 'test/systems/tested/run.ts': '' }))).toContain(message);
  });

  it.each([
    ['has no entries', registry.replace('{ first }', '{}')],
    ['has entries that are spread', registry.replace('{ first }', '{ ...{ first } }')],
    ['has a comment where the entry belongs', registry.replace('{ first }', '{\n  first, // the oldest\n}')],
    ['imports systems in another way', registry.replace('/system.ts', '/index.ts')],
    ['is called something else', registry.replace('systems', 'products')],
  ])('where the registry %s', (_, text) => {
    expect(refusal(['acme'], tree({ 'machines/index.ts': text }))).toMatch(
      /^machines\/index\.ts is not as this command/,
    );
  });

  it.each([
    ['has no entries', 'export const loaders = {};\n'],
    ['has a comment where the entry belongs', lazy.replace(',\n}', ', // the oldest\n}')],
    ['is called something else', lazy.replace('loaders', 'makers')],
  ])('where what is loaded at need %s', (_, text) => {
    expect(refusal(['acme'], tree({ 'machines/lazy.ts': text }))).toMatch(/^machines\/lazy\.ts is not as this command/);
  });

  it('where the last folder cannot be placed', () => {
    const path = tree();
    rmSync(join(path, 'test/systems'), { recursive: true });
    const before = standing(path);
    expect(() => scaffold(['acme'], path)).toThrow('ENOENT');
    expect(standing(path)).toEqual(before);
  });

  it('and the exit status is 2, with one line', async () => {
    const main = join(import.meta.dirname, 'main.ts');
    expect(await run([main, 'Acme'], root)).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^scaffold: "Acme" is no name: [^\n]*\n$/),
    });
  });
});
