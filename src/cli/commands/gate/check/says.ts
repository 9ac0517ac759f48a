import type { FaultKind, Mismatch } from '../../../../gating/report.ts';
import { groupedBy } from '../../../../model/grouped.ts';
import { codeAndName } from '../../../../model/index.ts';
import { oneLine, show, shown } from '../../../../scenario/wording.ts';
import { amountOf } from '../../../text/wording.ts';

/** What the UI does, in a few words. */
function saysUi({ ui, kind, uiCode, fault, control }: Mismatch): string {
  if (fault) return FAULTS[fault.kind]?.(oneLine(fault.says)) ?? oneLine(fault.says);
  if (control === 'not found') return 'has no control for it';
  if (control === 'hidden') return 'has it hidden';
  return kind === 'wrong-code' ? `has it ${ui} with ${show(String(uiCode))}` : `has it ${ui}`;
}

/** A mismatch in one line: what the UI does, and what the model does. */
export function saysMismatch(mismatch: Mismatch): string {
  const ui = `${shown(mismatch.command)}: the UI ${saysUi(mismatch)}`;
  if (mismatch.fault) return ui;
  return `${ui}, the model ${MODEL[mismatch.model]}${mismatch.error ? ` with ${codeAndName(mismatch.error)}` : ''}`;
}

/** The two answers, as a baseline has them. */
export function uiAnswersOf({ ui, model, error, kind, uiCode, fault }: Mismatch): string {
  if (fault) return `faulty ${fault.kind}`;
  return `${ui}${kind === 'wrong-code' ? ` ${uiCode}` : ''} ${model}${error ? ` ${error.code}` : ''}`;
}

/** In how many situations, and the scenario to the nearest one. */
export function whereOf({ situations, unconfirmed, scenario = [], view }: Mismatch): {
  says: string;
  lines: readonly string[];
} {
  const count = countText(situations);
  if (unconfirmed) return { says: `in ${count}; unconfirmed: no scenario was found that shows it`, lines: [] };
  const lines = scenario.length === 0 ? ['# the very beginning'] : scenario;
  // An entity other than the first is named.
  const whose = /:1$/.test(view.entity) ? '' : ` of ${view.entity}`;
  return { says: `in ${count}, the nearest${whose} after:`, lines };
}

export const countText = (situations: Mismatch['situations']): string => amountOf(situations, 'situation');

/** The mismatches of one cause. */
export type Cause = readonly [Mismatch, ...Mismatch[]];

/** Mismatches by cause, in the order of the first of each. */
export const byCause = (mismatches: readonly Mismatch[]): ReadonlyMap<string, Cause> =>
  groupedBy(mismatches, ({ cause }) => cause);

/** Where the first mismatch of a cause is, then a line for each other one. */
export function causeLines([first, ...others]: Cause): string[] {
  const { says, lines } = whereOf(first);
  return [says, ...lines, ...others.map((each) => `${saysMismatch(each)}, in ${countText(each.situations)}`)];
}

/** The mismatches of a cause as one text. */
export function causeText(cause: string, mismatches: Cause): string {
  const [says, ...lines] = causeLines(mismatches);
  return [`${saysMismatch(mismatches[0])}, because ${cause}, ${says}`, ...lines].join('\n');
}

/** The sentence of a fault whose words are not one. */
const FAULTS: { readonly [kind in FaultKind]?: (says: string) => string } = {
  threw: (says) => `threw (${says})`,
  'no-answer': (says) => `${says}, which is neither a boolean nor { enabled, code }`,
  undefined: (says) => `${says}, which is for commands without a control, in every situation`,
};

const MODEL = { accepted: 'accepts it', rejected: 'rejects it' };
