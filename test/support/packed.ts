// The package as a user gets it: packed, and installed into an empty project.
import { execFile } from 'node:child_process';
import { globSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

export const root = join(import.meta.dirname, '../..');

/** An empty project into which the packed package was installed. */
export async function strangersProject(): Promise<string> {
  if (!isFresh()) await npm(['run', 'build'], root);
  const project = mkdtempSync(join(tmpdir(), 'package-'));
  try {
    const [tarball] = JSON.parse(
      await npm(['pack', '--ignore-scripts', '--json', '--pack-destination', project], root),
    ) as { filename: string }[];
    if (!tarball) throw new Error('npm pack made no tarball');
    const manifest = { name: 'stranger', private: true, type: 'module' };
    writeFileSync(join(project, 'package.json'), JSON.stringify(manifest));
    await npm(['install', '--prefer-offline', '--no-audit', '--no-fund', `./${tarball.filename}`], project);
    return project;
  } catch (error) {
    rmSync(project, { recursive: true, force: true });
    throw error;
  }
}

/** Whether dist was built after the last change of its sources. The time of a folder shows that a file was removed. */
function isFresh(): boolean {
  const timeOf = (path: string) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs;
  const built = timeOf('dist/cli/main.cjs');
  if (built === undefined) return false;
  const sources = ['package.json', 'tsconfig.json', 'tsconfig.build.json', 'src', 'machines'];
  sources.push(...globSync('{src,machines}/**', { cwd: root }));
  return sources.every((path) => (timeOf(path) ?? 0) <= built);
}

/** Runs npm as from a prompt, without the environment variables of the npm that runs these tests. */
export function npm(args: readonly string[], cwd: string): Promise<string> {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') ? run(process.execPath, [script, ...args], cwd) : run('npm', args, cwd);
}

/** The environment variables that npm and Vitest set for the programs they start. */
const ours = /^(npm_(package|lifecycle|command|node|config_\w*prefix)|init_cwd|node_env|vitest)/i;

/** Runs a program with this Node first on the path, and returns its output. An error contains all of the output. */
export async function run(program: string, args: readonly string[], cwd: string): Promise<string> {
  const env: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(process.env)) if (!ours.test(name)) env[name] = value;
  env.PATH = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  env.NO_COLOR = '1';
  try {
    const { stdout } = await promisify(execFile)(program, args, { cwd, env, encoding: 'utf8' });
    return stdout;
  } catch (error) {
    const { stdout = '', stderr = '', message } = error as Error & { stdout?: string; stderr?: string };
    throw new Error(`${message}\n${stdout}\n${stderr}`, { cause: error });
  }
}
