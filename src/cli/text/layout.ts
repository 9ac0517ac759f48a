/** Rows in columns. The last column is wrapped to the width, or not at all without one. */
export function table(
  rows: readonly (readonly string[])[],
  { indent = 0, width = Number.POSITIVE_INFINITY } = {},
): string[] {
  const fixed = Math.max(0, ...rows.map((row) => row.length)) - 1;
  const widths = Array.from({ length: fixed }, (_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const margin = indent + widths.reduce((sum, each) => sum + each + GAP, 0);
  return rows.flatMap((row) => {
    const [first = '', ...more] = wrap(row[fixed] ?? '', width - margin);
    const columns = widths.map((each, column) => (row[column] ?? '').padEnd(each + GAP));
    const start = `${' '.repeat(indent)}${columns.join('')}${first}`.trimEnd();
    return [start, ...more.map((line) => ' '.repeat(margin) + line)];
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
