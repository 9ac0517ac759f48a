import { every, FALSE, some, TRUE } from './logic.ts';
import { type Reaction, reactionTo } from './reaction.ts';
import type { Happening, Space } from './space.ts';

/** True if an event itself, not a signal that it raises, would move a fixed region. */
export function stillMoves(space: Space, about: Happening): string {
  const { regions, whole } = reactionTo(space, about);
  const away = (region: string, target: string | undefined): boolean =>
    target !== undefined && space.isFixed(about.kind, region) && target !== space.region(about.kind, region).initial;
  const moved = regions.flat().filter(({ region, target }) => away(region, target));
  const begun = whole.filter(({ place }) => place && away(place.region, place.state));
  return some([...moved, ...begun].map(({ when }) => when));
}

/** True if an event, or a signal that it raises immediately, would move a fixed region. */
export function disturbs(space: Space, about: Happening): string {
  const raised = raisedBy(space, about.kind, reactionTo(space, about));
  const bySignals = [...raised].map(([signal, when]) => {
    const moves = stillMoves(space, { ...about, event: signal });
    if (moves !== FALSE && moves !== TRUE) {
      throw new Error(`whether ${signal} moves a region that stands still depends on regions, and cannot be exported`);
    }
    return every([when, moves]);
  });
  return some([stillMoves(space, about), ...bySignals]);
}

/** Each signal that a reaction raises immediately, and the condition. */
function raisedBy(space: Space, kind: string, { regions, whole }: Reaction): Map<string, string> {
  const raised = new Map<string, string>();
  const add = (signal: string, when: string): void => {
    raised.set(signal, some([raised.get(signal) ?? FALSE, when]));
  };
  const moves = (region: string, states: readonly string[], target: string, when: string): void => {
    for (const state of states) add(`left ${region}.${state}`, every([when, space.stands(kind, region, [state])]));
    add(`entered ${region}.${target}`, when);
  };
  for (const { region, states, target, when } of regions.flat()) {
    if (target !== undefined) moves(region, states, target, when);
  }
  for (const { when, place } of whole) {
    if (!place) continue;
    for (const region of Object.keys(space.lifecycle(kind).chart.states)) {
      const target = region === place.region ? place.state : space.region(kind, region).initial;
      moves(region, space.states(kind, region), target, when);
    }
  }
  return raised;
}
