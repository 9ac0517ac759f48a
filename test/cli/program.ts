import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll } from 'vitest';
import { Output } from '../../src/cli/io/output.ts';
import { type Paint, Terminal } from '../../src/cli/io/terminal.ts';
import { run } from '../../src/cli/run.ts';

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How the program is started, apart from its arguments. */
export interface Start {
  readonly env?: NodeJS.ProcessEnv;
  /** Options of Node itself. */
  readonly node?: readonly string[];
}

const main = join(import.meta.dirname, '../../src/cli/main.ts');

/** Starts the real program. */
export function start(args: readonly string[], { env, node = [] }: Start = {}): ChildProcessWithoutNullStreams {
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...usual } = process.env;
  return spawn(process.execPath, [...node, main, ...args], { env: { ...usual, ...env } });
}

/** Runs the real program to its end. */
export async function lifecycle(args: readonly string[], input = '', how: Start = {}): Promise<Ran> {
  const child = start(args, how);
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const ended = end(child);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await ended, stdout, stderr };
}

/** Resolves to the exit status. */
export const end = (child: ChildProcessWithoutNullStreams): Promise<number | null> =>
  new Promise((resolve) => child.once('close', resolve));

/** Runs the command line in this process, for tests of its output alone. */
export async function call(
  args: readonly string[],
  how: { readonly columns?: number; readonly paint?: Paint } = {},
): Promise<Ran> {
  let stdout = '';
  let stderr = '';
  const out = new Output(
    new Writable({
      write(chunk, _encoding, done) {
        stdout += String(chunk);
        done();
      },
    }),
  );
  let style = how.paint;
  class Recorder extends Terminal {
    override readonly out = out;
    override readonly paint: Paint = (of, words) => style?.(of, words) ?? words;
    override get columns() {
      return how.columns;
    }
    override get watched() {
      return false;
    }
    override turnOffColor() {
      style = undefined;
    }
    override complain(line: string) {
      stderr += `${line}\n`;
    }
  }
  return { status: await run(args, new Recorder()), stdout, stderr };
}

const folders: string[] = [];

/** The folders of all tests are removed together, because concurrent tests share this hook. */
afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

/** A temporary folder. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'lifecycle-'));
  folders.push(path);
  return path;
}

/** A temporary file. */
export function file(content: string | Uint8Array, name = 'scenario.txt'): string {
  const path = join(folder(), name);
  writeFileSync(path, content);
  return path;
}

export const lines = (output: string): string[] => output.split('\n').slice(0, -1);

export const json = (output: string): Record<string, unknown>[] =>
  lines(output).map((line) => JSON.parse(line) as Record<string, unknown>);
