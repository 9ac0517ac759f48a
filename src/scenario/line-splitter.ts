import { Bytes, decoded, validStart } from './bytes.ts';
import { ScenarioError } from './error.ts';
import { charactersIn } from './fault.ts';

/** Recognizes lines that were read before, by their bytes. */
export interface Memory {
  /** The end of the line found last. */
  readonly end: number;
  knows(bytes: Uint8Array, start: number): boolean;
}

/**
 * Splits input that arrives in pieces, as bytes or text, into lines, and keeps only the current line. Lines that a
 * memory recognizes are not decoded at all.
 *
 * Lines are taken one at a time, because a generator would cost more than the work done on most lines. Take all lines
 * that a piece completes before pushing the next one.
 */
export class Lines {
  private readonly file: string;
  /** The current line, in parts: first text, then bytes. */
  private text: string[] = [];
  private length = 0;
  private readonly bytes = new Bytes();
  private count = 0;
  /** Text to take lines from, and the start of the next one. */
  private said = '';
  private saidAt = 0;
  /** Complete lines to take next, the start of the next one, and further such lines. */
  private block: Uint8Array = NOTHING;
  private at = 0;
  private behind: Uint8Array | undefined;
  /** What follows the last line break. */
  private rest: Uint8Array | undefined;
  private last: Uint8Array | undefined;
  private ending = false;

  constructor(file: string) {
    this.file = file;
  }

  /** Adds a piece. It must not change until its lines are taken. */
  push(chunk: Uint8Array | string): void {
    if (typeof chunk === 'string') {
      this.keep(this.decode(this.bytes.take()));
      this.said = chunk;
      this.saidAt = 0;
      return;
    }
    const end = chunk.lastIndexOf(LINE_FEED) + 1;
    let start = 0;
    this.at = 0;
    this.block = NOTHING;
    if (end > 0 && this.bytes.length > 0) {
      start = chunk.indexOf(LINE_FEED) + 1;
      this.hold(chunk.subarray(0, start));
      this.block = this.bytes.take();
    }
    this.behind = chunk.subarray(start, end);
    this.rest = chunk.subarray(end);
  }

  /** Ends the input. A last line without a line break is complete. */
  end(): void {
    this.ending = true;
  }

  /** Whether the memory recognizes the next line. If so, the line is taken. */
  recalled(memory: Memory): boolean {
    if (this.length > 0 || !this.inBytes() || !memory.knows(this.block, this.at)) return false;
    this.at = memory.end + 1;
    this.count += 1;
    return true;
  }

  /** The next complete line without its line break; undefined if there is none yet. */
  next(): string | undefined {
    const text = this.nextOfText();
    if (text !== undefined) return text;
    if (this.inBytes()) return this.taken(this.decode(this.nextBytes()));
    const { rest } = this;
    this.rest = undefined;
    if (rest !== undefined) this.hold(rest);
    if (!this.ending) return undefined;
    this.keep(this.decode(this.bytes.take()));
    return this.length > 0 ? this.taken('') : undefined;
  }

  /** The bytes of the line taken last, if it came as bytes and in one piece. */
  lastBytes(): Uint8Array | undefined {
    return this.last;
  }

  /** Whether the next line is available as bytes. */
  private inBytes(): boolean {
    if (this.at < this.block.length) return true;
    if (this.behind === undefined) return false;
    this.block = this.behind;
    this.behind = undefined;
    this.at = 0;
    return this.block.length > 0;
  }

  private nextBytes(): Uint8Array {
    const start = this.at;
    const end = this.block.indexOf(LINE_FEED, start);
    this.at = end + 1;
    const line = this.block.subarray(start, end);
    this.last = this.length > 0 ? undefined : line;
    return line;
  }

  private nextOfText(): string | undefined {
    this.last = undefined;
    if (this.saidAt >= this.said.length) return undefined;
    const start = this.saidAt;
    const end = this.said.indexOf('\n', start);
    if (end >= 0) {
      this.saidAt = end + 1;
      return this.taken(this.said.slice(start, end));
    }
    const rest = this.said.slice(start);
    this.said = '';
    this.keep(rest);
    return undefined;
  }

  private hold(bytes: Uint8Array): void {
    if (this.length + this.bytes.length + bytes.length > LONGEST) this.refuseLength();
    this.bytes.add(bytes);
  }

  private decode(bytes: Uint8Array): string {
    return decoded(bytes) ?? this.refuseBytes(bytes);
  }

  private keep(text: string): void {
    if (text === '') return;
    this.length += text.length;
    if (this.length > LONGEST) this.refuseLength();
    this.text.push(text);
  }

  private taken(rest: string): string {
    this.count += 1;
    if (this.text.length === 0) return rest;
    const line = this.text.join('') + rest;
    this.text = [];
    this.length = 0;
    return line;
  }

  private refuseBytes(bytes: Uint8Array): never {
    const before = charactersIn(this.text.join('')) + charactersIn(validStart(bytes));
    this.refuse(before + 1, 'bytes that are not UTF-8', 'text in UTF-8');
  }

  private refuseLength(): never {
    this.refuse(1, 'a line of more than 128 MiB', 'a shorter one');
  }

  private refuse(column: number, found: string, expected: string): never {
    throw new ScenarioError({ file: this.file, line: this.count + 1, column }, found, expected, undefined, true);
  }
}

const LINE_FEED = 10;

const NOTHING = new Uint8Array(0);

/** No step is that long. Input without line breaks must not fill the memory. */
const LONGEST = 1 << 27;
