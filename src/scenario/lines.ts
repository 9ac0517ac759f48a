import { Bytes, decoded, validStart } from './bytes.ts';
import { ScenarioError } from './error.ts';
import { charactersIn } from './fault.ts';

/**
 * Cuts what comes in pieces, of bytes or of text, into lines, and keeps no more than the line at hand. Bytes are
 * decoded in blocks of whole lines, as no part of a character in UTF-8 looks like a line break. Where a block cannot be
 * decoded, its lines are decoded one by one, so that those before the fault still count.
 */
export class Lines {
  private readonly file: string;
  /** The line at hand: first text, then bytes. */
  private text: string[] = [];
  private length = 0;
  private readonly bytes = new Bytes();
  private count = 0;

  constructor(file: string) {
    this.file = file;
  }

  /** The lines that are complete now, without their line breaks. */
  *push(chunk: Uint8Array | string): Generator<string> {
    if (typeof chunk === 'string') yield* this.pushText(chunk);
    else yield* this.pushBytes(chunk);
  }

  /** The last line, if it has no line break. */
  *end(): Generator<string> {
    this.keep(this.decode(this.bytes.take()));
    if (this.length > 0) yield this.taken('');
  }

  private *pushText(chunk: string): Generator<string> {
    if (this.bytes.length > 0) this.keep(this.decode(this.bytes.take()));
    let start = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', start)) {
      yield this.taken(chunk.slice(start, end));
      start = end + 1;
    }
    this.keep(chunk.slice(start));
  }

  private *pushBytes(chunk: Uint8Array): Generator<string> {
    const end = chunk.lastIndexOf(LINE_FEED) + 1;
    let start = 0;
    if (end > 0 && this.bytes.length > 0) {
      start = chunk.indexOf(LINE_FEED) + 1;
      this.hold(chunk.subarray(0, start));
      yield* this.block(this.bytes.take());
    }
    if (end > start) yield* this.block(chunk.subarray(start, end));
    this.hold(chunk.subarray(end));
  }

  private *block(lines: Uint8Array): Generator<string> {
    const text = decoded(lines);
    if (text === undefined) yield* this.oneByOne(lines);
    else yield* this.pushText(text);
  }

  private *oneByOne(block: Uint8Array): Generator<string> {
    for (let start = 0, end = 0; start < block.length; start = end + 1) {
      end = block.indexOf(LINE_FEED, start);
      yield this.taken(this.decode(block.subarray(start, end)));
    }
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
    throw new ScenarioError({ file: this.file, line: this.count + 1, column }, found, expected);
  }
}

const LINE_FEED = 10;

/** No step is as long; input without line breaks must not fill the memory. */
const LONGEST = 1 << 27;
