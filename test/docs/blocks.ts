/**
 * The fenced blocks of the documents. The words after the three backticks say what a block is:
 *
 * - `sh`: a session. A command follows `$ `, its continuation `> `, and then everything that it prints. It runs in the
 *   document's own folder and must end with status 0; `; echo "status $?"` shows another status.
 * - `sh clone`: the same at the top of a clone. npm's commands are not run: only the script or the lockfile must exist,
 *   and npm's own lines are left out. `npx lifecycle …` is run.
 * - `text NAME.txt`, `text NAME.txt SYSTEM`: a scenario, by default of Egnyte. It must be readable; later sessions find
 *   the file.
 * - `ts NAME.ts`: a program. It must be well typed, and a later session must run it: `$ node NAME.ts`.
 * - `ts`: a program that prints nothing. It must be well typed, and is run.
 * - `text`: a drawing. Nothing is checked.
 *
 * Any other block is an error, because a mistake in it would go unnoticed.
 */
export interface Block {
  /** The first word after the backticks. */
  readonly is: string;
  /** The other words after the backticks. */
  readonly words: readonly string[];
  readonly text: string;
  /** The line of the opening backticks, from 1. */
  readonly line: number;
}

/** The fenced blocks of a document, in order. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  const lines = markdown.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const fence = /^```(.*)$/.exec(lines[at] ?? '');
    if (!fence) continue;
    const end = lines.indexOf('```', at + 1);
    if (end < 0) throw new Error(`the block of line ${at + 1} is never closed`);
    const [is = '', ...words] = (fence[1] ?? '').trim().split(/\s+/);
    blocks.push({ is, words, text: lines.slice(at + 1, end).join('\n'), line: at + 1 });
    at = end;
  }
  return blocks;
}

/** The document with the text of each block replaced. */
export function withBlocks(markdown: string, textOf: (block: Block) => string): string {
  const lines = markdown.split('\n');
  for (const block of blocksOf(markdown).toReversed()) {
    const length = block.text === '' && lines[block.line] === '```' ? 0 : block.text.split('\n').length;
    const text = textOf(block);
    lines.splice(block.line, length, ...(text === '' ? [] : text.split('\n')));
  }
  return lines.join('\n');
}

/** A command of a session, and its expected output. */
export interface Entry {
  /** As in the document, with its prompt. */
  readonly prompt: readonly string[];
  readonly command: string;
}

export function entriesOf(session: string): Entry[] {
  const entries: { prompt: string[]; command: string }[] = [];
  let answered = false;
  for (const line of session.split('\n')) {
    const last = entries.at(-1);
    if (line.startsWith('$ ')) {
      entries.push({ prompt: [line], command: line.slice(2) });
      answered = false;
    } else if (!last) {
      throw new Error('a session begins with a command');
    } else if (line.startsWith('> ') && !answered) {
      last.prompt.push(line);
      last.command += `\n${line.slice(2)}`;
    } else answered = true;
  }
  return entries;
}
