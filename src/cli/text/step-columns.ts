import type { Step, System } from '../../model/index.ts';
import { writeEvent } from '../../scenario/index.ts';
import { shown } from '../../scenario/wording.ts';
import { duration } from './wording.ts';

/**
 * The widths of a transcript's columns. A file is measured while it is checked, before any step runs. A stream begins
 * with the widths of the system's names, and a column grows when something does not fit.
 */
export class StepColumns {
  number = NARROWEST;
  time = 0;
  to = 0;
  what = 0;
  private steps = 0;
  private now = 0;

  /** Columns as wide as the names of a system. */
  static of({ entities }: System): StepColumns {
    const columns = new StepColumns();
    const kinds = Object.values(entities);
    const events = kinds.flatMap(({ commands, reports }) => [...Object.keys(commands), ...Object.keys(reports)]);
    columns.time = TIME;
    columns.to = longest(kinds.map(({ kind }) => `${kind}:1`));
    columns.what = longest(events.filter(({ length }) => length <= USUAL_EVENT));
    return columns;
  }

  /** Widens the columns for the next step of a file. */
  add(step: Step): void {
    this.steps += 1;
    this.fit(this.steps, this.now, addressOf(step), whatOf(step));
    if ('wait' in step) this.now += step.wait;
  }

  /** The columns of a step, padded. */
  filled(number: number, at: number, step: Step): string {
    const to = addressOf(step);
    const what = whatOf(step);
    this.fit(number, at, to, what);
    const columns = [duration(at).padEnd(this.time), to.padEnd(this.to), what.padEnd(this.what)];
    return `${String(number).padStart(this.number)}  ${columns.join('  ')}  `;
  }

  private fit(number: number, at: number, to: string, what: string): void {
    this.number = Math.max(this.number, String(number).length);
    this.time = Math.max(this.time, duration(at).length);
    this.to = Math.max(this.to, to.length);
    if (what.length <= WIDEST_EVENT) this.what = Math.max(this.what, what.length);
  }
}

const addressOf = (step: Step): string => ('wait' in step ? '' : shown(`${step.kind}:${step.id}`));

/** An event with its parameters. */
const whatOf = (step: Step): string => ('wait' in step ? `wait ${duration(step.wait)}` : shown(writeEvent(step)));

const NARROWEST = 3;
const TIME = 6;
const USUAL_EVENT = 18;

/** A longer event does not widen the column. It shifts the rest of its line. */
const WIDEST_EVENT = 36;

const longest = (words: readonly string[]): number => Math.max(0, ...words.map(({ length }) => length));
