import type { Step } from '../../model/index.ts';
import type { ScenarioReader } from '../../scenario/index.ts';
import { Lines } from '../../scenario/line-splitter.ts';

/** The steps of the lines that a chunk of input completes. Take them before the next chunk is read. */
export interface Batch {
  /** The steps of the next line, valid until the next call; undefined after the last line. */
  next(): readonly Step[] | undefined;
  /** Checks the next line and returns its number of steps; undefined after the last line. */
  check(): number | undefined;
  /** The last line that was read: its line in the file, and its number in results. */
  readonly line: number;
  readonly number: number;
}

/**
 * The steps of a scenario, in a batch for each chunk: after a batch, no more input is available for now. Within a batch
 * there is no promise and no generator, because either costs more than a step.
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
