import { execFileSync } from 'node:child_process';

/** How far SPIN got. */
export interface Pan {
  /** False if its time ran out first. */
  readonly complete: boolean;
  readonly situations: number;
  readonly transitions: number;
  readonly seconds: number;
  /** Bytes in use at the end. */
  readonly bytes: number;
}

/** More steps than any path of a depth-first search here has. */
const DEPTH = 5_000_000;

/** Slots of its table: two to this power. */
const SLOTS = 26;

const MEGABYTES = 10_000;

/** Explores `model.pml` in a folder as fast as SPIN can with every state stored, for some minutes at most. */
export function pan(folder: string, minutes: number): Pan {
  const run = (program: string, args: readonly string[]): string =>
    execFileSync(program, args, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  // -o2 keeps variables that a model writes and never reads: they are part of a situation, too.
  run('spin', ['-o2', '-a', 'model.pml']);
  run('gcc', ['-O2', '-w', '-DSAFETY', '-DNOREDUCE', `-DMEMLIM=${MEGABYTES}`, '-o', 'pan', 'pan.c']);
  const report = run('./pan', [`-m${DEPTH}`, `-w${SLOTS}`, `-Q${minutes}`]);
  const number = (pattern: RegExp): number => {
    const found = pattern.exec(report)?.[1];
    if (found === undefined) throw new Error(`SPIN's report does not say ${pattern}:\n${report}`);
    return Number(found);
  };
  const situations = number(/([\d.e+]+) states, stored/);
  return {
    complete: !/Search not completed|time limit|max search depth too small/i.test(report),
    situations,
    // A transition for every state stored or matched, except the initial one.
    transitions: situations + number(/([\d.e+]+) states, matched/) - 1,
    seconds: number(/elapsed time ([\d.e+-]+) seconds/),
    bytes: number(/([\d.]+)\s+total actual memory usage/) * 2 ** 20,
  };
}
