import type { Simulator } from '../../engine/simulate.ts';
import {
  type Change,
  type Code,
  type CodeRow,
  codeAndName,
  type Step,
  type StepResult,
  stateTitle,
  statusTitle,
} from '../../model/index.ts';
import { nearest } from '../../model/near.ts';
import { harmless, shown } from '../../scenario/wording.ts';
import type { PrintStyle } from '../io/terminal.ts';
import { wrap } from './layout.ts';
import type { StepPlace } from './report.ts';
import type { StepColumns } from './step-columns.ts';

/** How steps are written. */
export interface StepStyle extends PrintStyle {
  /** Absent if the steps are typed. */
  readonly file?: string;
  readonly columns: StepColumns;
}

/** What is known after a step. */
interface Known {
  readonly codes: readonly CodeRow[];
  /** The current state of a phase. */
  readonly stateOf: (entity: string, phase: string) => string;
}

export type StepWriter = StepStyle & Known;

export const worldOf = ({ world }: Simulator): Known => ({
  codes: world.system.codes,
  stateOf(entity, phase) {
    const [kind = '', ...id] = entity.split(':');
    return world.peek(kind, id.join(':')).state(phase);
  },
});

/** A step for a person: its outcome, the reason, and the expectations that it missed. */
export function stepLines(step: Step, result: StepResult, place: StepPlace, writer: StepWriter): string[] {
  const head = writer.columns.filled(result.step, result.at, step);
  const margin = ' '.repeat(head.length);
  const missed = missedOf(step, result, writer).map((said) =>
    writer.paint('loud', `missed${placed(writer.file, place)}: expected ${said}`),
  );
  return [...outcomeLines(head, result, place.opening, writer), ...missed.map((line) => margin + line)];
}

const placed = (file: string | undefined, { line }: StepPlace): string =>
  file === undefined ? '' : ` at ${harmless(file)}:${line}`;

/** Each missed expectation, with the actual status if it named one. */
export function missedOf(step: Step, { missed = [], to }: StepResult, { codes, stateOf }: Known): string[] {
  return missed.map((text) => {
    const expected = step.expect?.find((each) => each.text === text);
    if (expected !== undefined && 'phase' in expected) {
      return `${text}, it is ${stateTitle(stateOf(expected.entity ?? to ?? '', expected.phase))}`;
    }
    return expected !== undefined && 'code' in expected ? `${shown(text)}${unlisted(text, codes)}` : text;
  });
}

/** A note on a code that is not in the catalogue. */
function unlisted(text: string, codes: readonly CodeRow[]): string {
  const words = codes.flatMap(({ code, name }): (Code | string)[] => [code, name]).map(String);
  if (words.includes(text)) return '';
  const near = /^\d+$/.test(text) ? undefined : nearest(text, words);
  return `; the table has no such code${near === undefined ? '' : `, did you mean ${near}?`}`;
}

/** The changes or the reason follow the outcome if there is room; otherwise they are on lines of their own. */
function outcomeLines(head: string, result: StepResult, opening: boolean, { paint, width }: StepWriter): string[] {
  const { outcome, error, changes, to } = result;
  const why = whyOf(result);
  const all = why === undefined ? changes.map((change) => changeOf(change, to)) : [why];
  const [first = '', ...more] = all;
  const said = error ? `${outcome} ${codeAndName(error)}` : outcome.padEnd(all.length > 0 ? OUTCOME : 0);
  const inOne = all.length > 0 ? `  ${all.join(', ')}` : '';
  const fits = head.length + said.length + inOne.length <= width;
  const [rest = '', ...below] = fits
    ? [inOne]
    : why === undefined
      ? [`  ${first}`, ...more.map((change) => ' '.repeat(head.length + said.length + 2) + change)]
      : ['', ...wrap(why, width - head.length).map((line) => ' '.repeat(head.length) + line)];
  if (opening) return [`${head}${said}${rest}  (given)`, ...below].map((line) => paint('faint', line));
  const style = STYLE[outcome];
  const outcomeSaid = rest === '' ? said.trimEnd() : said;
  return [head + (style ? paint(style, outcomeSaid) : outcomeSaid) + rest, ...below];
}

/** `the scan is queued or running (S)` */
function whyOf({ reason, mark, hint }: StepResult): string | undefined {
  if (reason === undefined) return undefined;
  return `${harmless(reason)}${mark === undefined ? '' : ` (${mark})`}${hint === undefined ? '' : `; ${hint}`}`;
}

const STYLE = { accepted: 'good', rejected: 'bad', applied: undefined, ignored: 'faint' } as const;

const OUTCOME = 'accepted'.length;

/** `SCAN STOPPED (934)`, with the entity if it is not the one that was addressed. */
function changeOf({ entity, phase, status, code, error }: Change, to: string | undefined): string {
  const whose = entity === to ? '' : `${shown(entity)} `;
  const number = code === null ? '' : ` (${code})`;
  const why = error ? `: ${codeAndName(error)}` : '';
  return `${whose}${phase} ${statusTitle(status)}${number}${why}`;
}
