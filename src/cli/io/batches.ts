import type { Step } from '../../model/index.ts';
import type { ScenarioReader } from '../../scenario/index.ts';
import { Lines } from '../../scenario/line-splitter.ts';

/** The steps of the lines that a piece of input completes. They have to be taken before the next piece is read. */
export interface Batch {
  /** The steps of the next line, good until the next are asked for; undefined behind the last. */
  next(): readonly Step[] | undefined;
  /** How many steps the next line stands for, where it is only checked; undefined after the last. */
  check(): number | undefined;
  /** Where the steps that were given last stand: the line of the file, and what results call it. */
  readonly line: number;
  readonly number: number;
}

/**
 * The steps of a scenario, batch by batch, so that the caller knows when no more input is available for now. The
 * steps within a batch are had without waiting, and without a generator, either of which costs more than a step.
 */
export async function* batchesOf(
  reader: ScenarioReader,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  file: string,
): AsyncGenerator<Batch> {
  const lines = new Lines(file);
  const batch: Batch = {
    next: () => reader.next(lines),
    check: () => reader.check(lines),
    get line() {
      return reader.at;
    },
    get number() {
      return reader.number;
    },
  };
  for await (const chunk of chunks) {
    lines.push(chunk);
    yield batch;
  }
  lines.end();
  yield batch;
}
