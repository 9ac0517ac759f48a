import type { System } from '../../../model/index.ts';
import { ScenarioReader } from '../../../scenario/index.ts';
import { Watched } from '../../../session/watched.ts';
import { batchesOf } from '../../io/batches.ts';
import { chunksOf, inputOf } from '../../io/input.ts';

/** Runs a scenario and watches what its entities do. */
export async function watched(system: System, file: string): Promise<Watched> {
  const input = await inputOf(file);
  const chunks = 'flow' in input ? input.flow : chunksOf(input);
  const run = new Watched(system, input.name);
  for await (const batch of batchesOf(new ScenarioReader(system, input.name), chunks, input.name)) {
    for (let steps = batch.next(); steps; steps = batch.next()) for (const step of steps) run.take(step);
  }
  return run;
}
