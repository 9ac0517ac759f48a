import { spawn } from 'node:child_process';
import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Complaint } from '../../../scenario/complaint.ts';
import { harmless, show } from '../../../scenario/wording.ts';
import type { Status } from '../../command.ts';
import { interrupted } from '../../io/interrupt.ts';
import type { Terminal } from '../../io/terminal.ts';
import { isFolder, isScenario, statsOf } from './inputs.ts';

/**
 * Runs the command again whenever a scenario or the system's module changes, until Ctrl-C. Each run is a new process,
 * because a module that was imported once is not read again.
 */
export async function watchScenarios(
  args: readonly string[],
  system: string | undefined,
  terminal: Terminal,
): Promise<Status> {
  if (args.length === 0 || args.includes('-')) throw new Complaint('--watch needs a FILE', 'name files or folders');
  const folders = foldersOf([...args, ...(system !== undefined && isFile(system) ? [system] : [])]);
  const rounds = new Rounds(process.argv.slice(1).filter((word) => word !== '--watch'));
  const watchers = [...folders].map(([folder, wanted]) => watched(folder, wanted, (name) => rounds.ask(name)));
  terminal.complain(`watching ${args.map(harmless).join(', ')}; Ctrl-C ends`);
  rounds.ask(undefined);
  await interrupted();
  for (const watcher of watchers) watcher.close();
  rounds.end();
  return 0;
}

/** Runs the command, once at a time. A change during a run causes one more. */
class Rounds {
  private readonly argv: readonly string[];
  private running: ReturnType<typeof spawn> | undefined;
  private again = false;
  private ended = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(argv: readonly string[]) {
    this.argv = argv;
  }

  /** Waits a moment, because editors write a file in several steps. */
  ask(name: string | undefined): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.run(name), name === undefined ? 0 : SETTLE);
  }

  end(): void {
    this.ended = true;
    clearTimeout(this.timer);
    this.running?.kill('SIGINT');
  }

  private run(name: string | undefined): void {
    if (this.ended) return;
    if (this.running) {
      this.again = true;
      return;
    }
    if (name !== undefined) process.stderr.write(`\n${harmless(name)} has changed\n`);
    this.running = spawn(process.execPath, [...process.execArgv, ...this.argv], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    this.running.once('close', () => {
      this.running = undefined;
      if (!this.again) return;
      this.again = false;
      this.run(undefined);
    });
  }
}

const SETTLE = 100;

const isFile = (path: string): boolean => statsOf(path)?.isFile() === true;

/** The folders to watch, and which names in them count. A file that is watched itself is lost when it is replaced. */
function foldersOf(paths: readonly string[]): Map<string, (name: string) => boolean> {
  const folders = new Map<string, (name: string) => boolean>();
  const also = (folder: string, counts: (name: string) => boolean): void => {
    const before = folders.get(folder);
    folders.set(folder, (name) => counts(name) || before?.(name) === true);
  };
  for (const path of paths) {
    if (isFolder(path)) also(path, isScenario);
    else if (isFile(path)) also(dirname(path), (name) => name === basename(path));
    else throw new Complaint(`cannot watch ${show(path)}: there is no such file`, 'name files or folders');
  }
  return folders;
}

const watched = (folder: string, counts: (name: string) => boolean, changed: (name: string) => void): FSWatcher =>
  watch(folder, (_, name) => {
    if (name !== null && counts(name)) changed(name);
  });
