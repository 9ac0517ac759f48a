import { lineOf } from '../engine/sample-lines.ts';
import type { GatingReport, Mismatch, SituationCount } from '../gating/report.ts';
import { codeAndName, type Lifecycle } from '../model/index.ts';

/** What a failing test says: every mismatch with the scenario that leads to one, as `lifecycle simulate` takes it. */
export function messageOf({ system, entity, mismatches, summary }: GatingReport, lifecycle: Lifecycle): string {
  const { level, unexercised, commands, situations } = summary;
  const asked = `${counted(Object.keys(commands).length, 'command')} in ${counted(situations, 'situation')} (${level})`;
  if (mismatches.length === 0 && (level === 'partial' || unexercised.length > 0)) {
    const gates = unexercised.length > 0 ? `; gates that decided in none tried: ${unexercised.join('; ')}` : '';
    return `expected the gating of ${system} ${entity} to be checked in whole: some situations were not decided, ${asked}${gates}`;
  }
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
  const { command, scenario = ['# unconfirmed: no scenario was found'], view } = mismatch;
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

const counted = (count: SituationCount, what: string): string => `${count} ${what}${String(count) === '1' ? '' : 's'}`;

function summary({ ui, model, error, reason, uiCode, fault, situations }: Mismatch): string {
  const does = fault ? `the UI is at fault (${fault.kind}: ${fault.says})` : `the UI has it ${ui}`;
  const code = uiCode === undefined ? '' : ` with ${uiCode}`;
  const answer = error ? `rejects it with ${codeAndName(error)}` : model === 'accepted' ? 'accepts it' : 'rejects it';
  const why = reason === undefined ? '' : `, as ${reason}`;
  const where = `in ${counted(situations, 'situation')}`;
  return `${does}${code}, the model ${answer}${why} (${where})`;
}
