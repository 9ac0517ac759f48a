import { leaves } from '../../../src/diagram/sketch.ts';
import { delayEvent, type Lifecycle, movesOf, type Transition } from '../../../src/model/index.ts';
import { every, FALSE, not, some, TRUE } from './logic.ts';
import type { Happening, Space } from './space.ts';

/** A transition that may be taken in some states of a region. */
export interface Take {
  readonly region: string;
  readonly states: readonly string[];
  /** The condition on which it is taken. */
  readonly when: string;
  /** The state that is entered; undefined if the region does not move. */
  readonly target: string | undefined;
}

/** A transition of the whole entity, and the condition on it. Without a place, only its actions count. */
export interface Afresh {
  readonly when: string;
  readonly place: { readonly region: string; readonly state: string } | undefined;
}

/** The immediate reactions to an event: transitions of each region that listens, else one of the whole entity. */
export interface Reaction {
  readonly regions: readonly (readonly Take[])[];
  readonly whole: readonly Afresh[];
}

export function reactionTo(space: Space, about: Happening): Reaction {
  const { chart } = space.lifecycle(about.kind);
  const regions = Object.keys(chart.states)
    .map((region) => takesOf(space, about, region))
    .filter((takes) => takes.length > 0);
  const none = every(regions.flatMap((takes) => takes.map(({ when }) => not(when))));
  const whole: Afresh[] = [];
  let open = none;
  for (const { target, guard } of movesOf(chart.on, about.event)) {
    const holds = guard === undefined ? TRUE : space.holds(guard, about);
    const when = every([open, holds]);
    const [region = '', ...state] = (target ?? '').split('.');
    if (when !== FALSE)
      whole.push({ when, place: target === undefined ? undefined : { region, state: state.join('.') } });
    open = every([open, not(holds)]);
  }
  return { regions, whole };
}

/** True if some transition of the chart is enabled. */
export const reacts = ({ regions, whole }: Reaction): string =>
  some([...regions.flatMap((takes) => takes.map(({ when }) => when)), ...whole.map(({ when }) => when)]);

/** States with the same transitions are one case. */
function takesOf(space: Space, about: Happening, region: string): Take[] {
  const cases = new Map<string, { states: string[]; moves: { target: string | undefined; guard: string }[] }>();
  for (const state of space.states(about.kind, region)) {
    if (space.stands(about.kind, region, [state]) === FALSE) continue;
    const moves = movesFrom(space.lifecycle(about.kind), about.event, region, state).map(({ move, anew }) => ({
      target: anew || leaves(move, state) ? move.target : undefined,
      guard: move.guard === undefined ? TRUE : space.holds(move.guard, about),
    }));
    const possible = moves.filter(({ guard }) => guard !== FALSE);
    if (possible.length === 0) continue;
    const key = JSON.stringify(possible);
    const same = cases.get(key);
    if (same) same.states.push(state);
    else cases.set(key, { states: [state], moves: possible });
  }
  return [...cases.values()].flatMap(({ states, moves }) => {
    let open = space.stands(about.kind, region, states);
    return moves.flatMap(({ target, guard }) => {
      const when = every([open, guard]);
      open = every([open, not(guard)]);
      return when === FALSE ? [] : [{ region, states, when, target }];
    });
  });
}

/** The transitions of the state and its delays, then those of its region, which always exit and enter. */
function movesFrom(
  { chart }: Lifecycle,
  event: string,
  region: string,
  state: string,
): { move: Transition; anew: boolean }[] {
  const { on, states } = chart.states[region] as Lifecycle['chart']['states'][string];
  const { on: own, after = {} } = states[state] ?? {};
  const ended = Object.keys(after).filter((delay) => delayEvent(region, state, delay) === event);
  const inner = [...movesOf(own, event), ...ended.flatMap((delay) => movesOf(after, delay))];
  return [
    ...inner.map((move) => ({ move, anew: false })),
    ...movesOf(on, event).map((move) => ({ move, anew: move.target !== undefined })),
  ];
}
