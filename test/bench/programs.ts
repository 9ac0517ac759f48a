import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string | undefined;

/** A path in a folder that is removed when the bench ends. */
export function scratch(name: string): string {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'bench-'));
    folder = made;
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  }
  return join(folder, name);
}

/** Whether the program is on the path. */
export const has = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

/** Compiles a C program of this folder with optimization, and returns the path of the executable. */
export function compiled(name: string): string {
  const source = join(import.meta.dirname, 'c', `${name}.c`);
  const path = scratch(name);
  succeed('gcc', ['-O2', '-std=c11', '-D_POSIX_C_SOURCE=199309L', '-Wall', '-Wextra', '-Werror', '-o', path, source]);
  return path;
}

/** Runs a program that must succeed, and returns its output. */
export function succeed(program: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error || status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr}`);
  return stdout;
}

export interface Ended {
  readonly seconds: number;
  /** Peak memory in bytes; undefined if it was not measured. */
  readonly peak: number | undefined;
  /** Processor time in seconds; undefined if it was not measured. */
  readonly processor: number | undefined;
}

/** The source of standard input, and whether to measure peak memory and processor time, which takes a moment. */
export interface Start {
  readonly input?: number;
  readonly peak?: boolean;
}

/** Runs a Node program to its end. Its standard output is discarded. */
export async function node(args: readonly string[], { input, peak = false }: Start = {}): Promise<Ended> {
  const asked = peak ? ['--import', TELLS_PEAK] : [];
  const began = process.hrtime.bigint();
  const child = spawn(process.execPath, [...asked, ...args], {
    stdio: [input ?? 'ignore', 'ignore', 'inherit', peak ? 'pipe' : 'ignore'],
  });
  let told = '';
  child.stdio[3]?.on('data', (piece) => {
    told += piece;
  });
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with status ${status}`);
  if (!peak) return { seconds, peak: undefined, processor: undefined };
  const [kilobytes = 0, microseconds = 0] = told.split(' ').map(Number);
  return { seconds, peak: kilobytes * 1024, processor: microseconds / 1e6 };
}

/**
 * Linux may report the peak of the parent process as the peak of its child. So the child's own number is used if it is
 * available.
 */
const PEAK = `
  import { readFileSync, writeSync } from 'node:fs';
  const own = () => {
    try {
      return /^VmHWM:\\s*(\\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    } catch {}
  };
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    writeSync(3, (own() ?? process.resourceUsage().maxRSS) + ' ' + (user + system));
  });
`;
const TELLS_PEAK = `data:text/javascript,${encodeURIComponent(PEAK)}`;
