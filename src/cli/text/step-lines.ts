import { type Change, type Code, type CodeRow, type Step, type StepResult, statusOf } from '../../model/index.ts';
import { nearest } from '../../model/near.ts';
import { harmless } from '../../scenario/wording.ts';
import type { Paint } from '../io/terminal.ts';
import { wrap } from './layout.ts';
import type { StepPlace } from './report.ts';
import type { StepColumns } from './step-columns.ts';
import { codeName, shown } from './wording.ts';

/** What the lines of a step are made with. */
export interface StepWriter {
  /** Absent if the steps are typed. */
  readonly file?: string;
  readonly columns: StepColumns;
  readonly paint: Paint;
  readonly width: number;
  readonly codes: readonly CodeRow[];
  /** Where a phase stands now. */
  readonly stateOf: (entity: string, phase: string) => string;
}

/** A step for a person: what became of it, why, and what was expected and missed. */
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

/** Each expectation that was missed, and what is so instead. */
export function missedOf(step: Step, { missed = [], to }: StepResult, writer: StepWriter): string[] {
  return missed.map((text) => {
    const expected = step.expect?.find((each) => each.text === text);
    if (expected !== undefined && 'phase' in expected) {
      const status = statusOf(writer.stateOf(expected.entity ?? to ?? '', expected.phase));
      return `${text}, it is ${status ?? 'not run'}`;
    }
    return expected !== undefined && 'code' in expected ? `${shown(text)}${unlisted(text, writer.codes)}` : text;
  });
}

/** What there is to say of a code that no table has. */
function unlisted(text: string, codes: readonly CodeRow[]): string {
  const words = codes.flatMap(({ code, name }): (Code | string)[] => [code, name]).map(String);
  if (words.includes(text)) return '';
  const near = /^\d+$/.test(text) ? undefined : nearest(text, words);
  return `; the table has no such code${near === undefined ? '' : `, did you mean ${near}?`}`;
}

/** The changes, or the reason, stand behind the outcome where they find room, or below each other. */
function outcomeLines(head: string, result: StepResult, opening: boolean, { paint, width }: StepWriter): string[] {
  const { outcome, error, changes, to } = result;
  const why = whyOf(result);
  const all = why === undefined ? changes.map((change) => changeOf(change, to)) : [why];
  const [first = '', ...more] = all;
  const said = error ? `${outcome} ${codeName(error)}` : outcome.padEnd(all.length > 0 ? OUTCOME : 0);
  const inOne = all.length > 0 ? `  ${all.join(', ')}` : '';
  const fits = head.length + said.length + inOne.length <= width;
  const given = opening ? '  (given)' : '';
  let rest = fits ? inOne : `  ${first}`;
  let below = fits ? [] : more.map((change) => ' '.repeat(head.length + said.length + 2) + change);
  if (!fits && why !== undefined) {
    rest = '';
    below = wrap(why, width - head.length).map((line) => ' '.repeat(head.length) + line);
  }
  if (opening) return [head + said + rest + given, ...below].map((line) => paint('faint', line));
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

/** `SCAN STOPPED (934)`, with whose it is where that is another entity than the one that was spoken to. */
function changeOf({ entity, phase, status, code, error }: Change, to: string | undefined): string {
  const whose = entity === to ? '' : `${shown(entity)} `;
  const number = code === null ? '' : ` (${code})`;
  const why = error ? `: ${codeName(error)}` : '';
  return `${whose}${phase} ${status ?? 'not run'}${number}${why}`;
}
