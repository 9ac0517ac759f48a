import { type Code, isRefusal, type Step, type System, stateOf, statusOf } from '../../model/index.ts';
import { Simulator } from '../simulate.ts';
import { digitOf, type Field, type Layout, layOut } from './layout.ts';
import { compileSpace } from './quotient.ts';
import { findStrips, rowLength, type Strips } from './strips.ts';
import { Sweep } from './sweep.ts';

/** What a scenario is to lead to: statuses that one entity has at the same time, or a code that refuses a command. */
export type Goal = { readonly statuses: { readonly [phase: string]: string | null } } | { readonly code: Code };

export interface Path {
  /** Scenario text, line by line. */
  readonly lines: readonly string[];
  /** Of these, lines at the beginning that make facts outside the space what they are taken to be in it. */
  readonly before: number;
  /** Situations that were visited until it was found. */
  readonly situations: number;
}

/** Reads a line of scenario text. */
type Read = (line: string) => readonly Step[];

/**
 * The shortest scenario to a goal in the space of an entity: the breadth-first search has visited every situation that is
 * fewer steps away. First in a world around that is new, then, with a line before that makes it so, in one in which the
 * facts are as usual. It is carried out in a real world before it is given. Undefined where no situation of the space is
 * the goal, `unproven` where no line that the facts suggest makes the world around one in which it ends there.
 */
export function shortestPath(system: System, kind: string, goal: Goal, read: Read): Path | 'unproven' | undefined {
  const inNew = pathIn(system, kind, goal, read, true);
  return typeof inNew === 'object' ? inNew : (pathIn(system, kind, goal, read, false) ?? inNew);
}

function pathIn(system: System, kind: string, goal: Goal, read: Read, asNew: boolean): ReturnType<typeof shortestPath> {
  const quotient = compileSpace(system, kind, { sayable: true, asNew });
  const layout = layOut(quotient);
  const found = search(new Sweep(findStrips(layout)), goalOf(layout, kind, goal));
  if (!found) return undefined;
  const lines = found.letters.map((letter) => quotient.letters[letter]?.line as string);
  const setting = [...quotient.held].flatMap((name) => {
    const [of = '', fact = ''] = name.split(' ');
    return system.entities[of]?.facts[fact]?.by ?? [];
  });
  for (const before of asNew ? [[]] : setting.map((line) => [line])) {
    const all = [...before, ...lines];
    if (leadsThere(system, kind, goal, all, read)) {
      return { lines: all, before: before.length, situations: found.situations };
    }
  }
  return 'unproven';
}

/** Whether the lines, carried out in a world of their own, end at the goal. */
function leadsThere(system: System, kind: string, goal: Goal, lines: readonly string[], read: Read): boolean {
  const simulator = new Simulator(system);
  const results = lines.flatMap(read).map((step) => simulator.run(step));
  if ('code' in goal) return results.at(-1)?.error?.code === goal.code;
  const entity = simulator.world.peek(kind, system.entities[kind]?.only ?? '1');
  return Object.entries(goal.statuses).every(([phase, status]) => statusOf(entity.state(phase)) === status);
}

/** For each node: what the parts of a situation have to be, and the letter that is then taken last, -1 for none. */
interface Aim {
  readonly high: Wanted;
  readonly low: Wanted;
  readonly letter: number;
}

interface Wanted {
  readonly mask: number;
  readonly value: number;
}

const ANY: Wanted = { mask: 0, value: 0 };

function goalOf(layout: Layout, kind: string, goal: Goal): (Aim | undefined)[] {
  const { nodes, places } = layout.quotient;
  if ('code' in goal) {
    return nodes.map(({ answers }) => {
      const answer = answers.find(({ rule }) => isRefusal(rule) && rule.code === goal.code);
      return answer && { high: ANY, low: ANY, letter: answer.letter };
    });
  }
  const wanted = Object.entries(goal.statuses).map(([phase, status]) => {
    const place = places.findIndex((each) => each.kind === kind && each.name === phase);
    return { place, state: places[place]?.states.indexOf(stateOf(status)) ?? -1 };
  });
  return nodes.map((_, node) => {
    const parts = { high: { mask: 0, value: 0 }, low: { mask: 0, value: 0 } };
    for (const { place, state } of wanted) {
      const digit = digitOf(layout, node, place, state);
      if (digit < 0) return undefined;
      const { low, shift, width } = (layout.fields[node] as readonly Field[])[place] as Field;
      const part = low ? parts.low : parts.high;
      part.mask |= ((1 << width) - 1) << shift;
      part.value |= digit << shift;
    }
    return { ...parts, letter: -1 };
  });
}

