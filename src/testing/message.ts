import { lineOf } from '../engine/sample-lines.ts';
import type { GatingReport, Mismatch } from '../gating/report.ts';
import type { CodeName, Lifecycle } from '../model/index.ts';

/** The message of a failing test: every mismatch, with a scenario that leads to it, ready for `lifecycle simulate`. */
export function messageOf({ system, entity, mismatches, covered }: GatingReport, lifecycle: Lifecycle): string {
  const asked = `${counted(covered.commands.length, 'command')} in ${counted(covered.situations, 'situation')}`;
  if (mismatches.length === 0) return `expected the gating of ${system} ${entity} not to match: it does, ${asked}`;
  const count = mismatches.length === 1 ? '1 kind of mismatch' : `${mismatches.length} kinds of mismatches`;
  const head = `expected the gating to match ${system} ${entity}: ${count}, ${asked}`;
  const more = mismatches.length > MOST ? [`… and ${mismatches.length - MOST} more`] : [];
  const tail = `Each scenario can be pasted into: lifecycle simulate --system ${system}`;
  return [head, ...mismatches.slice(0, MOST).map((each) => textOf(each, lifecycle)), ...more, tail].join('\n\n');
}

/** Nobody reads more than a screenful. */
const MOST = 10;

function textOf(mismatch: Mismatch, lifecycle: Lifecycle): string {
  const { command, scenario, view } = mismatch;
  const steps = [...scenario, `${lineOf(lifecycle, command, {})} => ${expectation(mismatch)}`];
  return [
    `${command}: ${summary(mismatch)}`,
    ...steps.map((step) => `    ${step}`),
    `  view: ${JSON.stringify(view)}`,
  ].join('\n');
}

/** The model's answer as an expectation in a scenario. A code of several words cannot be one. */
const expectation = ({ error, model }: Mismatch): string =>
  error && !/\s/.test(String(error.code)) ? String(error.code) : model;

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

function summary({ ui, model, error, reason, uiCode, fault, situations, facts }: Mismatch): string {
  const does = fault ? `the predicate is at fault (${fault.kind}: ${fault.says})` : `the UI has it ${ui}`;
  const code = uiCode === undefined ? '' : ` with ${uiCode}`;
  const answer = error ? `rejects it with ${codeName(error)}` : model === 'accepted' ? 'accepts it' : 'rejects it';
  const why = reason === undefined ? '' : `, as ${reason}`;
  const where = `in ${counted(situations, 'situation')}`;
  const unusual = Object.entries(facts ?? {}).map(([fact, value]) => `${fact} ${value}`);
  const otherwise = unusual.length > 0 ? `, with ${unusual.join(' and ')}` : '';
  return `${does}${code}, the model ${answer}${why} (${where}${otherwise})`;
}

const codeName = ({ code, name }: CodeName): string => (String(code) === name ? name : `${code} ${name}`);
