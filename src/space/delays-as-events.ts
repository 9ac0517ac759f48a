import { delayEvent, type Fact, type Region, type StateNode } from '../model/index.ts';

/** The region that holds a free fact. */
export const freeRegion = (fact: string): string => `${FREE}${fact}`;

/** The fact that a region holds; undefined for a region of the chart. */
export const freeFact = (region: string): string | undefined =>
  region.startsWith(FREE) ? region.slice(FREE.length) : undefined;

/** Whether an event is a change of a free fact. */
export const isFactChange = (event: string): boolean => event.startsWith(FREE);

const FREE = 'free ';

/** The region with its delays turned into events, so that there is no clock. */
export function withoutDelays(name: string, { states, ...region }: Region): Region {
  const nodes = Object.entries(states).map(([state, { after = {}, ...node }]): [string, StateNode] => {
    const fired = Object.entries(after).map(([delay, moves]) => [delayEvent(name, state, delay), moves] as const);
    return [state, fired.length === 0 ? node : { ...node, on: { ...node.on, ...Object.fromEntries(fired) } }];
  });
  return { ...region, states: Object.fromEntries(nodes) };
}

/** A region that can change to any value of a fact at any time. */
export function anyOf(fact: string, { values, usual }: Fact): Region {
  const region = freeRegion(fact);
  return {
    initial: String(usual),
    on: Object.fromEntries(values.map((value) => [`${region} ${value}`, String(value)])),
    states: Object.fromEntries(values.map((value) => [String(value), {}])),
  };
}
