import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { check } from './check.ts';
import { rooms } from './rules.ts';

const root = join(import.meta.dirname, '../..');

describe('the arrows between the modules of this package', () => {
  const report = check(root);

  it('are all allowed', () => {
    expect(report.findings).toEqual([]);
  });

  it('were looked at in every module on the disk', () => {
    expect(report.modules).toBeGreaterThan(0);
    expect(report.modules).toBe(globSync('{src,machines}/**/*.{ts,mts,cts,tsx,js,mjs,cjs,jsx}', { cwd: root }).length);
    expect(report.imports).toBeGreaterThan(0);
    expect(report.names).toBeGreaterThan(500);
  });
});

describe('the rules', () => {
  it('name only existing rooms', () => {
    const names = rooms.map((room) => room.name);
    expect(names).toEqual([...new Set(names)]);
    expect(names).toEqual(expect.arrayContaining(rooms.flatMap((room) => room.rooms)));
  });
});

/** A package in the small in which every arrow is allowed, and every way to draw one occurs. */
const sound: Readonly<Record<string, string>> = {
  'src/model/words.ts': "import type { AnyStateMachine } from 'xstate';\nexport type Word = AnyStateMachine | string;",
  'src/model/more.ts': "export { type Word } from './words.ts';\nexport const none = 'acmeist';",
  'src/xstate/bridge.ts':
    "import { createMachine } from 'xstate';\nimport type { Word } from '../model/words.ts';\nexport const bridge = (id: Word) => createMachine({ id: String(id) });",
  'src/engine/judge.ts': "import { none } from '../model/more.ts';\nexport const judge = [none];",
  'src/engine/step.ts': "export type { Word } from '../model/words.ts';\nexport * from './judge.ts';",
  'src/scenario/read.ts': "export type Read = import('../model/words.ts').Word;",
  'src/diagram/draw.ts': "import { none } from '../model/more.ts';\nexport const draw = () => none;",
  'src/web/page.ts': "import { all } from '../../machines/index.ts';\nexport const page = all.acme;",
  'src/cli/main.ts':
    "#!/usr/bin/env node\nimport { readFileSync } from 'node:fs';\nimport { all } from '../../machines/index.ts';\nexport const main = async (path: string) => [readFileSync(path), all.acme, await import(path)];",
  'src/core.ts': "export * from './engine/step.ts';",
  'src/index.ts': "export * from './core.ts';\nexport const system = (await import('../machines/index.ts')).all.acme;",
  'src/define/parts.ts': "export type { Word } from '../model/words.ts';",
  'machines/acme/codes.ts': "import type { Word } from '../../src/define/parts.ts';\nexport const codes: Word[] = [];",
  'machines/acme/index.ts':
    "import { bridge } from '../../src/xstate/bridge.ts';\nimport { codes } from './codes.ts';\nexport const acme = { codes, bridge };",
  'machines/other/index.ts': "export const other = 'acme is the other one';",
  'machines/index.ts':
    "import { acme } from './acme/index.ts';\nimport { other } from './other/index.ts';\nexport const all = { acme, other };",
};

