import { Simulator } from '../../engine/simulate.ts';
import type { World } from '../../engine/world.ts';
import type { Step, System } from '../../model/index.ts';
import { ScenarioReader } from '../../scenario/index.ts';
import { batchesOf } from './batches.ts';
import { chunksOf, inputOf } from './input.ts';

/** The world behind a scenario in a file, or on standard input. A malformed line ends it; what was expected is not asked. */
export async function worldAfterFile(system: System, file: string): Promise<{ world: World; steps: readonly Step[] }> {
  const input = await inputOf(file);
  const simulator = new Simulator(system);
  const steps: Step[] = [];
  const chunks = 'flow' in input ? input.flow : chunksOf(input);
  for await (const batch of batchesOf(new ScenarioReader(system, input.name), chunks, input.name)) {
    for (let next = batch.next(); next !== undefined; next = batch.next()) {
      for (const step of next) {
        simulator.run(step);
        steps.push(step);
      }
    }
  }
  return { world: simulator.world, steps };
}
