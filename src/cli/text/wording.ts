import { byUnits } from '../../model/index.ts';
import type { Complaint } from '../../scenario/complaint.ts';
import { amount, harmless } from '../../scenario/wording.ts';

/** Virtual time for a person: `0s`, `5m`, `1h 05m`, `2d 00h 00m 30s`. */
export function duration(seconds: number): string {
  const parts = byUnits(seconds);
  const first = parts.findIndex(([value]) => value > 0);
  if (first < 0) return '0s';
  const last = parts.findLastIndex(([value]) => value > 0);
  const shown = parts.slice(first, last + 1);
  return shown.map(([value, unit], index) => `${index > 0 ? String(value).padStart(2, '0') : value}${unit}`).join(' ');
}

/** `1 step`, `1,234 steps`. */
export const amountOf = (count: number | string, noun: string): string =>
  `${amount(count)} ${noun}${String(count) === '1' ? '' : 's'}`;

/** A complaint in a line, with what to do next. */
export function complaintLine({ message, next }: Complaint, usualNext?: string): string {
  const what = next ?? usualNext;
  return what === undefined ? message : `${message}; ${what}`;
}

/** A path as a word of a shell's command line, without characters that garble a terminal. */
export function inShell(path: string): string {
  const word = path.startsWith('-') ? `./${path}` : path;
  return /^[\w./:@%+,=-]+$/.test(word) ? word : harmless(`'${word.replaceAll("'", "'\\''")}'`);
}
