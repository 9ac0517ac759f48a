// The package as a stranger gets it: packed, installed into an empty project, imported, type-checked, run.
import { globSync, lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loaders } from '../machines/lazy.ts';
import { brokenLinks } from './docs/links.ts';
import { npm, root, run, strangersProject } from './support/packed.ts';

/** The functions that a program imports. */
const functions = ['simulate', 'judge', 'view', 'worldAfter', 'catalogue', 'explain', 'machineOf'] as const;

/** A scenario in two lines, the second of which is a test, and how to run it. */
const scenario = 'given ready\njob scan.start => accepted SCAN:QUEUED\n';
const simulation = ['lifecycle', 'simulate', 'two-lines.txt', '--json'] as const;

const MINUTES = 60_000;
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
  peerDependencies: { readonly [name: string]: string };
};

let project: string;
const installed = (...path: string[]): string => join(project, 'node_modules', ...path);
const inPackage = (pattern: string): string[] => globSync(pattern, { cwd: installed(manifest.name) });
/** Runs the installed command. */
const command = (words: string): Promise<string> =>
  run(process.execPath, [installed(manifest.name, 'dist/cli/main.cjs'), ...words.split(' ')], project);
const textOf = (file: string): string => readFileSync(installed(manifest.name, file), 'utf8');

beforeAll(async () => {
  project = await strangersProject();
}, 10 * MINUTES);

afterAll(() => {
  if (project) rmSync(project, { recursive: true, force: true });
});

