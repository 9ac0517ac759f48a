// The package as a stranger gets it: packed, installed into an empty project, imported, type-checked, run.
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { npm, root, run, strangersProject } from './support/packed.ts';

/** The functions that a program imports. */
const functions = ['simulate', 'judge', 'view', 'worldAfter', 'catalogue', 'explain', 'machineOf'] as const;

/** A scenario in two lines, the second of which is a test, and how to run it. */
const scenario = 'given ready\njob scan.start => accepted SCAN:QUEUED\n';
const simulation = ['lifecycle', 'simulate', 'two-lines.txt', '--json'] as const;

const MINUTES = 60_000;
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string; version: string };

let project: string;

beforeAll(async () => {
  project = await strangersProject();
}, 10 * MINUTES);

afterAll(() => {
  if (project) rmSync(project, { recursive: true, force: true });
});

describe('the installed package', () => {
  it('holds what runs and what a person reads, and nothing else', () => {
    const files = globSync('**/*.*', {
      cwd: join(project, 'node_modules', manifest.name),
      exclude: ['node_modules/**'],
    });
    const strangers = files.filter(
      (file) =>
        !/^(dist[\\/]((src|machines|gates)[\\/].*\.(js|d\.ts)|cli[\\/].*\.cjs)|template[\\/].*|package\.json|README\.md|CHANGELOG\.md)$/.test(
          file,
        ),
    );
    expect(strangers).toEqual([]);
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
if (gate({ phases: { MANAGER: 'RUNNING' } }).resume.code !== 'NotSuspended') throw new Error('no gate');
if (jobMachine.id !== 'egnyte-job') throw new Error('no machine');
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
    'brings its types along',
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
type Callable<T> = 0 extends 1 & T ? never : T extends (...given: never[]) => unknown ? T : never;
export const called: readonly unknown[] = [${functions.map((name) => `${name} satisfies Callable<typeof ${name}>`).join(', ')}];
export const listed: object = machines;
const [answer] = simulate([{ to: 'job', type: 'scan.stop' }]);
export const code: string | number | undefined = answer?.error?.code;
// @ts-expect-error A misspelt command is one too.
simulate([{ to: 'job', type: 'scan.strat' }]);
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
    'says what its command can do',
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
});

function write(path: string, text: string): void {
  writeFileSync(join(project, path), text);
}
