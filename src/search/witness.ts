import { findStrips, type Strips } from '../space/bit-rows.ts';
import { Sweep } from '../space/bitset-search.ts';
import { type Layout, stateAt } from '../space/layout.ts';
import { ranksOf } from '../space/letters.ts';
import { OPENING, type Opening, type Space } from '../space/space.ts';
import { type Aim, ENOUGH, Watch } from './aims.ts';
import { findWays, keep, type Level, lengthOf, type Stop } from './backtrace.ts';

/** A shortest scenario to an aim. */
export interface Witness {
  /** Scenario text, line by line. */
  readonly lines: readonly string[];
  /** The letters of the lines; `given ready` has several. */
  readonly letters: readonly number[];
  /** The state of each place before the letter that the aim takes last; if it takes none, at the end. */
  readonly standing: Uint8Array;
  /** The number of lines. */
  readonly depth: number;
  /** Situations visited before it was found. */
  readonly situations: number;
}

/** The number of strips to try before all are searched. */
const FEW_STRIPS = 1 << 12;

/**
 * Scenarios to many aims by one breadth-first search. Each is a shortest one in the space, because every situation that
 * is fewer lines away was visited before. `given ready` counts as one line. Undefined for an aim that no situation of
 * the space meets. Most aims are near the start, so a few strips are searched first.
 */
export function witnessesOf(space: Space, aims: readonly Aim[]): (Witness | undefined)[] {
  for (let most = FEW_STRIPS; ; most *= 16) {
    const strips = findStrips(space.layout, most, space.opening);
    const search = new Search(space, strips, aims);
    if (search.run()) return search.witnesses();
  }
}

interface Hit {
  readonly aim: number;
  readonly stop: Stop;
  /** The letter taken last; -1 for none. */
  readonly letter: number;
  readonly situations: number;
}

class Search {
  private readonly space: Space;
  private readonly strips: Strips;
  private readonly aims: readonly Aim[];
  private readonly levels: Level[] = [];
  private readonly ends: Stop[][] = [];
  private readonly hits: Hit[] = [];

  constructor(space: Space, strips: Strips, aims: readonly Aim[]) {
    this.space = space;
    this.strips = strips;
    this.aims = aims;
  }

  /** False if it reached strips that are not known yet. */
  run(): boolean {
    const { strips, aims, space } = this;
    const met = new Uint8Array(aims.length);
    const reached = new Watch(space.layout, aims, met, false);
    const taken = new Watch(space.layout, aims, met, true);
    const sweep = new Sweep(strips);
    let owed = aims.filter((cubes) => cubes.length > 0).length;
    for (;;) {
      if (sweep.depth === 1 && strips.opening >= 0) sweep.join(strips.opening, (space.opening as Opening).low);
      const level = keep(sweep);
      this.levels.push(level);
      // What is met here is one line nearer than what needs one more letter.
      for (const watch of [reached, taken]) {
        for (const aim of this.look(level, watch, sweep.situations)) {
          met[aim] = ENOUGH;
          owed -= 1;
        }
      }
      if (owed === 0) return true;
      if (!sweep.step()) return false;
      if (sweep.over) return true;
    }
  }

  witnesses(): (Witness | undefined)[] {
    const { strips, levels, ends, space } = this;
    const { layout } = space;
    findWays(strips, levels, ends, ranksOf(space.system, layout.quotient.letters));
    const witnesses: (Witness | undefined)[] = this.aims.map(() => undefined);
    for (const hit of this.hits) {
      const known = witnesses[hit.aim];
      const other = this.witness(hit);
      if (!known || wordsIn(other) < wordsIn(known)) witnesses[hit.aim] = other;
    }
    return witnesses;
  }

  /** The aims that a level meets. */
  private look({ strips: front, words }: Level, watch: Watch, situations: number): Set<number> {
    const { nodes, highs } = this.strips;
    const ends: Stop[] = this.ends[this.levels.length - 1] ?? [];
    this.ends[this.levels.length - 1] = ends;
    const met = new Set<number>();
    let at = 0;
    for (const strip of front) {
      const node = nodes[strip] as number;
      if (watch.waits(node)) {
        for (const { aim, low, letter } of watch.metBy(node, highs[strip] as number, words, at)) {
          const stop: Stop = { strip, low, letter: -1, before: undefined };
          ends.push(stop);
          met.add(aim);
          this.hits.push({ aim, stop, letter, situations });
        }
      }
      at += lengthOf(this.strips, strip);
    }
    return met;
  }

  private witness({ stop, letter: last, situations }: Hit): Witness {
    const { layout, opening } = this.space;
    const lines: string[] = [];
    const letters: number[] = [];
    let begin = stop;
    for (let at: Stop | undefined = stop; at?.before; at = at.before) {
      letters.unshift(at.letter);
      lines.unshift(lineOf(layout, at.letter));
      begin = at.before;
    }
    if (begin.strip !== 0 || begin.low !== this.strips.low) {
      letters.unshift(...(opening as Opening).letters);
      lines.unshift(OPENING);
    }
    if (last >= 0) {
      letters.push(last);
      lines.push(lineOf(layout, last));
    }
    return { lines, letters, standing: standingAt(this.strips, stop), depth: lines.length, situations };
  }
}

const wordsIn = ({ lines }: Witness): number => lines.join(' ').split(' ').length;

const lineOf = ({ quotient }: Layout, letter: number): string => quotient.letters[letter]?.line as string;

function standingAt({ layout, nodes, highs }: Strips, { strip, low }: Stop): Uint8Array {
  const node = nodes[strip] as number;
  return Uint8Array.from(layout.quotient.places, (_, place) =>
    stateAt(layout, node, highs[strip] as number, low, place),
  );
}
