import { nameOf } from '../engine/compile-system.ts';
import {
  type Change,
  type Code,
  type CodeName,
  isRefusal,
  type Lifecycle,
  type Outcome,
  type Params,
  type System,
  statusOf,
  type Value,
} from '../model/index.ts';
import type { Place } from '../space/classes.ts';
import type { SpaceOptions } from '../space/closed-world.ts';
import { freeRegion } from '../space/delays-as-events.ts';
import type { Letter } from '../space/letters.ts';
import { compileSpace } from '../space/quotient.ts';
import { letterLookup } from './letter-lookup.ts';
import { type Replayed, replayed, type Situation } from './replay.ts';
import { type Slot, type Tabled, type Tables, tabulate } from './tables.ts';

/**
 * The result of a step. `outside`: it would move what the space keeps fixed, such as a job's configuration, and did
 * nothing.
 */
export interface Stepped {
  readonly outcome: Outcome | 'outside';
  /** Why a command is rejected. */
  readonly error: CodeName | undefined;
  readonly situation: Situation;
  /**
   * The statuses that changed, in the order of the chart. Includes phases that restart without being listed in a
   * simulation. Computed on demand.
   */
  readonly changes: readonly Omit<Change, 'error'>[];
}

/**
 * An entity, and those explored with it, compiled: each event in each situation is a table lookup. Outside facts have
 * their usual value, or the value that was set if they are free. Effects keep no data, and no time passes: a delay is
 * an event that may happen while it runs.
 */
export class Stepper {
  readonly initial: Situation;
  /** Everything that can happen, by number. */
  readonly letters: readonly Letter[];
  /** The answers that `replay` counts. */
  readonly answers: readonly Pick<Stepped, 'outcome' | 'error'>[];
  readonly tables: Tables;
  /** The regions of the entity and of those explored with it. */
  readonly places: readonly Pick<Place, 'kind' | 'name' | 'states'>[];
  private readonly kind: string;
  private readonly classes: readonly Uint8Array[];
  private readonly tabled: Tabled;
  private readonly lookup: ReturnType<typeof letterLookup>;
  private readonly codes: readonly (readonly (Code | null)[] | undefined)[];
  /** The factor of the node's base in a situation's number; the words are below it. */
  private readonly scale: number;
  private readonly base: number;

  constructor(system: System, kind: string, options: SpaceOptions = {}) {
    const quotient = compileSpace(system, kind, options);
    const lifecycleOf = (each: string): Lifecycle => system.entities[each] as Lifecycle;
    const tabled = tabulate(quotient, ({ kind: whose, event }) => Object.hasOwn(lifecycleOf(whose).commands, event));
    this.kind = kind;
    this.letters = quotient.letters;
    this.places = quotient.places;
    this.classes = quotient.nodes.map(({ classes }) => classes);
    this.tabled = tabled;
    this.tables = tabled.tables;
    this.answers = tabled.answers.map(({ outcome, rule }) => {
      const code = rule && isRefusal(rule) ? rule.code : undefined;
      const error = code === undefined ? undefined : nameOf(system, code);
      return { outcome, error };
    });
    this.lookup = letterLookup(system, kind, quotient.letters);
    this.codes = this.places.map(({ kind: whose, name, states }) => {
      const phase = lifecycleOf(whose).phases[name];
      return phase && states.map((state) => phase[state] ?? null);
    });
    this.base = 2 ** (tabled.widths[0] ?? 0);
    // Three words have more bits than a number.
    this.scale = 2 ** tabled.widths.reduce((bits, width) => bits + width, 0);
    if (!Number.isSafeInteger(this.scale * tabled.tables.nodes * tabled.tables.letters)) {
      throw new RangeError(`a situation of ${system.name} ${kind} with so many free facts does not fit into a number`);
    }
    this.initial = this.numberOf(0, tabled.tables.initial[0] ?? 0, tabled.tables.initial[1] ?? 0);
  }

