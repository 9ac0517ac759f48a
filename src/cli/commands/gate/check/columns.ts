import { type Code, isPhase, type Lifecycle, placeInView, statusOf, type Value } from '../../../../model/index.ts';
import { nearest } from '../../../../model/near.ts';
import { Complaint } from '../../../../scenario/complaint.ts';
import { show } from '../../../../scenario/wording.ts';
import type { Row } from './table.ts';

/** Where in a file something is wrong. */
export type Spot = string;

/** Words of a table that are not names of the view. */
export const COMMAND = 'command';
export const ENABLED = 'enabled';
export const CODE = 'code';

/** What the cells of a table may say of an entity. */
export class Columns {
  /** The names of the view, and what each may be. */
  readonly values: ReadonlyMap<string, readonly Value[]>;
  private readonly commands: readonly string[];

  constructor({ chart, facts, commands }: Lifecycle) {
    const phases = Object.entries(chart.states).filter(([name]) => isPhase(name));
    const shown = Object.entries(facts).filter(([, fact]) => placeInView(fact) !== undefined);
    this.values = new Map<string, readonly Value[]>([
      ...phases.map(([name, { states }]) => [name, Object.keys(states).map(statusOf)] as const),
      ...shown.map(([name, { values }]) => [name, values] as const),
    ]);
    this.commands = Object.keys(commands);
  }

  /** A name of the view, which has to be one. */
  name(word: string, where: Spot): string {
    if (this.values.has(word)) return word;
    const words = [...this.values.keys(), COMMAND, ENABLED, CODE];
    throw wrong(where, `unknown name ${show(word)}`, word, words, `it is one of ${words.join(', ')}`);
  }

  /** What a name has to be. In text a value stands without quotes, and `null` is none. */
  value(name: string, given: unknown, where: Spot, text = false): Value {
    const values = this.values.get(name) ?? [];
    const found = values.find((value) => (text ? String(value) === given : value === given));
    if (found !== undefined) return found;
    const words = values.map(String);
    const word = wordOf(given);
    throw wrong(where, `${name} is never ${show(word)}`, word, words, `it is one of ${words.join(', ')}`);
  }

  command(given: unknown, where: Spot): string {
    if (given === undefined || given === '') throw wrong(where, 'a row without a command', '', [], 'add one');
    if (typeof given === 'string' && this.commands.includes(given)) return given;
    const word = wordOf(given);
    throw wrong(
      where,
      `unknown command ${show(word)}`,
      word,
      this.commands,
      `it is one of ${this.commands.join(', ')}`,
    );
  }

  /** The row without what no cell says. */
  row(command: string, enabled: boolean, code: Code | undefined, when: Row['when']): Row {
    return code === undefined ? { command, enabled, when } : { command, enabled, code, when };
  }
}

/** A value of JSON in a word; what has members may be nested too deep to be written. */
function wordOf(given: unknown): string {
  if (Array.isArray(given)) return 'a list';
  return typeof given === 'object' && given !== null ? 'an object' : String(given);
}

/** A complaint with its place, and the word that was probably meant. */
export function wrong(where: Spot, says: string, word: string, known: readonly string[], next: string): Complaint {
  const near = nearest(word, known);
  return new Complaint(`${where}: ${says}${near === undefined ? '' : ` (did you mean ${near}?)`}`, next);
}
