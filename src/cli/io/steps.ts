import { Simulator } from '../../engine/simulate.ts';
import type { World } from '../../engine/world.ts';
import type { Step, System } from '../../model/index.ts';
import { ScenarioReader } from '../../scenario/index.ts';
import { batchesOf } from './batches.ts';
import { bytesOf, inputOf } from './input.ts';

/** The steps of a scenario in a file, or on standard input. Throws at the first malformed line. */
export async function* stepsIn(system: System, file: string): AsyncGenerator<Step> {
  const input = await inputOf(file);
  for await (const batch of batchesOf(new ScenarioReader(system, input.name), bytesOf(input), input.name)) {
    for (let steps = batch.next(); steps; steps = batch.next()) yield* steps;
  }
}

/** The world at the end of a scenario in a file. Expectations are not checked. */
export async function worldAfterFile(system: System, file: string): Promise<World> {
  const simulator = new Simulator(system);
  for await (const step of stepsIn(system, file)) simulator.run(step);
  return simulator.world;
}
