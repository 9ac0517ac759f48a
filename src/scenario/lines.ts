import { Bytes, decoded, validStart } from './bytes.ts';
import { ScenarioError } from './error.ts';
import { charactersIn } from './fault.ts';

/**
 * Cuts what comes in pieces, of bytes or of text, into lines, and keeps no more than the line at hand. Bytes are
 * decoded in blocks of whole lines, as no part of a character in UTF-8 looks like a line break. Where a block cannot be
 * decoded, its lines are decoded one by one, so that those before the fault still count.
 *
 * Lines are taken one at a time, as a generator costs more than what is done to most of them. All that a piece completes
 * have to be taken before the next is given.
 */
export class Lines {
  private readonly file: string;
  /** The line at hand: first text, then bytes. */
  private text: string[] = [];
  private length = 0;
  private readonly bytes = new Bytes();
  private count = 0;
  /** The block that lines are taken from, and where the next begins. */
  private block = '';
  private at = 0;
  /** The block that is taken apart before it is decoded, and where its next line begins. */
  private odd: Uint8Array | undefined;
  private oddAt = 0;
  /** Blocks of whole lines behind it, and what stands behind the last line break. */
  private readonly blocks: Uint8Array[] = [];
  private rest: Uint8Array | undefined;
  /** What has come and is still to be looked at. */
  private chunk: Uint8Array | undefined;
  private ending = false;

  constructor(file: string) {
    this.file = file;
  }

  /** A piece that has come; it has to stay as it is until its lines are taken. */
  push(chunk: Uint8Array | string): void {
    if (typeof chunk === 'string') {
      if (this.bytes.length > 0) this.keep(this.decode(this.bytes.take()));
      this.block = chunk;
      this.at = 0;
      return;
    }
    this.chunk = chunk;
  }

  /** Nothing more comes: the last line is complete, if it has no line break. */
  end(): void {
    this.ending = true;
  }

  /** The next line that is complete, without its line break; undefined where there is none for now. */
  next(): string | undefined {
    for (;;) {
      if (this.at < this.block.length) {
        const start = this.at;
        const end = this.block.indexOf('\n', start);
        if (end >= 0) {
          this.at = end + 1;
          return this.taken(this.block.slice(start, end));
        }
        const rest = start === 0 ? this.block : this.block.slice(start);
        this.block = '';
        this.keep(rest);
      }
      if (this.odd !== undefined) return this.nextOdd(this.odd);
      const block = this.blocks.shift();
      if (block === undefined) {
        if (this.more()) continue;
        return this.atEnd();
      }
      const text = decoded(block);
      this.block = text ?? '';
      this.at = 0;
      if (text === undefined) this.odd = block;
    }
  }

  private nextOdd(block: Uint8Array): string {
    const start = this.oddAt;
    const end = block.indexOf(LINE_FEED, start);
    this.oddAt = end + 1;
    if (this.oddAt >= block.length) {
      this.odd = undefined;
      this.oddAt = 0;
    }
    return this.taken(this.decode(block.subarray(start, end)));
  }

  /** Looks at the next piece of what has come: whether there is one. */
  private more(): boolean {
    const { rest, chunk } = this;
    this.block = '';
    this.rest = undefined;
    if (rest !== undefined) this.hold(rest);
    if (chunk === undefined) return false;
    const piece = chunk.subarray(0, PIECE);
    this.chunk = chunk.length > PIECE ? chunk.subarray(PIECE) : undefined;
    const end = piece.lastIndexOf(LINE_FEED) + 1;
    let start = 0;
    if (end > 0 && this.bytes.length > 0) {
      start = piece.indexOf(LINE_FEED) + 1;
      this.hold(piece.subarray(0, start));
      this.blocks.push(this.bytes.take());
    }
    if (end > start) this.blocks.push(piece.subarray(start, end));
    this.rest = piece.subarray(end);
    return true;
  }

  private atEnd(): string | undefined {
    if (!this.ending) return undefined;
    this.ending = false;
    this.keep(this.decode(this.bytes.take()));
    return this.length > 0 ? this.taken('') : undefined;
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

/** Decoded at once: the text of a larger piece outlives the collector's young generation, and fills the memory. */
const PIECE = 1 << 13;

/** No step is as long; input without line breaks must not fill the memory. */
const LONGEST = 1 << 27;
