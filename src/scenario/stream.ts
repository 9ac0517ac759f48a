import type { Step, System } from '../model/index.ts';
import { Lines } from './line-splitter.ts';
import { ScenarioReader } from './reader.ts';

/**
 * Reads a scenario as it arrives, in pieces of any size, and yields each step as soon as its line is complete. Nothing
 * read is kept. Throws a ScenarioError at the first line that cannot be read, after the steps before it.
 */
export async function* stepsOf(
  system: System,
  chunks: AsyncIterable<Uint8Array | string>,
  file = '-',
): AsyncGenerator<Step> {
  const reader = new ScenarioReader(system, file);
  const lines = new Lines(file);
  for await (const chunk of chunks) {
    lines.push(chunk);
    for (let line = lines.next(); line !== undefined; line = lines.next()) {
      // Not yield*, which is several times slower in an asynchronous generator.
      for (const step of reader.line(line)) yield step;
    }
  }
  lines.end();
  for (let line = lines.next(); line !== undefined; line = lines.next()) {
    for (const step of reader.line(line)) yield step;
  }
}
