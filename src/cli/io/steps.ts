import { Simulator } from '../../engine/simulate.ts';
import type { World } from '../../engine/world.ts';
import type { Step, System } from '../../model/index.ts';
import { stepsOf } from '../../scenario/stream.ts';
import { bytesOf, inputOf } from './input.ts';

/** The steps of a scenario in a file, or on standard input. Reading them throws at the first malformed line. */
export async function stepsIn(system: System, file: string): Promise<AsyncGenerator<Step>> {
  const input = await inputOf(file);
  return stepsOf(system, bytesOf(input), input.name);
}

/** The world at the end of a scenario in a file. Expectations are not checked. */
export async function worldAfterFile(system: System, file: string): Promise<World> {
  const simulator = new Simulator(system);
  for await (const step of await stepsIn(system, file)) simulator.run(step);
  return simulator.world;
}
