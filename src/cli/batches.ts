import type { Step, System } from '../model/index.ts';
import { ScenarioReader } from '../scenario/index.ts';
import { Lines } from '../scenario/lines.ts';

/** The steps of each line that a piece of input completes. It has to be gone through before the next piece is read. */
export type Batch = Iterable<readonly Step[]>;

/**
 * The steps of a scenario, batch by batch: whoever runs them knows when the input has nothing more to give for now. The
 * steps within a batch are had without waiting, which is faster than one promise each.
 */
export async function* batchesOf(
  system: System,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  file: string,
): AsyncGenerator<Batch> {
  const reader = new ScenarioReader(system, file);
  const lines = new Lines(file);
  for await (const chunk of chunks) yield stepsIn(lines.push(chunk), reader);
  yield stepsIn(lines.end(), reader);
}

function* stepsIn(lines: Iterable<string>, reader: ScenarioReader): Generator<readonly Step[]> {
  for (const line of lines) yield reader.line(line);
}
