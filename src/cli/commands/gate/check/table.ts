import type { Predicate, UiAnswer } from '../../../../gating/report.ts';
import { type Code, ONE_OF, type OneOf, type Value, type View, valueIn } from '../../../../model/index.ts';

/** A row of a table: what the UI does with a command if the view matches. */
export interface Row {
  readonly command: string;
  readonly enabled: boolean;
  readonly code?: Code;
  /** The values that phases and facts must have. */
  readonly when: readonly (readonly [name: string, value: Value])[];
}

/** The answer if no row matches. */
export const SILENCE: UiAnswer = Object.freeze({ enabled: false });

/**
 * A table as a predicate: the last matching row answers; without one the command is disabled. It reads only names of
 * its rows, and of a row none after the first that does not match.
 */
export function tableOf(rows: readonly Row[]): Predicate {
  const byCommand = new Map<string, { readonly row: Row; readonly answer: UiAnswer }[]>();
  for (const row of rows) {
    const { enabled, code } = row;
    const list = byCommand.get(row.command) ?? [];
    byCommand.set(row.command, list);
    list.push({ row, answer: Object.freeze(code === undefined ? { enabled } : { enabled, code }) });
  }
  for (const list of byCommand.values()) list.reverse();
  return (command, view) => {
    for (const { row, answer } of byCommand.get(command) ?? []) {
      if (row.when.every(([name, value]) => is(view, name, value))) return answer;
    }
    return SILENCE;
  };
}

/** Whether the view has this value. A view that records its reads is asked no more than that. */
function is(view: View, name: string, value: Value): boolean {
  const oneOf = (view as { readonly [ONE_OF]?: OneOf })[ONE_OF];
  return oneOf ? oneOf(name, [value]) : valueIn(view, name) === value;
}
