/** Rows in columns. The last column is wrapped to the width, or left as it is where none is given. */
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

/** Lines of a text, no longer than the width where its words allow that. */
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

const GAP = 2;

/** On a narrower terminal lines break wherever it breaks them: a column of single words is worse. */
const NARROWEST = 24;

/** The text, or as much of it as has room. */
export const cut = (text: string, width: number): string =>
  text.length > width ? `${text.slice(0, Math.max(0, width - 1))}…` : text;
