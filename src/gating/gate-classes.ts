import type { Rule } from '../model/index.ts';
import type { GatingQuestion, Inquiry, UiOutcome } from './asking.ts';
import type { ViewSpace, ViewStanding } from './view-space.ts';

/** A situation that was asked about alone, and what the model says in it. */
export interface Tried {
  readonly standing: ViewStanding;
  readonly rule: Rule | undefined;
}

/** Is told of each situation that was asked about. */
export type Told = (outcome: UiOutcome, tried: Tried) => void;

/**
 * Questions to a predicate that reads too much for its tree to be followed: a situation of each part, and, within the
 * part, others in which one phase or fact is otherwise, for each of its values there. In all of a part the model gives
 * the same answer.
 */
export class GateClasses implements Inquiry {
  tried = 0;
  private readonly command: string;
  private readonly space: ViewSpace;
  private readonly told: Told;
  private readonly situations: Iterator<Tried>;
  private readonly asked = new Map<GatingQuestion, Tried>();

  constructor(command: string, space: ViewSpace, parts: readonly number[], told: Told) {
    this.command = command;
    this.space = space;
    this.told = told;
    this.situations = this.varied(parts);
  }

  next(): GatingQuestion | undefined {
    const { value, done } = this.situations.next() as IteratorResult<Tried, undefined>;
    if (done) return undefined;
    const question = { command: this.command, view: this.space.viewAt(value.standing) };
    this.asked.set(question, value);
    return question;
  }

  take(outcome: UiOutcome, question: GatingQuestion): void {
    this.tried += 1;
    this.told(outcome, this.asked.get(question) as Tried);
    this.asked.delete(question);
  }

  private *varied(parts: readonly number[]): Generator<Tried, undefined> {
    const { space, command } = this;
    const { diagrams } = space.query.reachable;
    const answers = space.answersOf(command);
    for (const part of parts) {
      const base = space.pick(part);
      const rule = answers.find(({ situations }) => diagrams.has(situations.set, base))?.rule;
      yield { standing: base, rule };
      for (const name of space.names) {
        for (const standing of space.varied(name, part, base)) yield { standing, rule };
      }
    }
    return undefined;
  }
}