/** One level of the search, kept to find the way back: strips and, one after another, their rows. */
interface Level {
  readonly strips: Int32Array;
  readonly words: Uint32Array;
}

interface Found {
  readonly letters: number[];
  readonly situations: number;
}

/** No situation keeps where it was come from: the way back is found level by level, by asking which leads on from there. */
function search(sweep: Sweep, aims: readonly (Aim | undefined)[]): Found | undefined {
  const levels: Level[] = [];
  while (!sweep.over) {
    const level = keep(sweep);
    const hit = hitIn(sweep.strips, level, aims);
    if (hit) {
      const way: number[] = hit.letter < 0 ? [] : [hit.letter];
      let at = { strip: hit.strip, low: hit.low };
      for (const before of levels.toReversed()) {
        const step = leadingTo(sweep.strips, before, at);
        way.unshift(step.letter);
        at = step;
      }
      return { letters: way, situations: sweep.situations };
    }
    levels.push(level);
    sweep.step();
  }
  return undefined;
}

function keep({ strips, front, frontLength, bits }: Sweep): Level {
  const kept = front.slice(0, frontLength);
  const lengths = Array.from(kept, (strip) => lengthOf(strips, strip));
  const words = new Uint32Array(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  kept.forEach((strip, index) => {
    const row = strips.rows[strip] as number;
    const length = lengths[index] as number;
    words.set(bits.subarray(row, row + length), at);
    at += length;
  });
  return { strips: kept, words };
}

const lengthOf = ({ layout, nodes }: Strips, strip: number): number =>
  rowLength(layout.lows[nodes[strip] as number] as number);

/** The situations of a level, in order. */
function* situationsOf(strips: Strips, level: Level, wanted: (strip: number) => boolean) {
  let at = 0;
  for (const strip of level.strips) {
    const length = lengthOf(strips, strip);
    if (wanted(strip)) {
      for (let low = 0; low < length * 32; low += 1) {
        if (((level.words[at + (low >>> 5)] as number) >>> (low & 31)) & 1) yield { strip, low };
      }
    }
    at += length;
  }
}

function hitIn(strips: Strips, level: Level, aims: readonly (Aim | undefined)[]) {
  const aimOf = (strip: number): Aim | undefined => aims[strips.nodes[strip] as number];
  const fits = ({ mask, value }: Wanted, part: number): boolean => (part & mask) === value;
  const wanted = (strip: number): boolean => {
    const aim = aimOf(strip);
    return aim !== undefined && fits(aim.high, strips.highs[strip] as number);
  };
  for (const { strip, low } of situationsOf(strips, level, wanted)) {
    const aim = aimOf(strip) as Aim;
    if (fits(aim.low, low)) return { strip, low, letter: aim.letter };
  }
  return undefined;
}

/** A situation of the level from which a letter leads to the other one. */
function leadingTo(strips: Strips, level: Level, to: { readonly strip: number; readonly low: number }) {
  const { firsts, targets, layout, nodes } = strips;
  const leads = (strip: number): boolean =>
    targets.subarray(firsts[strip] as number, firsts[strip + 1] as number).includes(to.strip);
  for (const { strip, low } of situationsOf(strips, level, leads)) {
    for (const [index, { lows, letters }] of (layout.roads[nodes[strip] as number] ?? []).entries()) {
      if (targets[(firsts[strip] as number) + index] !== to.strip || (lows ? lows[low] : low) !== to.low) continue;
      return { strip, low, letter: letters[0] as number };
    }
  }
  throw new Error('a situation was reached from nowhere');
}
