import type { Outcome, Rule } from '../model/index.ts';
import { Interned } from '../space/interned.ts';
import type { Letter } from '../space/letters.ts';
import { type Quotient, reachedStates } from '../space/quotient.ts';

/** The answer to a letter. `outside`: it would move a fixed region, and nothing happens. */
export interface LetterAnswer {
  readonly outcome: Outcome | 'outside';
  readonly rule: Rule | undefined;
}

/**
 * A space as plain typed arrays, for programs in any language that take millions of steps.
 *
 * A situation is a node and some words. A step is two lookups: `cells[base + letter]` is the number of an entry, where
 * `base` is the number of the node times `letters`. An entry is `stride` numbers, starting at `entries[number *
 * stride]`:
 *
 * | offset | what it is |
 * | --- | --- |
 * | 0 | the next node's base |
 * | 1 | the number of the answer |
 * | 2 + 2w | the mask that word w is and-ed with |
 * | 3 + 2w | the bits that it is then or-ed with |
 *
 * A letter that changes nothing has an entry as well, which leads back to its node and keeps every word, so no special
 * case is needed. Start at base 0, with the words of `initial`.
 */
export interface Tables {
  readonly letters: number;
  readonly nodes: number;
  /** The words of a situation; none if the node determines it. */
  readonly words: number;
  readonly stride: number;
  readonly cells: Uint16Array | Uint32Array;
  readonly entries: Int32Array;
  readonly initial: Int32Array;
}

/** The position of a place's digit in the words of a situation, for all nodes. */
export interface Slot {
  readonly word: number;
  readonly shift: number;
  /** Within a word. */
  readonly mask: number;
  /** Bits. */
  readonly width: number;
}

/** The tables of a space, and what their numbers mean. */
export interface Tabled {
  readonly tables: Tables;
  readonly answers: readonly LetterAnswer[];
  readonly slots: readonly Slot[];
  /** The bits used of each word. */
  readonly widths: readonly number[];
  /** The reachable states of each class of each place: a digit is the index of one of them. */
  readonly states: readonly (readonly (readonly number[])[])[];
}

/** The most bits of a word: a signed integer in every language, and fast in this one. */
const WIDEST = 30;

const COMMANDED = ['accepted', 'rejected'] as const;
const REPORTED = ['applied', 'ignored'] as const;

export function tabulate(quotient: Quotient, isCommand: (letter: Letter) => boolean): Tabled {
  const { nodes, letters, initial } = quotient;
  const states = reachedStates(quotient);
  const { slots, widths } = slotsOf(states);
  const digit = (place: number, node: number, state: number): number =>
    (states[place]?.[nodes[node]?.classes[place] as number] ?? []).indexOf(state);
  const commands = letters.map(isCommand);
  const words = widths.length;
  const stride = 2 + 2 * words;
  const answers = new Interned<string, LetterAnswer>();
  const entries = new Interned<string, readonly number[]>();
  const ruled = new Interned<Rule | undefined, Rule | undefined>();
  const found = new Uint32Array(nodes.length * letters.length);
  nodes.forEach(({ arrows, idle, still, answers: decided }, from) => {
    const base = from * letters.length;
    const rules = new Map(decided.map(({ letter, rule }) => [letter, rule]));
    const arrowOf = new Map(arrows.map((arrow) => [arrow.letter, arrow]));
    const [taken, held] = [new Set(idle), new Set(still)];
    for (const letter of letters.keys()) {
      const arrow = arrowOf.get(letter);
      const [yes, no] = (commands[letter] as boolean) ? COMMANDED : REPORTED;
      const outcome = held.has(letter) ? 'outside' : arrow !== undefined || taken.has(letter) ? yes : no;
      const answer: LetterAnswer = { outcome, rule: held.has(letter) ? undefined : rules.get(letter) };
      const masks = new Array<number>(words).fill(-1);
      const puts = new Array<number>(words).fill(0);
      const to = arrow?.to ?? from;
      arrow?.sets.forEach((state, place) => {
        const { word, mask, shift, width } = slots[place] as Slot;
        if (state < 0 || width === 0) return;
        masks[word] = (masks[word] as number) & ~mask;
        puts[word] = (puts[word] as number) | (digit(place, to, state) << shift);
      });
      const row = [
        to * letters.length,
        answers.numberOf(`${outcome} ${ruled.numberOf(answer.rule, answer.rule)}`, answer),
      ];
      for (let word = 0; word < words; word += 1) row.push(masks[word] as number, puts[word] as number);
      found[base + letter] = entries.numberOf(row.join(), row);
    }
  });
  const start = new Int32Array(words);
  slots.forEach(({ word, shift, width }, place) => {
    if (width > 0) start[word] = (start[word] as number) | (digit(place, 0, initial[place] as number) << shift);
  });
  return {
    tables: {
      letters: letters.length,
      nodes: nodes.length,
      words,
      stride,
      cells: entries.list.length <= 1 << 16 ? Uint16Array.from(found) : found,
      entries: Int32Array.from(entries.list.flat()),
      initial: start,
    },
    answers: answers.list,
    slots,
    widths,
    states,
  };
}

/** Every place has room for the largest of its classes, and is in one word as a whole. */
function slotsOf(states: Tabled['states']): { slots: Slot[]; widths: number[] } {
  const widths: number[] = [];
  const slots = states.map((classes): Slot => {
    const most = Math.max(...classes.map(({ length }) => length), 1);
    const width = 32 - Math.clz32(most - 1);
    if (width === 0) return { word: 0, shift: 0, mask: 0, width };
    let word = widths.findIndex((used) => used + width <= WIDEST);
    if (word < 0) word = widths.push(0) - 1;
    const shift = widths[word] as number;
    widths[word] = shift + width;
    return { word, shift, mask: ((1 << width) - 1) << shift, width };
  });
  return { slots, widths };
}
