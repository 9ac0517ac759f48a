import { parseSync } from 'vite';

/** A section that a comment cites: `(SYSTEM 4.2)`. */
export interface Citation {
  readonly system: string;
  readonly section: string;
  readonly line: number;
}

export interface Cited {
  readonly citations: readonly Citation[];
  /** Citations that cannot be followed, each with its line. */
  readonly faults: readonly string[];
}

/**
 * What the comments of a module cite. A citation stands in brackets and begins with a system and a number. More numbers
 * follow a comma, `(SYSTEM 4.2, 5)`, more systems a semicolon, `(SYSTEM 4; OTHER 5)`; the first and the last of several
 * sections are `(SYSTEM 4 to 6)`. Words may come after a number: `(SYSTEM 4, HEADERS)`.
 */
export function citationsIn(path: string, source: string, systems: readonly string[]): Cited {
  const citations: Citation[] = [];
  const faults: string[] = [];
  const names = systems.map((name) => name.replaceAll('-', '\\-')).join('|');
  const begins = new RegExp(`\\((?=(?:${names})\\s+\\d)([^)]*)\\)`, 'gi');
  for (const { text, lineOf } of commentsOf(path, source)) {
    for (const found of text.matchAll(UNPUBLISHED)) {
      faults.push(`${lineOf(found.index)}: "${found[0]}" is in no page of docs/systems`);
    }
    for (const found of text.matchAll(begins)) {
      const line = lineOf(found.index);
      let system = '';
      for (const part of (found[1] ?? '').split(/[;,]/).map((each) => each.trim())) {
        const [, named, first, last] =
          new RegExp(`^(?:(${names})\\s+)?(${NUMBER})(?:\\s+to\\s+(${NUMBER}))?$`).exec(part) ?? [];
        system = named ?? system;
        if (first !== undefined) {
          citations.push(...[first, ...(last ? [last] : [])].map((section) => ({ system, section, line })));
        } else if (!/^[A-Za-z]/.test(part)) faults.push(`${line}: "${part}" is no section`);
      }
    }
  }
  return { citations, faults };
}

/** The numbers of a page's headings: `## 2. Job` has 2, `### 2.3 Gates` has 2.3. */
export const sectionsOf = (page: string): Set<string> =>
  new Set([...page.matchAll(new RegExp(`^#+ (${NUMBER})\\.?(?= |$)`, 'gm'))].map(([, number = '']) => number));

const NUMBER = String.raw`\d+(?:\.\d+)*`;

/** The texts that the rules were taken from. They are not in this repository. */
const UNPUBLISHED = /\brulebooks?\b|\(contract\b[^)]*\)/gi;

interface Text {
  /** On one line, with blanks in place of the comment marks, so that every offset is as in the source. */
  readonly text: string;
  readonly lineOf: (offset: number) => number;
}

/** The comments of a module. Consecutive lines of `//` are one comment. */
function commentsOf(path: string, source: string): Text[] {
  const { comments, errors } = parseSync(path, source, { sourceType: 'module' });
  const [error] = errors;
  if (error) throw new SyntaxError(`${path}: ${error.message}`);
  const runs: { start: number; end: number }[] = [];
  for (const { start, end } of comments) {
    const last = runs.at(-1);
    if (last && /^[ \t]*\n[ \t]*$/.test(source.slice(last.end, start))) last.end = end;
    else runs.push({ start, end });
  }
  return runs.map(({ start, end }) => ({
    text: source.slice(start, end).replace(/\n\s*(?:\*(?!\/)|\/\/)?/g, (break_) => ' '.repeat(break_.length)),
    lineOf: (offset) => source.slice(0, start + offset).split('\n').length,
  }));
}
