import { LineFault } from './fault.ts';

/**
 * Splits a line of text into words, up to its end or a comment. Blanks separate words, except inside quotes, which may
 * open anywhere in a word. Inside quotes `\"` is a quote and `\\` a backslash; any other backslash is literal.
 */
export class WordReader {
  /** The word without its quotes. */
  text = '';
  /** The start and end of the word in the line. */
  at = 0;
  end = 0;
  /** The offset in the word of its first `=` outside quotes; undefined if there is none. */
  divide: number | undefined;
  /** The offset in the line of what follows that `=`. */
  valueAt = 0;
  private quoted = false;
  private readonly line: string;

  constructor(line: string) {
    this.line = line;
  }

  /** Moves to the next word; false if there is none. */
  next(): boolean {
    const { line } = this;
    let start = this.end;
    while (isBlank(line.charCodeAt(start))) start += 1;
    if (start >= line.length || line.charCodeAt(start) === HASH) return false;
    this.at = start;
    this.divide = undefined;
    this.quoted = false;
    if (line.startsWith(ARROW, start)) this.take(ARROW, start + ARROW.length);
    else this.read(start);
    return true;
  }

  /** Whether the word is the arrow before expectations. A quoted arrow is not. */
  isArrow(): boolean {
    return !this.quoted && this.text === ARROW;
  }

  private read(start: number): void {
    const { line } = this;
    let text = '';
    let from = start;
    let i = start;
    for (; i < line.length; i += 1) {
      const character = line.charCodeAt(i);
      if (isBlank(character)) break;
      if (character === EQUALS && this.divide === undefined) {
        this.divide = text.length + i - from;
        this.valueAt = i + 1;
      } else if (character === QUOTE) {
        const close = closing(line, i);
        text += line.slice(from, i) + unescaped(line.slice(i + 1, close));
        this.quoted = true;
        from = close + 1;
        i = close;
      }
    }
    this.take(text + line.slice(from, i), i);
  }

  private take(text: string, end: number): void {
    this.text = apart(text);
    this.end = end;
  }
}

/** A copy of the string: a slice would keep the whole source text in memory. */
export const apart = (text: string): string => ` ${text}`.slice(1);

const ARROW = '=>';
const HASH = 35;
const EQUALS = 61;
const QUOTE = 34;
const BACKSLASH = 92;

const isBlank = (character: number): boolean => character === 32 || character === 9;

const isEscape = (line: string, at: number): boolean => {
  if (line.charCodeAt(at) !== BACKSLASH) return false;
  const next = line.charCodeAt(at + 1);
  return next === QUOTE || next === BACKSLASH;
};

function closing(line: string, open: number): number {
  for (let i = open + 1; i < line.length; i += 1) {
    if (line.charCodeAt(i) === QUOTE) return i;
    if (isEscape(line, i)) i += 1;
  }
  throw new LineFault(open, 'a quote that is never closed', 'a closing "');
}

const unescaped = (text: string): string => (text.includes('\\') ? text.replace(/\\(["\\])/g, '$1') : text);
