import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const LARGE = { maxBuffer: 1 << 26 };

/** SPIN's result for a model. */
export interface Verified {
  readonly situations: number;
  readonly transitions: number;
  /** Seconds of the search, without compiling the verifier. */
  readonly seconds: number;
  /** Peak memory of the search in megabytes. */
  readonly megabytes: number;
}

export interface Bounds {
  /** The most steps on one path of the depth-first search. */
  readonly depth?: number;
  /** The hash table has 2 to this power slots. */
  readonly slots?: number;
  /** Megabytes that the search may take. */
  readonly memory?: number;
}

/**
 * Explores a model with SPIN exhaustively, for safety, without partial-order reduction or state compression.
 *
 * @throws Error if SPIN or gcc is missing, rejects the model, or ends before everything was explored.
 */
export async function verify(
  model: string,
  { depth = 1_000_000, slots = 20, memory = 12_000 }: Bounds = {},
): Promise<Verified> {
  const folder = await mkdtemp(join(tmpdir(), 'spin-'));
  try {
    await writeFile(join(folder, 'model.pml'), model);
    // Without -o2 SPIN leaves a region that nothing reads out of the state.
    await run('spin', ['-o2', '-a', 'model.pml'], { cwd: folder, ...LARGE });
    await printWhole(join(folder, 'pan.c'));
    const flags = ['-O2', '-w', '-DSAFETY', '-DNOREDUCE', `-DMEMLIM=${memory}`];
    await run('gcc', [...flags, '-o', 'pan', 'pan.c'], { cwd: folder, ...LARGE });
    const { stdout } = await run('./pan', [`-m${depth}`, `-w${slots}`], { cwd: folder, ...LARGE });
    return read(stdout);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** SPIN prints eight digits of a count. The verifier is changed to print all of them. */
async function printWhole(verifier: string): Promise<void> {
  const source = await readFile(verifier, 'utf8');
  await writeFile(verifier, source.replaceAll('%9.8g', '%9.0f'));
}

/**
 * SPIN counts a transition for every state that it stored or matched, and so one for the initial state, which no letter
 * led to.
 */
function read(report: string): Verified {
  if (
    /max search depth too small|out of memory|max\. depth|Search not completed/i.test(report) ||
    !/errors: 0/.test(report)
  ) {
    throw new Error(`SPIN did not see everything:\n${report}`);
  }
  const number = (pattern: RegExp): number => {
    const found = pattern.exec(report)?.[1];
    if (found === undefined) throw new Error(`SPIN's report does not say ${pattern}:\n${report}`);
    return Number(found);
  };
  const situations = number(/([\d.e+]+) states, stored/);
  return {
    situations,
    transitions: number(/([\d.e+]+) states, matched/) + situations - 1,
    seconds: number(/elapsed time ([\d.e+-]+) seconds/),
    megabytes: number(/([\d.]+)\s+total actual memory usage/),
  };
}
