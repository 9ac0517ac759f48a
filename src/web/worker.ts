import { answersOf, registeredName } from '../../machines/shipped.ts';
import { loadSystem, type Offered } from './systems.ts';
import { type FoundWay, nearestWay, type WayGoal } from './way.ts';

export interface WayQuestion {
  readonly number: number;
  readonly system: Offered;
  readonly scenario: readonly string[];
  readonly entity: string;
  readonly goal: WayGoal;
}

export interface WayAnswer {
  readonly number: number;
  readonly way?: FoundWay | undefined;
  readonly fault?: string;
}

const answer = async ({ number, system, scenario, entity, goal }: WayQuestion): Promise<WayAnswer> => {
  try {
    const loaded = await loadSystem(system);
    const name = await registeredName(loaded);
    return { number, way: nearestWay(loaded, scenario, entity, goal, name && (await answersOf(name))) };
  } catch (error) {
    return { number, fault: error instanceof Error ? error.message : String(error) };
  }
};

addEventListener('message', ({ data }: MessageEvent<WayQuestion>) => {
  void answer(data).then((way) => postMessage(way));
});
