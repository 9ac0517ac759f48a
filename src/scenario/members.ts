import { LineFault } from './fault.ts';
import { SCALAR } from './value.ts';
import { show } from './wording.ts';

/** A member of the object on a line of NDJSON, with the offsets that JSON.parse does not give. */
export interface Member {
  readonly key: string;
  readonly keyAt: number;
  readonly value: unknown;
  readonly valueAt: number;
  /** For a list, the offset of each item. */
  readonly items: readonly number[];
}

/**
 * Parses a line of NDJSON. It is slower than JSON.parse, but locates every fault: an unexpected character, a duplicate
 * key, a nested value. It accepts only one level of lists, so no nesting can exhaust the stack.
 */
export function membersOf(line: string): Member[] {
  const cursor = new Cursor(line);
  const members: Member[] = [];
  const keys = new Set<string>();
  cursor.expect('{', 'an object, as in {"wait":"5m"}');
  if (!cursor.take('}')) {
    do {
      const keyAt = cursor.skipBlanks();
      const key = cursor.string('a key in quotes');
      if (keys.has(key)) throw new LineFault(keyAt, `the key ${show(key)} a second time`, 'each key once');
      keys.add(key);
      cursor.expect(':', 'a colon');
      const valueAt = cursor.skipBlanks();
      const items: number[] = [];
      members.push({ key, keyAt, value: cursor.value(items), valueAt, items });
    } while (cursor.take(','));
    cursor.expect('}', 'a comma or }');
  }
  cursor.finish();
  return members;
}

class Cursor {
  private at = 0;
  private readonly line: string;

  constructor(line: string) {
    this.line = line;
  }

  skipBlanks(): number {
    while (isBlank(this.line.charCodeAt(this.at))) this.at += 1;
    return this.at;
  }

  take(character: string): boolean {
    if (this.line[this.skipBlanks()] !== character) return false;
    this.at += 1;
    return true;
  }

  expect(character: string, called: string): void {
    if (!this.take(character)) this.refuse(called);
  }

  finish(): void {
    if (this.skipBlanks() < this.line.length) this.refuse('the end of the line');
  }

  /** Reads a value; for a list, adds the offsets of its items. */
  value(items: number[]): unknown {
    if (!this.take('[')) return this.scalar();
    const list: unknown[] = [];
    if (this.take(']')) return list;
    do {
      items.push(this.skipBlanks());
      list.push(this.scalar());
    } while (this.take(','));
    this.expect(']', 'a comma or ]');
    return list;
  }

  string(called: string): string {
    const start = this.skipBlanks();
    if (this.line[start] !== '"') this.refuse(called);
    this.at = this.closing(start) + 1;
    try {
      return JSON.parse(this.line.slice(start, this.at)) as string;
    } catch {
      throw new LineFault(
        start,
        'a string with a bare control character or a bad escape',
        'a string as JSON writes it',
      );
    }
  }

  private scalar(): unknown {
    const start = this.skipBlanks();
    if (this.line[start] === '"') return this.string(SCALAR);
    while (!ENDS.includes(this.line[this.at] ?? '')) this.at += 1;
    try {
      const text = this.line.slice(start, this.at);
      const value: unknown = JSON.parse(text);
      // A number is read as its digits: a double keeps only about fifteen of them.
      return typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(text) ? text : value;
    } catch {
      this.at = start;
      return this.refuse(SCALAR);
    }
  }

  private closing(start: number): number {
    for (let i = start + 1; i < this.line.length; i += 1) {
      const character = this.line.charCodeAt(i);
      if (character === QUOTE) return i;
      if (character === BACKSLASH) i += 1;
    }
    throw new LineFault(start, 'a string that is never closed', 'a closing "');
  }

  private refuse(expected: string): never {
    const rest = this.line.slice(this.at);
    throw new LineFault(
      this.at,
      rest === '' ? 'the end of the line' : show(/^\w+|^./su.exec(rest)?.[0] ?? rest),
      expected,
    );
  }
}

/** What ends a scalar. The end of the line does too: every text includes the empty one. */
const ENDS = ' \t\r\n,:"[]{}';
const QUOTE = 34;
const BACKSLASH = 92;

const isBlank = (character: number): boolean =>
  character === 32 || character === 9 || character === 13 || character === 10;
