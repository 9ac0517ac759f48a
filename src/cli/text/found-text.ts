import type { Found } from '../../answers/find.ts';
import { codeAndName, type Outline } from '../../model/index.ts';
import type { PrintStyle } from '../io/terminal.ts';
import { table } from './layout.ts';

/** What a part of a name may stand for, with a line for each. */
export function foundText(
  { name }: Outline,
  { rows, statuses, commands }: Found,
  { paint, width }: PrintStyle,
): string {
  const named = new Set(rows.map(({ code }) => code));
  const lines = table(
    [
      ...rows.map((row) => ['code', codeAndName(row), row.meaning]),
      ...statuses
        .filter(({ code }) => code === null || !named.has(code))
        .map(({ entity, phase, status }) => ['status', `${phase}:${status}`, `of a ${entity}`]),
      ...commands.map(({ entity, command }) => ['command', command, `of a ${entity}`]),
    ],
    { indent: 2, width },
  );
  return `${[paint('title', name), ...lines].join('\n')}\n`;
}
