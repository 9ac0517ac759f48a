import type { Coverage, GatingReport, Mismatch, Unconfirmed } from '../../../../gating/report.ts';
import { amount } from '../../../../scenario/wording.ts';
import { DEFAULT_COLUMNS, type Paint } from '../../../io/terminal.ts';
import { wrap } from '../../../text/layout.ts';
import type { Compared } from './baseline.ts';
import { saysMismatch, seenOf } from './says.ts';

/** What a person reads: each mismatch with its way there, what the baseline says, and what was covered. */
export function reportText(
  { mismatches, unconfirmed, covered, says }: GatingReport,
  compared: Compared | undefined,
  seconds: number,
  paint: Paint,
  width = DEFAULT_COLUMNS,
): string {
  const fresh = compared?.fresh ?? mismatches;
  const parts = [
    ...fresh.map((each) => mismatchText(each, says === undefined, paint, width)),
    ...(unconfirmed.length > 0 ? [unconfirmedText(unconfirmed, paint, width)] : []),
    ...(compared ? [baselineText(compared, width)] : []),
    [
      paint(fresh.length > 0 ? 'bad' : 'good', resultOf(fresh.length)),
      ...(says ?? [coverageOf(covered, seconds)]).flatMap((each) => wrap(each, width)),
    ],
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

const indented = (text: string, width: number): string[] => wrap(text, width - 2).map((line) => `  ${line}`);

const resultOf = (count: number): string =>
  count === 0 ? 'No mismatch.' : `${amount(count)} ${count === 1 ? 'mismatch' : 'mismatches'}.`;

/** `asked`: it was a predicate that was asked, and is known what it read. */
function mismatchText(mismatch: Mismatch, asked: boolean, paint: Paint, width: number): string[] {
  const { situations, scenario, reason, facts = {} } = mismatch;
  const seen = seenOf(mismatch);
  const otherwise = Object.entries(facts).map(([name, value]) => `${name} ${value}`);
  const where = `${amount(situations)} ${situations === 1 ? 'situation' : 'situations'}`;
  return [
    ...wrap(saysMismatch(mismatch), width).map((line) => paint('bad', line)),
    ...(reason === undefined || mismatch.fault ? [] : indented(`because ${reason}`, width)),
    ...indented(`in ${where}${otherwise.length > 0 ? ` with ${otherwise.join(', ')}` : ''}, the nearest after:`, width),
    ...(scenario.length === 0 ? ['    # the very beginning'] : scenario.map((line) => `    ${line}`)),
    ...(asked ? indented(`the UI looked at ${seen.length > 0 ? seen.join(', ') : 'nothing of the view'}`, width) : []),
  ];
}

function unconfirmedText(unconfirmed: readonly Unconfirmed[], paint: Paint, width: number): string[] {
  return [
    paint('title', 'Not confirmed, and not counted: no scenario was found that shows them.'),
    ...unconfirmed.flatMap((each) => indented(saysMismatch(each), width)),
  ];
}

function baselineText({ file, known, stale }: Compared, width: number): string[] {
  return [
    ...(known.length > 0 ? wrap(`${amount(known.length)} known from ${file}, not counted.`, width) : []),
    ...(stale.length > 0 ? wrap(`No longer found, though ${file} has them: ${stale.join('; ')}.`, width) : []),
  ];
}

/** What was covered, as far as it was. */
export function coverageOf(covered: Coverage, seconds: number): string {
  const { situations, commands, asked, varied, together, still, partly, unspoken } = covered;
  const names = Object.keys(varied);
  const facts =
    names.length === 0
      ? ''
      : ` Varied besides, ${together === 'all' ? 'in every combination' : `up to ${together} at a time`}: ${names.join(', ')}.`;
  const held = still.length > 0 ? ` Not varied, as a new entity has them: ${still.join(', ')}.` : '';
  const part =
    partly.length === 0
      ? ''
      : ` Not covered in full, as too much of the view is read: ${partly
          .map(({ command, covered: count }) => `${command} (${amount(count)} situations)`)
          .join(', ')}.`;
  const silent = unspoken
    ? ` No row speaks in ${amount(unspoken.situations)} situations, counted for each command${
        unspoken.commands.length > 0 ? `, and in none for ${unspoken.commands.join(', ')}` : ''
      }: that is taken as disabled.`
    : '';
  const all = partly.length === 0 ? 'Covered' : 'Of';
  return (
    `${all} ${amount(situations)} ${situations === 1 ? 'situation' : 'situations'} × ${commands.length} commands, ` +
    `asked ${amount(asked)} times, in ${seconds.toFixed(1)} s.${facts}${held}${part}${silent}`
  );
}
