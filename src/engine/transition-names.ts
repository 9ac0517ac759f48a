import { delayEvent, eventsHeard, movesOf, type Region } from '../model/index.ts';
import type { CompiledLifecycle, CompiledRegion } from './compile.ts';
import type { CompiledTransition } from './compiled-transition.ts';

/** What the data calls a transition. */
export interface TransitionName {
  /** The chart's word for the event. */
  readonly event: string;
  /** Its place among those that its state has for the event; behind `*` those of its region, behind `**` of the chart. */
  readonly place: string;
}

/** The names of all transitions of a chart. */
export function namesOfTransitions({
  source,
  regions,
  reactions,
}: CompiledLifecycle): Map<CompiledTransition, TransitionName> {
  const names = new Map<CompiledTransition, TransitionName>();
  for (const event of eventsHeard(source.chart)) {
    const reacting = reactions.get(event);
    for (const { index, transitions } of reacting?.regions ?? []) {
      const { name, states } = regions[index] as CompiledRegion;
      for (const [at, list] of transitions.entries()) {
        const own = ownCount(source.chart.states[name] as Region, name, states[at] as string, event);
        for (const [place, take] of list.entries())
          names.set(take, { event, place: place < own ? `${place}` : `*${place - own}` });
      }
    }
    for (const [place, take] of (reacting?.whole ?? []).entries()) names.set(take, { event, place: `**${place}` });
  }
  return names;
}

/** How many transitions a state itself has for an event. */
function ownCount({ states }: Region, name: string, state: string, event: string): number {
  const { on, after = {} } = states[state] ?? {};
  const delays = Object.keys(after).filter((delay) => delayEvent(name, state, delay) === event);
  return [movesOf(on, event), ...delays.map((delay) => movesOf(after, delay))].flat().length;
}
