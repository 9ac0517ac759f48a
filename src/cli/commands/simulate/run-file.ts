import { closeSync } from 'node:fs';
import type { Simulator } from '../../../engine/simulate.ts';
import type { Step } from '../../../model/index.ts';
import { ScenarioError, ScenarioReader } from '../../../scenario/index.ts';
import { Lines } from '../../../scenario/line-splitter.ts';
import { harmless } from '../../../scenario/wording.ts';
import type { Status } from '../../command.ts';
import { chunksOf, type Input, type RegularFile } from '../../io/input.ts';
import type { Output } from '../../io/output.ts';
import type { Progress } from '../../io/progress.ts';
import type { Expectations, Report } from '../../text/report.ts';
import type { StepColumns } from '../../text/step-columns.ts';
import { amountOf } from '../../text/wording.ts';

/** The result of a scenario. */
export interface FileRun extends Expectations {
  readonly status: Status;
  readonly steps: number;
  /** Messages for the first malformed lines, and the number of the others. */
  readonly malformed: readonly string[];
}

/** The result of a scenario that cannot be read. */
export const refused = (malformed: readonly string[]): FileRun => ({
  ...{ status: 2, steps: 0, expected: 0, missed: 0 },
  malformed,
});

/**
 * Runs a scenario. A file is checked as a whole first, and the columns get the widths that it needs; a stream is answered
 * as it comes.
 */
export async function runFile(
  simulator: Simulator,
  input: Input,
  report: Report,
  out: Output,
  progress: Progress,
  columns?: StepColumns,
): Promise<FileRun> {
  const reader = new ScenarioReader(simulator.world.system, input.name);
  const run = (from: ScenarioReader, chunks: AsyncIterable<Uint8Array>): Promise<FileRun> =>
    runLines(from, linesOf(chunks, input.name), simulator, report, out, progress);

  if ('flow' in input) return run(reader, progress.watch('running', input.flow));
  // Setting a flag loads Node's streams, so it is not worth it for a short file.
  if (input.size > SHORT) process.getBuiltinModule('node:v8').setFlagsFromString(STAY_YOUNG);
  try {
    const { end, malformed } = await check(reader, input, progress, columns);
    if (malformed.length > 0) return refused(malformed);
    return await run(reader.again(), progress.watch('running', chunksOf(input, end), end));
  } finally {
    closeSync(input.descriptor);
  }
}

/** Keeps the young generation of the garbage collector small: what a step allocates is garbage after the next step. */
const STAY_YOUNG = '--semi-space-growth-factor=1';

/** Reading so few bytes does not make the young generation grow. */
const SHORT = 1 << 16;

/** How many malformed lines of a file are reported. */
const MOST_MALFORMED = 20;

/**
 * The complete lines of a scenario so far, after each chunk. They are to be read before the next chunk. Reading them
 * involves no promise and no generator, because either costs more than a step.
 */
async function* linesOf(chunks: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Lines> {
  const lines = new Lines(file);
  for await (const chunk of chunks) {
    lines.push(chunk);
    yield lines;
  }
  lines.end();
  yield lines;
}

/** Reads the whole file. `end` is the size that was checked, since the file may grow meanwhile. */
async function check(
  reader: ScenarioReader,
  file: RegularFile,
  progress: Progress,
  columns: StepColumns | undefined,
): Promise<{ end: number; malformed: string[] }> {
  const malformed: string[] = [];
  let count = 0;
  let more = true;
  /** The number of steps of the next line; 0 if it is malformed. */
  const next = (lines: Lines): number | undefined => {
    try {
      if (columns === undefined || count > 0) return reader.check(lines);
      const steps = reader.next(lines);
      for (const step of steps ?? []) columns.add(step);
      return steps?.length;
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      count += 1;
      if (count <= MOST_MALFORMED) malformed.push(error.message);
      more = !error.isLast;
      return 0;
    }
  };
  for await (const lines of linesOf(progress.watch('checking', chunksOf(file), file.size), file.name)) {
    for (let steps = next(lines); steps !== undefined && more; steps = next(lines)) progress.steps += steps;
    if (!more) break;
  }
  if (count > MOST_MALFORMED) {
    malformed.push(`${harmless(file.name)}: ${amountOf(count - MOST_MALFORMED, 'more malformed line')}`);
  }
  return { end: progress.bytes, malformed };
}

/** Runs the steps of a scenario and reports them. */
async function runLines(
  reader: ScenarioReader,
  batches: AsyncIterable<Lines>,
  simulator: Simulator,
  report: Report,
  out: Output,
  progress: Progress,
): Promise<FileRun> {
  let expected = 0;
  let missed = 0;
  /** Runs lines until the output is worth flushing; false after the last line. */
  const some = (lines: Lines): boolean => {
    for (let steps = reader.next(lines); steps !== undefined; steps = reader.next(lines)) {
      // Only the opening has several steps.
      const place = { line: reader.at, opening: steps.length > 1 };
      for (let each = 0; each < steps.length; each += 1) {
        const step = steps[each] as Step;
        const taken = simulator.take(step);
        taken.line = reader.number;
        if (step.expect !== undefined) expected += step.expect.length;
        if (taken.missed !== undefined) missed += taken.missed.length;
        report.step(step, taken, place, out);
      }
      progress.steps += steps.length;
      if (out.full) return true;
    }
    return false;
  };
  for await (const lines of batches) {
    while (some(lines)) await out.flush();
    await out.flush();
  }
  for (const line of report.end?.({ expected, missed }) ?? []) {
    out.write(line);
    if (out.full) await out.flush();
  }
  await out.flush();
  return { status: missed > 0 ? 1 : 0, steps: simulator.steps, expected, missed, malformed: [] };
}
