import { closeSync } from 'node:fs';
import { Simulator } from '../../../engine/simulate.ts';
import type { Step, StepResult, System } from '../../../model/index.ts';
import { ScenarioError, ScenarioReader } from '../../../scenario/index.ts';
import { amount, harmless } from '../../../scenario/wording.ts';
import type { Status } from '../../command.ts';
import { type Batch, batchesOf } from '../../io/batches.ts';
import { chunksOf, type Input, type RegularFile } from '../../io/input.ts';
import type { Output } from '../../io/output.ts';
import type { Progress } from '../../io/progress.ts';
import type { Report } from '../../text/report.ts';
import { StepColumns } from '../../text/step-columns.ts';

/** The result of a scenario. */
export interface FileRun {
  readonly status: Status;
  readonly steps: number;
  readonly expected: number;
  readonly missed: number;
  /** Messages for the first malformed lines, and the number of the others. */
  readonly malformed: readonly string[];
}

/** How a scenario is reported. */
export interface Telling {
  readonly report: (simulator: Simulator, columns: StepColumns) => Report;
  /** Whether to measure the columns that the file needs. */
  readonly inColumns: boolean;
  /** Called for each step that misses an expectation. */
  readonly missed?: (step: Step, result: StepResult, line: number, simulator: Simulator) => void;
}

/** Runs a scenario in its own world. A file is checked as a whole first; a stream is answered as it comes. */
export async function runFile(
  system: System,
  input: Input,
  telling: Telling,
  out: Output,
  progress: Progress,
): Promise<FileRun> {
  const reader = new ScenarioReader(system, input.name);
  if ('flow' in input) {
    const chunks = progress.watch('running', input.flow);
    const batches = batchesOf(reader, chunks, input.name);
    return new Answers(system, telling, StepColumns.of(system), out, progress).all(batches);
  }
  // Setting a flag loads Node's streams, so it is not worth it for a short file.
  if (input.size > SHORT) process.getBuiltinModule('node:v8').setFlagsFromString(STAY_YOUNG);
  try {
    const columns = new StepColumns();
    const { end, malformed } = await check(reader, input, progress, telling.inColumns ? columns : undefined);
    if (malformed.length > 0) return { status: 2, steps: 0, expected: 0, missed: 0, malformed };
    const batches = batchesOf(reader.again(), progress.watch('running', chunksOf(input, end), end), input.name);
    return await new Answers(system, telling, columns, out, progress).all(batches);
  } finally {
    closeSync(input.descriptor);
  }
}

/** Keeps the young generation of the garbage collector small: what a step allocates is garbage after the next step. */
const STAY_YOUNG = '--semi-space-growth-factor=1';

/** The young generation does not grow while so many bytes are read. */
const SHORT = 1 << 16;

/** How many malformed lines of a file are reported. */
const MOST_MALFORMED = 20;

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
  const next = (batch: Batch): number | undefined => {
    try {
      if (columns === undefined || count > 0) return batch.check();
      const steps = batch.next();
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
  const batches = batchesOf(reader, progress.watch('checking', chunksOf(file), file.size), file.name);
  for await (const batch of batches) {
    for (let steps = next(batch); steps !== undefined && more; steps = next(batch)) progress.steps += steps;
    if (!more) break;
  }
  if (count > MOST_MALFORMED) {
    const left = count - MOST_MALFORMED;
    malformed.push(`${harmless(file.name)}: ${amount(left)} more malformed ${left === 1 ? 'line' : 'lines'}`);
  }
  return { end: progress.bytes, malformed };
}

/** Runs the steps of a scenario and reports them. */
class Answers {
  private readonly simulator: Simulator;
  private readonly report: Report;
  private readonly telling: Telling;
  private readonly out: Output;
  private readonly progress: Progress;
  private expected = 0;
  private missed = 0;

  constructor(system: System, telling: Telling, columns: StepColumns, out: Output, progress: Progress) {
    this.simulator = new Simulator(system);
    this.report = telling.report(this.simulator, columns);
    this.telling = telling;
    this.out = out;
    this.progress = progress;
  }

  async all(batches: AsyncIterable<Batch>): Promise<FileRun> {
    const { out } = this;
    for await (const batch of batches) {
      while (this.some(batch)) await out.flush();
      await out.flush();
    }
    for (const line of this.report.end()) {
      out.write(line);
      if (out.full) await out.flush();
    }
    await out.flush();
    const { expected, missed } = this;
    return { status: missed > 0 ? 1 : 0, steps: this.simulator.steps, expected, missed, malformed: [] };
  }

  /** Runs lines until the output is worth flushing; false after the last line. It waits for nothing. */
  private some(batch: Batch): boolean {
    const { simulator, out, progress } = this;
    for (let steps = batch.next(); steps !== undefined; steps = batch.next()) {
      // Only the opening has several steps.
      const place = { line: batch.line, opening: steps.length > 1 };
      for (let each = 0; each < steps.length; each += 1) {
        const step = steps[each] as Step;
        const taken = simulator.take(step);
        taken.line = batch.number;
        if (step.expect !== undefined) this.count(step, taken.missed);
        if (taken.missed) this.telling.missed?.(step, simulator.result(taken), place.line, simulator);
        this.report.step(step, taken, place, out);
      }
      progress.steps += steps.length;
      if (out.full) return true;
    }
    return false;
  }

  private count({ expect = [] }: Step, missed: readonly string[] = []): void {
    this.expected += expect.length;
    this.missed += missed.length;
  }
}
