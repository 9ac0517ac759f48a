import type { CoverageLevel, GatingReport, Mismatch, Summary } from '../../../../gating/report.ts';
import { amount } from '../../../../scenario/wording.ts';
import { DEFAULT_COLUMNS, type Paint } from '../../../io/terminal.ts';
import { wrap } from '../../../text/layout.ts';
import type { Compared } from './baseline.ts';
import { byCause, countText, saysMismatch, seenOf, whereOf } from './says.ts';

/** What a person reads: each cause with its mismatches and the way to one, what the baseline says, and what was checked. */
export function reportText(
  { mismatches, summary, says }: GatingReport,
  compared: Compared | undefined,
  { clean, seconds }: { readonly clean: boolean; readonly seconds: number },
  paint: Paint,
  width = DEFAULT_COLUMNS,
): string {
  const fresh = compared?.fresh ?? mismatches;
  const parts = [
    ...[...byCause(fresh)].flatMap(([cause, some]) => causeText(cause, some, says === undefined, paint, width)),
    ...(compared ? [baselineText(compared, width)] : []),
    [
      ...wrap(resultOf(fresh, summary, compared !== undefined), width).map((line) =>
        paint(clean ? 'good' : 'bad', line),
      ),
      ...(says ?? [coverageOf(summary, seconds)]).flatMap((each) => wrap(each, width)),
      ...openIn(summary).flatMap((each) => wrap(each, width)),
    ],
    leftOut(summary, width),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

const indented = (text: string, width: number): string[] => wrap(text, width - 2).map((line) => `  ${line}`);

const LEVELS: { readonly [level in CoverageLevel]: string } = {
  exhaustive: 'exhaustive: every situation was decided',
  classes: 'classes: every combination of gates that hold was decided',
  partial: 'partial: some situations were not decided',
};

/** Never without its level. */
function resultOf(fresh: readonly Mismatch[], { level }: Summary, isCompared: boolean): string {
  const count = fresh.length;
  const kind = isCompared ? 'new ' : '';
  const causes = byCause(fresh).size;
  const unconfirmed = fresh.filter((each) => each.unconfirmed).length;
  const found =
    count === 0
      ? `No ${kind}mismatch`
      : `${amount(count)} ${kind}${count === 1 ? 'mismatch' : 'mismatches'} of ${amount(causes)} ${causes === 1 ? 'cause' : 'causes'}`;
  return `${found}${unconfirmed > 0 ? `, ${amount(unconfirmed)} of them unconfirmed` : ''} (${LEVELS[level]}).`;
}

/** Mismatches of one cause: the first with its scenario, the others in a line each. `asked`: a predicate was asked. */
function causeText(
  cause: string,
  mismatches: readonly Mismatch[],
  asked: boolean,
  paint: Paint,
  width: number,
): string[][] {
  const [first, ...others] = mismatches as [Mismatch, ...Mismatch[]];
  const { says, lines } = whereOf(first);
  const seen = seenOf(first);
  return [
    [
      ...wrap(saysMismatch(first), width).map((line) => paint('bad', line)),
      ...indented(`because ${cause}`, width),
      ...indented(says, width),
      ...lines.map((line) => `    ${line}`),
      ...(asked
        ? indented(`the UI looked at ${seen.length > 0 ? seen.join(', ') : 'nothing of the view'}`, width)
        : []),
      ...(first.hint === undefined ? [] : indented(first.hint, width)),
      ...(others.length > 0 ? indented('for the same cause:', width) : []),
      ...others.flatMap((each) =>
        wrap(
          `${saysMismatch(each)}; in ${countText(each.situations)}${each.unconfirmed ? ', unconfirmed' : ''}`,
          width - 4,
        ).map((line) => `    ${line}`),
      ),
    ],
  ];
}

function baselineText({ file, known, stale }: Compared, width: number): string[] {
  return [
    ...(known.length > 0 ? wrap(`${amount(known.length)} known from ${file}, not counted.`, width) : []),
    ...(stale.length > 0 ? wrap(`No longer found, though ${file} has them: ${stale.join('; ')}.`, width) : []),
  ];
}

/** What was covered. */
export function coverageOf({ situations, commands, asked, unspoken, uncontrolled }: Summary, seconds: number): string {
  const count = Object.keys(commands).length;
  const without = uncontrolled.length > 0 ? ` No control, not checked: ${uncontrolled.join(', ')}.` : '';
  const silent = unspoken
    ? ` No row speaks in ${countText(unspoken.situations)}, counted for each command${
        unspoken.commands.length > 0 ? `, and in none for ${unspoken.commands.join(', ')}` : ''
      }: that is taken as disabled.`
    : '';
  return (
    `Covered ${countText(situations)} × ${count} ${count === 1 ? 'command' : 'commands'}, ` +
    `asked ${amount(asked)} times, in ${seconds.toFixed(1)} s.${without}${silent}`
  );
}

/** What stays open: levels below the best, and gates that never decided. */
function openIn({ commands, unexercised }: Summary): string[] {
  const below = Object.entries(commands).flatMap(([command, { level }]) =>
    level === 'exhaustive' ? [] : [`${command} (${level})`],
  );
  return [
    ...(below.length > 0 ? [`Not exhaustive, as too much of the view is read, or too late: ${below.join(', ')}.`] : []),
    ...(unexercised.length > 0 ? [`Gates that decided in no situation tried: ${unexercised.join('; ')}.`] : []),
  ];
}

/** What was held still, a note an item. */
function leftOut({ notCovered }: Summary, width: number): string[] {
  const items = notCovered.flatMap((note) =>
    wrap(note, width - 4).map((line, index) => `${index === 0 ? '  - ' : '    '}${line}`),
  );
  return items.length > 0 ? ['What this leaves out:', ...items] : [];
}
