import type { CoverageLevel, Mismatch, Summary } from '../../../../gating/report.ts';
import { valueIn } from '../../../../model/index.ts';
import { amount, harmless, oneLine } from '../../../../scenario/wording.ts';
import type { Paint, PrintStyle } from '../../../io/terminal.ts';
import { paragraphs, wrap } from '../../../text/layout.ts';
import { amountOf } from '../../../text/wording.ts';
import type { Compared } from './baseline.ts';
import type { Checked } from './checked.ts';
import { byCause, type Cause, countText, saysMismatch, whereOf } from './says.ts';

/** A report as text: each cause with its mismatches and a scenario, the baseline, and what was checked. */
export function reportText({ report, fresh, compared, clean, seconds }: Checked, { paint, width }: PrintStyle): string {
  const { summary, says } = report;
  const parts = [
    ...[...byCause(fresh)].map(([cause, some]) => causeInFull(cause, some, says === undefined, paint, width)),
    compared ? baselineText(compared, width) : [],
    [
      ...wrap(resultOf(fresh, summary, compared !== undefined), width).map((line) =>
        paint(clean ? 'good' : 'bad', line),
      ),
      ...[...(says ?? [coverageOf(summary, seconds)]), ...openIn(summary)].flatMap((each) => wrap(each, width)),
    ],
    leftOut(summary, width),
  ];
  return paragraphs(parts.filter((lines) => lines.length > 0));
}

const indented = (text: string, width: number): string[] => wrap(text, width - 2).map((line) => `  ${line}`);

const LEVELS: { readonly [level in CoverageLevel]: string } = {
  exhaustive: 'exhaustive: every situation was decided',
  classes: 'classes: every combination of gates that hold was decided',
  partial: 'partial: some situations were not decided',
};

/** The number of mismatches, always with the level of coverage. */
function resultOf(fresh: readonly Mismatch[], { level }: Summary, isCompared: boolean): string {
  const count = fresh.length;
  const kind = isCompared ? 'new ' : '';
  const causes = byCause(fresh).size;
  const unconfirmed = fresh.filter((each) => each.unconfirmed).length;
  const found =
    count === 0
      ? `No ${kind}mismatch`
      : `${amount(count)} ${kind}${count === 1 ? 'mismatch' : 'mismatches'} of ${amountOf(causes, 'cause')}`;
  return `${found}${unconfirmed > 0 ? `, ${amount(unconfirmed)} of them unconfirmed` : ''} (${LEVELS[level]}).`;
}

/** The first mismatch of a cause with its scenario, then a line for each other one. `asked`: a predicate was asked. */
function causeInFull(cause: string, [first, ...others]: Cause, asked: boolean, paint: Paint, width: number): string[] {
  const { says, lines } = whereOf(first);
  const seen = first.read.map((name) => `${name} ${valueIn(first.view, name)}`);
  const saw = `the UI looked at ${seen.length > 0 ? seen.join(', ') : 'nothing of the view'}`;
  const inShort = (each: Mismatch): string =>
    `${saysMismatch(each)}; in ${countText(each.situations)}${each.unconfirmed ? ', unconfirmed' : ''}`;
  return [
    ...wrap(saysMismatch(first), width).map((line) => paint('bad', line)),
    ...indented(`because ${cause}`, width),
    ...indented(says, width),
    ...lines.map((line) => `    ${line}`),
    ...(asked ? indented(saw, width) : []),
    ...(first.hint === undefined ? [] : indented(first.hint, width)),
    ...(others.length > 0 ? indented('for the same cause:', width) : []),
    ...others.flatMap((each) => wrap(inShort(each), width - 4).map((line) => `    ${line}`)),
  ];
}

function baselineText({ file, known, stale }: Compared, width: number): string[] {
  const name = harmless(file);
  return [
    ...(known.length > 0 ? wrap(`${amount(known.length)} known from ${name}, not counted.`, width) : []),
    ...(stale.length > 0
      ? wrap(`No longer found, though ${name} has them: ${stale.map(oneLine).join('; ')}.`, width)
      : []),
  ];
}

/** How much was checked. */
export function coverageOf({ situations, commands, asked, unspoken, uncontrolled }: Summary, seconds: number): string {
  const count = Object.keys(commands).length;
  const without = uncontrolled.length > 0 ? ` No control, not checked: ${uncontrolled.join(', ')}.` : '';
  const silent = unspoken
    ? ` No row speaks in ${countText(unspoken.situations)}, counted for each command${
        unspoken.commands.length > 0 ? `, and in none for ${unspoken.commands.join(', ')}` : ''
      }: that is taken as disabled.`
    : '';
  return (
    `Covered ${countText(situations)} × ${amountOf(count, 'command')}, ` +
    `asked ${amount(asked)} times, in ${seconds.toFixed(1)} s.${without}${silent}`
  );
}

/** What was not covered: commands below the best level, and gates that never decided. */
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