describe('the installed package', () => {
  it('contains what runs and what a person reads, and nothing else', () => {
    const strangers = inPackage('**/*.*').filter(
      (file) =>
        !/^(dist\/((src|machines|gates|vendor)\/.*\.(js|d\.ts)|cli\/(.*\.cjs|[\w-]+-prepared\.txt)|web\/([\w-]+\.(js|css|svg)|needed\.json))|(docs|template)\/.*|routes\/[\w-]+\.json|[\w.]+)$/.test(
          file,
        ),
    );
    expect(strangers).toEqual([]);
    expect(readdirSync(installed(manifest.name)).sort()).toEqual(
      ['CHANGELOG.md', 'LICENSE', 'NOTICE', 'README.md', 'dist', 'docs', 'package.json', 'routes', 'template'].sort(),
    );
  });

  it('installs two packages with it, and is small', () => {
    expect(readdirSync(installed()).filter((name) => !name.startsWith('.'))).toEqual(
      ['fastest-levenshtein', manifest.name, 'xstate'].sort(),
    );
    expect(sizeOf(installed())).toBeLessThan(10_000_000);
  });

  it('has the answers prepared for each system, compressed', () => {
    const shipped = inPackage('dist/machines/*/{answers,scenarios,occurrences}.js');
    expect(shipped).toHaveLength(3 * Object.keys(loaders).length);
    const sizes = shipped.map((file) => sizeOf(installed(manifest.name, file)));
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(1_500_000);
  });

  it('runs no script of its own or of others while it is installed', () => {
    const { packages } = JSON.parse(readFileSync(installed('.package-lock.json'), 'utf8')) as {
      packages: { [path: string]: { hasInstallScript?: true } };
    };
    expect(Object.keys(packages)).toContain(`node_modules/${manifest.name}`);
    expect(Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
  });

  it.each(['README.md', 'CHANGELOG.md', 'docs/*.md', 'docs/{decisions,reference}/**/*.md'])(
    'the links of %s lead to files in it',
    (pattern) => {
      const pages = inPackage(pattern);
      expect(pages).not.toEqual([]);
      expect(pages.flatMap((page) => brokenLinks(textOf(page), page, installed(manifest.name)))).toEqual([]);
    },
  );

  it('names in NOTICE each package whose code it contains, and includes its licence', () => {
    const notices = inPackage('dist/**/*.{js,cjs}').flatMap((file) =>
      [...textOf(file).matchAll(/^\/\*!\n(\S+ \S+)\n\n([\s\S]*?)\*\//gm)].map(([, name, licence]) => ({
        name,
        licence,
      })),
    );
    const names = [...new Set(notices.map(({ name }) => name))].sort();
    expect(names.map((name) => name?.split(' ')[0])).toEqual([
      '@hono/node-server',
      '@preact/signals',
      '@preact/signals-core',
      'csv-parse',
      'elkjs',
      'es-module-lexer',
      'fastest-levenshtein',
      'hono',
      'minisearch',
      'preact',
    ]);
    expect([...textOf('NOTICE').matchAll(/^(\S+ [\d.]+), /gm)].map(([, name]) => name).sort()).toEqual(names);
    for (const { name, licence } of notices) {
      expect(licence, name).toMatch(
        name?.startsWith('elkjs') ? /Eclipse Public License - v 2\.0/ : /Permission is hereby granted, free of charge/,
      );
    }
  });

  it(
    'is imported by a program',
    async () => {
      write(
        'program.js',
        `import * as everything from '${manifest.name}';
import * as machines from '${manifest.name}/machines';
import manifest from '${manifest.name}/package.json' with { type: 'json' };
import { ${functions.join(', ')} } from '${manifest.name}';
import { jobMachine } from '${manifest.name}/machines/egnyte';
import { gate } from '${manifest.name}/gate/dovecot/manager';
import { handler } from '${manifest.name}/server';
if (gate({ phases: { MANAGER: 'RUNNING' } }).resume.code !== 'NotSuspended') throw new Error('no gate');
if (jobMachine.id !== 'egnyte-job') throw new Error('no machine');
const answer = await handler('dovecot')(new Request('http://localhost/v1/account/1/start', { method: 'POST' }));
if ((await answer.json()).code !== 'NotListed') throw new Error('no control plane');
const found = [${functions.join(', ')}].map((one) => typeof one);
console.log(JSON.stringify({ found, all: Object.keys(everything), machines: Object.keys(machines), version: manifest.version }));
`,
      );
      const said = JSON.parse(await run(process.execPath, ['program.js'], project)) as Record<string, unknown>;
      expect(said).toMatchObject({ found: functions.map(() => 'function'), version: manifest.version });
      expect(said.machines).not.toEqual([]);
    },
    MINUTES,
  );

  it(
    'has types',
    async () => {
      const compilerOptions = {
        module: 'nodenext',
        target: 'es2023',
        lib: ['es2023', 'dom'],
        types: [],
        strict: true,
        noEmit: true,
      };
      write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['program.ts'] }));
      write(
        'program.ts',
        `import { ${functions.join(', ')} } from '${manifest.name}';
import * as machines from '${manifest.name}/machines';
import { jobMachine } from '${manifest.name}/machines/egnyte';
import { gate } from '${manifest.name}/gate/dovecot/manager';
type Callable<T> = 0 extends 1 & T ? never : T extends (...given: never[]) => unknown ? T : never;
export const called: readonly unknown[] = [${functions.map((name) => `${name} satisfies Callable<typeof ${name}>`).join(', ')}];
export const listed: object = machines;
const [answer] = simulate([{ to: 'job', type: 'scan.stop' }]);
export const code: string | number | undefined = answer?.error?.code;
// @ts-expect-error A misspelt command is one too.
simulate([{ to: 'job', type: 'scan.strat' }]);
export const resumed: boolean = gate({ phases: { MANAGER: 'SUSPENDED' } }).resume.allowed;
export const can: boolean = jobMachine.provide({}) !== undefined;
// @ts-expect-error The types are the package's own: what it does not export is an error.
import { nothingOfThatName } from '${manifest.name}';
export { nothingOfThatName };
`,
      );
      expect(await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc')], project)).toBe('');
    },
    MINUTES,
  );

  it(
    'prints the help of its command',
    async () => {
      expect(await npm(['exec', '--no', '--', 'lifecycle', '--help'], project)).toMatch(/simulate/);
    },
    MINUTES,
  );

  it(
    'runs a scenario',
    async () => {
      write('two-lines.txt', scenario);
      const lines = (await npm(['exec', '--no', '--', ...simulation], project)).trim().split('\n');
      const steps = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(steps.at(-1)).toMatchObject({ to: 'job:1', type: 'scan.start', outcome: 'accepted' });
      expect(steps.filter((step) => 'missed' in step)).toEqual([]);
    },
    MINUTES,
  );

  it(
    'draws a picture, with its own layout engine',
    async () => {
      const drawn = await npm(['exec', '--no', '--', 'lifecycle', 'diagram', 'job.SCAN'], project);
      expect(drawn.slice(drawn.indexOf('<svg'))).toBe(
        readFileSync(join(root, 'docs/reference/egnyte/job.SCAN.svg'), 'utf8').replace(/^[\s\S]*?(?=<svg)/, ''),
      );
      write(
        'draw.js',
        `import { diagram } from '${manifest.name}';\nconsole.log((await diagram('dovecot', 'manager')).slice(0, 4));\n`,
      );
      expect(await run(process.execPath, ['draw.js'], project)).toBe('<svg\n');
    },
    MINUTES,
  );

  it(
    "reads a UI's table, with its own reader of CSV",
    async () => {
      write('table.csv', 'command,enabled\nresume,true\nsuspend,true\n');
      await expect(command('gate check table.csv --system dovecot --entity manager')).rejects.toThrow(
        /the UI has it enabled, the model rejects it/,
      );
    },
    MINUTES,
  );

  it.each([
    ['diagram job.SCAN --format png -o scan.png', ['@resvg/resvg-wasm', 'dejavu-fonts-ttf']],
    ['gate check --page http://localhost:9 --adapter adapter.js', ['playwright-core']],
  ])(
    'says what to install for %s',
    async (words, needed) => {
      write('adapter.js', 'export default {};\n');
      const packages = needed.map((name) => `${name}@${manifest.peerDependencies[name]}`);
      await expect(command(words)).rejects.toThrow(`run npm install ${packages.join(' ')}`);
    },
    MINUTES,
  );
});

/** As `du -sb` counts: folders too. */
function sizeOf(path: string): number {
  const found = lstatSync(path);
  const inside = found.isDirectory() ? readdirSync(path).map((name) => sizeOf(join(path, name))) : [];
  return inside.reduce((sum, size) => sum + size, found.size);
}

function write(path: string, text: string): void {
  writeFileSync(join(project, path), text);
}
