/**
 * Rows in columns. The last column is wrapped to the width, or not at all without one. If it has no room beside the
 * others, it stands below the rightmost of them that leaves room.
 */
export function table(
  rows: readonly (readonly string[])[],
  { indent = 0, width = Number.POSITIVE_INFINITY } = {},
): string[] {
  const fixed = Math.max(0, ...rows.map((row) => row.length)) - 1;
  const widths = Array.from({ length: fixed }, (_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const startOf = (column: number): number => widths.slice(0, column).reduce((sum, each) => sum + each + GAP, indent);
  const hasRoom = (start: number): boolean => width - start >= NARROWEST;
  const below = widths.findLastIndex((_, column) => hasRoom(startOf(column) + GAP));
  const isBeside = below < 0 || hasRoom(startOf(fixed));
  const margin = isBeside ? startOf(fixed) : startOf(below) + GAP;
  return rows.flatMap((row) => {
    const columns = widths.map((each, column) => (row[column] ?? '').padEnd(each + GAP));
    const start = ' '.repeat(indent) + columns.join('');
    const last = row[fixed] ?? '';
    const [first = '', ...more] = isBeside ? wrap(last, width - margin) : ['', ...wrap(last, width - margin)];
    const lines = more.filter((line) => line !== '').map((line) => ' '.repeat(margin) + line);
    return [(start + first).trimEnd(), ...lines];
  });
}

/** Breaks a text into lines no longer than the width, except for words that are longer themselves. */
export function wrap(text: string, width: number): string[] {
  if (text.length <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > Math.max(width, NARROWEST)) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** Paragraphs of lines, with an empty line between them. */
export const paragraphs = (parts: readonly (readonly string[])[]): string =>
  parts.map((lines) => `${lines.join('\n')}\n`).join('\n');

/** A paragraph with a heading, or none if it has no lines. */
export const section = (heading: string, lines: readonly string[]): string[][] =>
  lines.length === 0 ? [] : [[heading, ...lines]];

/** The text, truncated to the width. */
export const cut = (text: string, width: number): string =>
  text.length > width ? `${text.slice(0, Math.max(0, width - 1))}…` : text;

const GAP = 2;

/** A narrower terminal breaks the lines itself, which is better than a column of single words. */
const NARROWEST = 24;
