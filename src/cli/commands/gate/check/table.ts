import type { Predicate, UiAnswer } from '../../../../gating/report.ts';
import { type Code, ONE_OF, type OneOf, type Value, type View, valueIn } from '../../../../model/index.ts';

/** A row of a table: where the view is so, this is what the UI does with the command. */
export interface Row {
  readonly command: string;
  readonly enabled: boolean;
  readonly code?: Code;
  /** Phases and facts, and what each has to be. */
  readonly when: readonly (readonly [name: string, value: Value])[];
}

/** What a table answers where no row speaks. */
export const SILENCE: UiAnswer = Object.freeze({ enabled: false });

/**
 * A table as a predicate: of the rows that fit the last one answers; what no row names is disabled. It reads of the view
 * only what its rows name, and no more of a row than up to what does not fit.
 */
export function tableOf(rows: readonly Row[]): Predicate {
  const byCommand = new Map<string, { readonly row: Row; readonly answer: UiAnswer }[]>();
  for (const row of rows) {
    const { enabled, code } = row;
    const list = byCommand.get(row.command) ?? [];
    byCommand.set(row.command, list);
    list.unshift({ row, answer: Object.freeze(code === undefined ? { enabled } : { enabled, code }) });
  }
  return (command, view) => {
    for (const { row, answer } of byCommand.get(command) ?? []) {
      if (row.when.every(([name, value]) => is(view, name, value))) return answer;
    }
    return SILENCE;
  };
}

/** Of a view that can be asked so, no more is read than whether the value is this one. */
function is(view: View, name: string, value: Value): boolean {
  const oneOf = (view as { readonly [ONE_OF]?: OneOf })[ONE_OF];
  return oneOf ? oneOf(name, [value]) : valueIn(view, name) === value;
}
