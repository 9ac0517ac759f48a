import { TRUE } from './logic.ts';
import type { Afresh, Reaction, Take } from './reaction.ts';
import type { Space } from './space.ts';
import { type Block, type Case, oneOf } from './text.ts';

/** Where a microstep writes, and how it raises a signal. */
export interface Microstep {
  readonly space: Space;
  readonly kind: string;
  readonly raise: (signal: string) => Block;
}

/** How many choices of regions are stored at once, in one variable each. */
export const picksOf = ({ regions, whole }: Reaction): number =>
  regions.length < 2 ? 0 : regions.length + (whole.length > 0 ? 1 : 0);

export const pick = (number: number): string => `pick_${number}`;

/**
 * One microstep. All regions decide in the state before it; those that move exit, last region first, and then enter,
 * first region first. If only one region listens, it decides and moves at once.
 */
export function microstep(step: Microstep, { regions, whole }: Reaction): Block {
  const [only] = regions;
  if (regions.length < 2) {
    return oneOf([
      ...(only ?? []).map((take) => ({ when: take.when, does: move(step, take) })),
      ...afresh(step, whole),
    ]);
  }
  const chosen = (takes: readonly { readonly when: string }[], number: number): Block => [
    `${pick(number)} = 0`,
    ...oneOf(takes.map(({ when }, each) => ({ when, does: [`${pick(number)} = ${each + 1}`] }))),
  ];
  const carried = <Each>(takes: readonly Each[], number: number, write: (take: Each) => Block): Block =>
    oneOf(takes.map((take, each) => ({ when: `(${pick(number)} == ${each + 1})`, does: write(take) })));
  const left = regions.map((takes, number) => carried(takes, number, (take) => leave(step, take))).reverse();
  const entered = regions.map((takes, number) => carried(takes, number, (take) => enter(step, take)));
  return [
    ...regions.flatMap(chosen),
    ...(whole.length > 0 ? chosen(whole, regions.length) : []),
    ...left.flat(),
    ...entered.flat(),
    ...carried(afresh(step, whole), regions.length, ({ does }) => does),
  ];
}

const move = (step: Microstep, take: Take): Block => [...leave(step, take), ...enter(step, take)];

function leave({ space, kind, raise }: Microstep, { region, states, target }: Take): Block {
  if (target === undefined) return [];
  return oneOf(
    states.map((state) => ({ when: space.stands(kind, region, [state]), does: raise(`left ${region}.${state}`) })),
  );
}

function enter({ space, kind, raise }: Microstep, { region, target }: Take): Block {
  if (target === undefined) return [];
  return [...space.set(kind, region, target), ...raise(`entered ${region}.${target}`)];
}

/** Every region exits and restarts, except the one that the transition names. */
function afresh(step: Microstep, whole: readonly Afresh[]): Case[] {
  const { space, kind, raise } = step;
  const regions = Object.keys(space.lifecycle(kind).chart.states);
  return whole.map(({ when, place }) => {
    if (!place) return { when, does: [] };
    const stateOf = (region: string): string =>
      region === place.region ? place.state : space.region(kind, region).initial;
    const left = regions
      .toReversed()
      .map((region) =>
        leave(step, { region, states: space.states(kind, region), when: TRUE, target: stateOf(region) }),
      );
    const set = regions.map((region) => space.set(kind, region, stateOf(region)));
    const entered = regions.map((region) => raise(`entered ${region}.${stateOf(region)}`));
    return { when, does: [...left, ...set, ...entered].flat() };
  });
}