/** What makes it unsound: a module that is added or replaced, and what the check has to say of it. */
const unsound: readonly [what: string, path: string, text: string, finding: string][] = [
  [
    'two rooms declare one name',
    'src/scenario/x.ts',
    'export interface Word {}',
    'Word: is declared in src/model/words.ts',
  ],
  ['two rooms declare one function', 'src/scenario/x.ts', 'export function draw() {}', 'draw: is declared in'],
  ['the model imports the engine', 'src/model/x.ts', "import '../engine/judge.ts';", 'imports src/engine/judge.ts'],
  ['the model imports values of xstate', 'src/model/x.ts', "import { fromPromise } from 'xstate';", 'more than types'],
  ['the model imports Node', 'src/model/x.ts', "import 'node:fs';", 'imports node:fs'],
  [
    'the engine imports a type of a system',
    'src/engine/x.ts',
    "import type { acme } from '../../machines/acme/index.ts';",
    'imports machines/acme/index.ts',
  ],
  [
    'the engine names a type of a system on the way',
    'src/engine/x.ts',
    "export type X = import('../../machines/acme/index.ts').acme;",
    'imports machines/acme/index.ts',
  ],
  [
    'the engine loads the registry at run time',
    'src/engine/x.ts',
    "export const x = async () => {\n  await using y = await import('../../machines/index.ts');\n};",
    'x.ts:2: imports machines/index.ts',
  ],
  [
    'the engine hides the name of a module',
    'src/engine/x.ts',
    'export const x = (name: string) => import(name);',
    'computed at run time',
  ],
  ['the engine names a system', 'src/engine/x.ts', "export const x = 'acme';", 'names the system acme'],
  [
    'the engine names a system in a longer string',
    'src/engine/x.ts',
    'export const x = `the acme-job`;',
    'names the system acme',
  ],
  ['the engine imports XState', 'src/engine/x.ts', "import 'xstate';", 'imports xstate'],
  ['the engine imports scenarios', 'src/engine/x.ts', "import '../scenario/read.ts';", 'imports src/scenario/read.ts'],
  ['the engine imports Node by its old name', 'src/engine/x.ts', "import 'fs';", 'imports fs'],
  ['the engine imports the bridge', 'src/engine/x.ts', "export * from '../xstate/bridge.ts';", 'src/xstate/bridge.ts'],
  ['a scenario imports the engine', 'src/scenario/x.ts', "export * from '../engine/judge.ts';", 'src/engine/judge.ts'],
  ['a diagram imports xstate', 'src/diagram/x.ts', "import type { Actor } from 'xstate';", 'imports xstate'],
  ['a system imports another', 'machines/other/x.ts', "import '../acme/codes.ts';", 'imports machines/acme/codes.ts'],
  ['a system imports the engine', 'machines/acme/x.ts', "import '../../src/engine/judge.ts';", 'src/engine/judge.ts'],
  [
    'a system imports what is not public',
    'machines/acme/x.ts',
    "import '../../src/model/more.ts';",
    'src/model/more.ts',
  ],
  ['a system imports Node', 'machines/acme/x.ts', "export * from 'node:path';", 'imports node:path'],
  ['a system imports the registry', 'machines/acme/x.ts', "import '../index.ts';", 'imports machines/index.ts'],
  ['the registry imports the engine', 'machines/index.ts', "import '../src/engine/judge.ts';", 'src/engine/judge.ts'],
  ['a face passes the registry by', 'src/cli/x.ts', "import '../../machines/acme/index.ts';", 'imports machines/acme'],
  ['a face imports the other', 'src/cli/x.ts', "import '../web/page.ts';", 'imports src/web/page.ts'],
  ['the playground imports Node', 'src/web/x.ts', "import 'node:fs';", 'imports node:fs'],
  ['the index imports a face', 'src/index.ts', "export * from './cli/main.ts';", 'imports src/cli/main.ts'],
  [
    'the index passes the registry by',
    'src/index.ts',
    "export * from '../machines/acme/index.ts';",
    'imports machines/',
  ],
  ['somebody imports an unknown package', 'src/cli/x.ts', "import 'left-pad';", 'imports left-pad'],
  ['somebody imports what is not there', 'src/engine/x.ts', "import './gone.ts';", 'not there'],
  ['somebody leaves the ending out', 'src/engine/x.ts', "import './judge';", 'the ending is .ts'],
  ['somebody leaves the house', 'src/cli/x.ts', "import '../../test/x.ts';", 'in no room'],
  ['a module stands outside the rooms', 'src/helpers/x.ts', 'export const x = 1;', 'is in no room'],
  ['a module stands beside the registry', 'machines/shared.ts', 'export const x = 1;', 'is in no room'],
  ['a module cannot be parsed', 'src/engine/x.ts', 'export const = 1;', 'cannot be read'],
  ['modules go in a circle', 'src/engine/judge.ts', "import './step.ts';", 'a circle'],
  [
    'modules go in a circle of types',
    'src/model/words.ts',
    "import type { Word as W } from './more.ts';\nexport type Word = W;",
    'src/model/words.ts → src/model/more.ts → src/model/words.ts',
  ],
];

describe('the check', () => {
  let dir: string;

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'architecture-'));
  });
  afterEach(() => {
    rmSync(dir, { recursive: true, force: true });
  });

  function write(modules: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(modules)) {
      mkdirSync(join(dir, dirname(path)), { recursive: true });
      writeFileSync(join(dir, path), text);
    }
  }

  function run(): { status: number | null; output: string } {
    const main = join(import.meta.dirname, 'main.ts');
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, dir], { encoding: 'utf8' });
    return { status, output: stdout + stderr };
  }

  it('lets a sound package pass', () => {
    write(sound);
    expect(check(dir)).toEqual({ modules: Object.keys(sound).length, imports: 22, names: 9, findings: [] });
    expect(run()).toMatchObject({ status: 0, output: 'architecture: 16 modules, 22 imports, 0 findings\n' });
  });

  it.each(unsound)('finds it when %s', (_, path, text, finding) => {
    write({ ...sound, [path]: text });
    const { findings } = check(dir);
    expect(findings).toEqual([expect.stringContaining(finding)]);
    expect(findings[0]).toContain(path);
  });

  it('fails as a command if it finds something', () => {
    write({ ...sound, 'src/engine/x.ts': "import type { acme } from '../../machines/acme/index.ts';" });
    const { status, output } = run();
    expect(status).toBe(1);
    expect(output).toContain('src/engine/x.ts:1: imports machines/acme/index.ts.');
    expect(output).toContain('17 modules, 23 imports, 1 findings');
  });

  it('fails if there are no modules', () => {
    expect(check(dir)).toMatchObject({
      modules: 0,
      findings: [/^src: no module/, /^machines: no module/].map(matching),
    });
    expect(run().status).toBe(1);
  });

  it('fails if one of the trees is missing', () => {
    write({ 'src/model/x.ts': "import type {} from 'xstate';" });
    expect(check(dir).findings).toEqual([matching(/^machines: no module/)]);
  });

  it('fails if it sees modules but no imports', () => {
    write({ 'src/model/x.ts': '', 'machines/acme/index.ts': '' });
    expect(check(dir).findings).toEqual([matching(/^No import found/)]);
  });
});

function matching(pattern: RegExp): unknown {
  return expect.stringMatching(pattern);
}