  /**
   * Takes an event: one of the entity's own by name, one of another entity as `KIND EVENT`, or any by its number from
   * `letter`.
   *
   * @throws RangeError if the space has no such event in this form
   */
  step(situation: Situation, event: string | number, params?: Params): Stepped {
    const letter = typeof event === 'number' ? event : this.letter(event, params);
    const { cells, entries, stride, words } = this.tables;
    const above = Math.floor(situation / this.scale);
    const entry = (cells[above + letter] as number) * stride;
    const answer = this.answers[entries[entry + 1] as number] as Stepped;
    const next = entries[entry] as number;
    if (words === 0) return new Step(this, situation, answer, next);
    const rest = situation - above * this.scale;
    if (words === 1) {
      const word = (rest & (entries[entry + 2] as number)) | (entries[entry + 3] as number);
      return new Step(this, situation, answer, next * this.scale + word);
    }
    const second = Math.floor(rest / this.base);
    const first = ((rest - second * this.base) & (entries[entry + 2] as number)) | (entries[entry + 3] as number);
    const other = (second & (entries[entry + 4] as number)) | (entries[entry + 5] as number);
    return new Step(this, situation, answer, this.numberOf(next, first, other));
  }

  /** The situation after a free fact changes. */
  told(situation: Situation, fact: string, value: Value): Situation {
    return this.step(situation, `${freeRegion(fact)} ${value}`).situation;
  }

  /** The number of an event in a form. Look it up once if the event is taken often. */
  letter(event: string, params?: Params): number {
    return this.lookup(event, params);
  }

  /** Takes letters one after another, in bulk. */
  replay(letters: Uint8Array | Uint16Array, from: Situation = this.initial): Replayed {
    return replayed(this.tables, { scale: this.scale, base: this.base }, this.answers.length, letters, from);
  }

  /** The status of each phase of the entity, or of another entity of the space. */
  statuses(situation: Situation, kind: string = this.kind): { readonly [phase: string]: string | null } {
    const statuses: Record<string, string | null> = {};
    this.places.forEach((place, index) => {
      if (place.kind === kind && this.codes[index]) statuses[place.name] = statusOf(this.stateOf(situation, index));
    });
    return statuses;
  }

  /** The state number of every region, phase or not, in the order of `places`. */
  standing(situation: Situation): Uint8Array {
    const standing = new Uint8Array(this.places.length);
    for (let place = 0; place < standing.length; place += 1) standing[place] = this.stateAt(situation, place);
    return standing;
  }

  /** The statuses in which the second situation differs from the first. */
  changes(before: Situation, after: Situation): readonly Omit<Change, 'error'>[] {
    if (before === after) return NO_CHANGES;
    return this.places.flatMap(({ kind, name, states }, index) => {
      const codes = this.codes[index];
      if (codes === undefined) return [];
      const [was, is] = [this.stateAt(before, index), this.stateAt(after, index)];
      if (was === is) return [];
      return [{ entity: kind, phase: name, status: statusOf(states[is] as string), code: codes[is] ?? null }];
    });
  }

  private stateOf(situation: Situation, place: number): string {
    return this.places[place]?.states[this.stateAt(situation, place)] as string;
  }

  private stateAt(situation: Situation, place: number): number {
    const { word, shift, width } = this.tabled.slots[place] as Slot;
    const above = Math.floor(situation / this.scale);
    const rest = situation - above * this.scale;
    const digit = ((word === 0 ? rest : rest / this.base) >>> shift) & ((1 << width) - 1);
    const classes = this.classes[above / this.tables.letters];
    return this.tabled.states[place]?.[classes?.[place] as number]?.[digit] as number;
  }

  private numberOf(node: number, first: number, second: number): Situation {
    return node * this.scale + second * this.base + first;
  }
}

const NO_CHANGES: readonly never[] = Object.freeze([]);

/** One small object per step; changes are computed on demand. */
class Step implements Stepped {
  readonly outcome: Stepped['outcome'];
  readonly error: CodeName | undefined;
  readonly situation: Situation;
  private readonly stepper: Stepper;
  private readonly before: Situation;

  constructor(
    stepper: Stepper,
    before: Situation,
    { outcome, error }: Pick<Stepped, 'outcome' | 'error'>,
    situation: Situation,
  ) {
    this.outcome = outcome;
    this.error = error;
    this.situation = situation;
    this.stepper = stepper;
    this.before = before;
  }

  get changes(): Stepped['changes'] {
    return this.stepper.changes(this.before, this.situation);
  }
}
