import { factsOf, statusesOf } from '../../../../answers/known.ts';
import { isPhase, type Lifecycle, type Value } from '../../../../model/index.ts';
import { nearest } from '../../../../model/near.ts';
import { Complaint } from '../../../../scenario/complaint.ts';
import { show } from '../../../../scenario/wording.ts';

/** Columns that are not names of the view. */
export const COMMAND = 'command';
export const ENABLED = 'enabled';
export const CODE = 'code';

/** What the cells of a table may say about an entity. `where` is the place of a cell in its file. */
export class Columns {
  /** The names of the view with their values. */
  private readonly values: ReadonlyMap<string, readonly Value[]>;
  private readonly commands: readonly string[];

  constructor(lifecycle: Lifecycle) {
    const phases = Object.keys(lifecycle.chart.states).filter(isPhase);
    this.values = new Map<string, readonly Value[]>([
      ...phases.map((name) => [name, statusesOf(lifecycle, name)] as const),
      ...factsOf(lifecycle).map((name) => [name, lifecycle.facts[name]?.values ?? []] as const),
    ]);
    this.commands = Object.keys(lifecycle.commands);
  }

  /** A name of the view. */
  name(word: string, where: string): string {
    if (this.values.has(word)) return word;
    throw wrong(where, `unknown name ${show(word)}`, word, [...this.values.keys(), COMMAND, ENABLED, CODE]);
  }

  /** A value of a name. In text it has no quotes, and `null` is null. */
  value(name: string, given: unknown, where: string, isText = false): Value {
    const values = this.values.get(name) ?? [];
    const found = values.find((value) => (isText ? String(value) === given : value === given));
    if (found !== undefined) return found;
    const word = wordOf(given);
    throw wrong(where, `${name} is never ${show(word)}`, word, values.map(String));
  }

  command(given: unknown, where: string): string {
    if (given === undefined || given === '') throw new Complaint(`${where}: a row without a command`, 'add one');
    if (typeof given === 'string' && this.commands.includes(given)) return given;
    const word = wordOf(given);
    throw wrong(where, `unknown command ${show(word)}`, word, this.commands);
  }
}

/** A JSON value in a word. Objects are not printed, because they may be nested too deep. */
function wordOf(given: unknown): string {
  if (Array.isArray(given)) return 'a list';
  return typeof given === 'object' && given !== null ? 'an object' : String(given);
}

/** A complaint with its place, the nearest known word, and all known words. */
function wrong(where: string, says: string, word: string, known: readonly string[]): Complaint {
  const near = nearest(word, known);
  const hint = near === undefined ? '' : ` (did you mean ${near}?)`;
  return new Complaint(`${where}: ${says}${hint}`, `it is one of ${known.join(', ')}`);
}
