import type { Mismatch, Unconfirmed } from '../../../../gating/report.ts';
import { valueIn } from '../../../../model/index.ts';
import { show } from '../../../../scenario/wording.ts';
import { codeName } from '../../../text/wording.ts';

/** What the UI does, in a few words. */
export function saysUi({ ui, kind, uiCode, fault }: Unconfirmed): string {
  if (fault) return FAULTS[fault.kind](fault.says);
  return kind === 'wrong-code' ? `${ui} with ${show(String(uiCode))}` : ui;
}

/** A mismatch in one line: what the UI does, what the model does. */
export function saysMismatch(mismatch: Unconfirmed): string {
  if (mismatch.fault) return `${mismatch.command}: the predicate ${saysUi(mismatch)}`;
  return `${mismatch.command}: the UI has it ${saysUi(mismatch)}, the model ${MODEL[mismatch.model]}${
    mismatch.error ? ` with ${codeName(mismatch.error)}` : ''
  }`;
}

/** What tells a mismatch from others, in every report and in a baseline. */
export function idOf({ command, ui, model, error, kind, uiCode, fault }: Unconfirmed): string {
  const code = error ? ` ${error.code}` : '';
  if (fault) return `${command} faulty ${fault.kind}`;
  return `${command} ${ui}${kind === 'wrong-code' ? ` ${uiCode}` : ''} ${model}${code}`;
}

/** The part of a view that the UI read for its answer: names and what they are. */
export function seenOf({ view, read }: Mismatch): string[] {
  return read.map((name) => `${name} ${valueIn(view, name)}`);
}

const FAULTS = {
  threw: (says: string) => `threw (${says})`,
  'timed-out': (says: string) => says,
  'no-answer': (says: string) => `${says}, which is neither a boolean nor { enabled, code }`,
  unstable: (says: string) => says,
};

const MODEL = { accepted: 'accepts it', rejected: 'rejects it' };
