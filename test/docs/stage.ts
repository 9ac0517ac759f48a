import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { systems } from '../../machines/index.ts';
import { usualSystem } from '../../machines/lazy.ts';
import { writeGates } from '../../src/build/gates.ts';
import type { System } from '../../src/model/index.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { type Block, type Entry, entriesOf } from './blocks.ts';

export const root = join(import.meta.dirname, '../..');

/** The folder in which a document's blocks run, in order. Each block finds the files of those before it. */
export class Stage {
  private readonly folder = mkdtempSync(join(tmpdir(), 'docs-'));
  private readonly programs = new Set<string>();
  private readonly commands: string[] = [];

  constructor() {
    this.write('package.json', '{"type":"module"}');
    this.write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    this.installPackage();
    mkdirSync(join(this.folder, 'bin'));
    this.write('bin/lifecycle', `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'src/cli/main.ts')}" "$@"\n`);
    chmodSync(join(this.folder, 'bin/lifecycle'), 0o755);
  }

  /** The true text of a block. Throws if it cannot be run, or fails. */
  play({ is, words, text, line }: Block): string {
    const [word, system = usualSystem] = words;
    if (is === 'sh' && (word === undefined || word === 'clone')) return this.session(text, word === 'clone');
    if (is === 'text' && word === undefined) return text;
    if (is === 'text') return this.scenario(word as string, system, text);
    if (is === 'ts') return this.program(word, line, text);
    throw new Error(`a block that is ${[is, ...words].join(' ') || 'nothing'}: test/docs/blocks.ts says what there is`);
  }

  /** The compiler's errors in the programs so far. */
  typeErrors(): string {
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    return this.programs.size === 0 ? '' : this.run(`"${process.execPath}" "${tsc}" -p . --pretty false`).output;
  }

  /** The programs that no session has run. */
  unrun(): string[] {
    const isRun = (name: string): boolean =>
      this.commands.some((command) => command.includes(`node ${name}`) || command.includes(`gate check ${name}`));
    return [...this.programs].filter((name) => !isRun(name));
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private session(text: string, clone: boolean): string {
    const lines = entriesOf(text).flatMap((entry) => [
      ...entry.prompt,
      ...(clone ? inClone(entry, this) : this.answer(entry)),
    ]);
    return lines.join('\n');
  }

  /** The lines that a command prints, with errors between them as on a terminal. */
  answer({ command }: Pick<Entry, 'command'>, place = this.folder): string[] {
    this.commands.push(command);
    const { status, output } = this.run(command, place);
    if (status !== 0) throw new Error(`\`${command}\` ended with ${status}:\n${output}`);
    return output === '' ? [] : output.replace(/\n$/, '').split('\n');
  }

  private scenario(name: string, system: string, text: string): string {
    const known: { readonly [name: string]: System } = systems;
    if (!Object.hasOwn(known, system)) throw new Error(`no system ${system}`);
    readScenario(known[system] as System, text, name);
    this.write(name, `${text}\n`);
    return text;
  }

  private program(name: string | undefined, line: number, text: string): string {
    this.write(name ?? `line-${line}.ts`, `${text}\n`);
    if (name !== undefined) this.programs.add(name);
    else this.silent(`line-${line}.ts`);
    return text;
  }

  private silent(name: string): void {
    this.programs.add(name);
    const said = this.answer({ command: `node ${name}` });
    if (said.length > 0) throw new Error(`it prints what is not shown:\n${said.join('\n')}`);
  }

  private write(path: string, text: string): void {
    writeFileSync(join(this.folder, path), text);
  }

  private run(command: string, cwd = this.folder): { status: number | null; output: string } {
    const path = [join(this.folder, 'bin'), dirname(process.execPath), process.env.PATH].join(delimiter);
    const env = { PATH: path, HOME: this.folder, LC_ALL: 'C.UTF-8' };
    const { status, stdout } = spawnSync('sh', ['-c', `exec 2>&1\n${command}`], {
      cwd,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return { status, output: stdout };
  }

  /** The package under its own name, with the exports of the manifest, but from the sources. */
  private installPackage(): void {
    const { name, exports } = manifest;
    const sources = JSON.stringify(exports)
      .replaceAll('./dist/', './')
      .replaceAll('.d.ts"', '.ts"')
      .replaceAll('.js"', '.ts"')
      // The gates are generated, so they have no source.
      .replaceAll(/"types":"(\.\/gates\/\*)\.ts","default":"\1\.ts"/g, '"types":"$1.d.ts","default":"$1.js"');
    const place = join(this.folder, 'node_modules', name);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'package.json'), JSON.stringify({ name, type: 'module', exports: JSON.parse(sources) }));
    writeGates(join(place, 'gates'), '../../src/gate/gate.ts');
    for (const tree of ['src', 'machines']) symlinkSync(join(root, tree), join(place, tree));
    for (const other of ['xstate', 'msw', '@types'])
      symlinkSync(join(root, 'node_modules', other), join(this.folder, 'node_modules', other));
  }
}

interface Manifest {
  readonly name: string;
  readonly exports: object;
  readonly scripts: { readonly [script: string]: string };
}
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

const { compilerOptions } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')) as {
  compilerOptions: object;
};

/** Commands at the top of a clone: npm's are only checked, ours are run. */
function inClone({ command }: Entry, stage: Stage): string[] {
  return command.split(' && ').flatMap((part) => {
    const [tool = '', verb = '', script = verb] = part.split(' ');
    if (tool === 'npx' && verb === 'lifecycle') return stage.answer({ command: part.slice('npx '.length) }, root);
    if (tool !== 'npm') throw new Error(`only npm and npx lifecycle are known in a clone, not ${part}`);
    const there = verb === 'ci' ? existsSync(join(root, 'package-lock.json')) : Object.hasOwn(manifest.scripts, script);
    if (!there) throw new Error(`npm has nothing to do for ${part}`);
    return [];
  });
}
