import type { Rule, View } from '../model/index.ts';
import type { GatingQuestion, Inquiry, UiOutcome } from './asking.ts';
import { frozen } from './recording.ts';
import type { ViewSpace, ViewStanding } from './view-space.ts';

/** A single situation in which one command is asked about, and the model's answer. */
export interface Tried {
  readonly command: string;
  readonly standing: ViewStanding;
  readonly rule: Rule | undefined;
  /** The entity's id in the view; by default the usual one. */
  readonly id?: string;
  /** The view to show; by default a new one. */
  readonly view?: View;
}

type Asked = Tried & GatingQuestion;

/** Called with each situation that was asked about. */
export type Told = (outcome: UiOutcome, tried: Tried) => void;

/** After this many answers that did not come in time, nothing more is asked. */
export const MOST_LATE = 3;

/** Asks about single situations, with a plain view. */
export class Trials implements Inquiry<Asked> {
  private readonly space: ViewSpace;
  private readonly told: Told;
  private readonly situations: Iterator<Tried>;
  private late = 0;

  constructor(space: ViewSpace, situations: Iterable<Tried>, told: Told) {
    this.space = space;
    this.told = told;
    this.situations = situations[Symbol.iterator]();
  }

  get stopped(): boolean {
    return this.late >= MOST_LATE;
  }

  next(): Asked | undefined {
    const { value: tried, done } = this.situations.next();
    if (done) return undefined;
    const { standing, id, view = this.space.viewAt(standing, id) } = tried;
    return { ...tried, view };
  }

  take(outcome: UiOutcome, tried: Asked): void {
    if ('fault' in outcome && outcome.fault === 'timed-out') this.late += 1;
    this.told(outcome, tried);
  }
}

/**
 * A situation of each part, and others of the part in which one phase or fact differs, for each of its values there. The
 * model gives the same answer in all of a part.
 */
export function* inEachPart(space: ViewSpace, command: string, parts: readonly number[]): Generator<Tried> {
  for (const part of parts) {
    const base = space.pick(part);
    const rule = space.ruleIn(command, base);
    yield { command, standing: base, rule };
    for (const name of space.names) {
      for (const standing of space.varied(name, part, base)) yield { command, standing, rule };
    }
  }
}

/**
 * For each answer of the model this many random situations, and the last one with its neighbours, in which one phase or
 * fact differs. It is asked again after each of them, which exposes a predicate that keeps state from the question
 * before.
 */
export function* amongAnswers(space: ViewSpace, command: string, count: number, choose: Choose): Generator<Tried> {
  const at = (standing: ViewStanding): Tried => ({ command, standing, rule: space.ruleIn(command, standing) });
  for (const { situations } of space.answersOf(command)) {
    for (let left = count; left > 1; left -= 1) yield at(space.random(situations.set, choose));
    const base = at(space.random(situations.set, choose));
    yield base;
    for (const name of space.names) {
      for (const standing of space.varied(name, space.set, base.standing)) {
        yield at(standing);
        yield base;
      }
    }
  }
}

/** Each situation once with each of these ids. */
export function* withIds(situations: Iterable<Tried>, ids: readonly string[]): Generator<Tried> {
  for (const tried of situations) for (const id of ids) yield { ...tried, id };
}

/** Some random situations, with all commands and one and the same view in each. */
export function* rows(space: ViewSpace, commands: readonly string[], count: number, choose: Choose): Generator<Tried> {
  for (let left = count; left > 0; left -= 1) {
    const standing = space.random(space.set, choose);
    const view = frozen(space.viewAt(standing));
    for (const command of commands) yield { command, standing, rule: space.ruleIn(command, standing), view };
  }
}

/** One of so many. */
type Choose = (count: number) => number;
