import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';

/** A running program: its exit status as a shell reports it, and the process to send signals to. */
export interface Running {
  readonly process: ChildProcess;
  readonly exit: Promise<number>;
  /** Resolves when the program has ended; a program that it started may go on. */
  readonly ended: Promise<void>;
  /** Its standard output; complete only after its end. */
  readonly output: () => string;
}

/** Nothing here takes longer. Whatever does is killed, which its exit status shows. */
const PATIENCE = 30_000;

export function begin(command: string, args: readonly string[], input = ''): Running {
  const process = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'], timeout: PATIENCE, killSignal: 'SIGKILL' });
  const written: Buffer[] = [];
  process.stdout.on('data', (part: Buffer) => written.push(part));
  process.stdin.on('error', () => {});
  process.stdin.end(input);
  const ended = new Promise<void>((resolve) => process.once('exit', () => resolve()));
  const exit = new Promise<number>((resolve, reject) => {
    process.once('error', reject);
    process.once('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
  return { process, exit, ended, output: () => Buffer.concat(written).toString() };
}
