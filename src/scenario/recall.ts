import type { EventStep, Step } from '../model/index.ts';

/**
 * What the lines of a scenario stood for when they were read, by their bytes: a line that is known is neither decoded nor
 * parsed nor checked again. Who an event is for does not change what is said, so that an address and what stands behind
 * it are remembered apart: a few thousand of each serve any number of lines. All of it has its room from the start, and
 * what is remembered replaces what is not used any more.
 */
export class Recall {
  /** Where the line that was found last ends. */
  end = 0;
  private readonly addresses: Table<Address>;
  private readonly said = new Table<Said>(SAID, LONGEST_SAID, LINE_FEED);
  private readonly prefix: Uint8Array;
  private readonly stop: number;
  /** Each kind of entity by name, and a number for it. */
  private readonly kinds = new Map<string, number>();
  /** What was found last. */
  private found: Said | undefined;
  private foundAddress: Address | undefined;
  private readonly one: Step[] = [];

  /** An address stands between the prefix, with which a line begins, and the character that stops it. */
  constructor(prefix: string, stop: string) {
    this.prefix = Uint8Array.from(prefix, (character) => character.charCodeAt(0));
    this.stop = stop.charCodeAt(0);
    this.addresses = new Table<Address>(ADDRESSES, LONGEST_ADDRESS, this.stop);
  }

  /** Whether the line that begins at `start` is known; `end` is then where it ends. A line that is known is one step. */
  knows(bytes: Uint8Array, start: number): boolean {
    const { addresses, said } = this;
    const from = this.addressAt(bytes, start);
    const address = from < 0 ? undefined : addresses.find(bytes, from, 0);
    this.foundAddress = address;
    this.found = address === undefined ? said.find(bytes, start, 0) : said.find(bytes, addresses.end, address.number);
    this.end = said.end;
    return this.found !== undefined;
  }

  /** The steps of the line that was found last: the list is good until the next is asked for. */
  steps(): readonly Step[] {
    const { found, foundAddress: address } = this;
    if (found === undefined) return [];
    if (address === undefined) return found.steps;
    const { kind, id } = address;
    const { type, params, expect } = found.step as EventStep;
    this.one[0] = expect === undefined ? { kind, id, type, params } : { kind, id, type, params, expect };
    return this.one;
  }

  /** Remembers a line and its step, if they come again and again. */
  keep(line: Uint8Array, step: Step): void {
    if ('wait' in step) {
      this.said.keep(line, 0, { steps: [step], step });
      return;
    }
    const from = this.addressAt(line, 0);
    const end = from < 0 ? -1 : line.indexOf(this.stop, from);
    if (end < 0) return;
    const { kind, id } = step;
    const written = String.fromCharCode(...line.subarray(from, end));
    // Only where the address is written as it is read is the rest of the line all that was said.
    if (written !== kind && written !== `${kind}:${id}`) return;
    const number = this.kinds.get(kind) ?? this.kinds.size + 1;
    this.kinds.set(kind, number);
    this.addresses.keep(line.subarray(from, end), 0, { kind, id, number });
    this.said.keep(line.subarray(end), number, { steps: [step], step });
  }

  /** Where the address begins; negative where the line begins with something else. */
  private addressAt(bytes: Uint8Array, start: number): number {
    const { prefix } = this;
    for (let at = 0; at < prefix.length; at += 1) if (bytes[start + at] !== prefix[at]) return -1;
    return start + prefix.length;
  }
}

interface Address {
  readonly kind: string;
  readonly id: string;
  /** The number of the kind. */
  readonly number: number;
}

interface Said {
  readonly steps: readonly Step[];
  readonly step: Step;
}

/**
 * Values by bytes, in pairs of places: what is new takes the first of its pair, and what stood there the second. A value
 * is kept only when its bytes were asked to be kept a second time before others fell on the same mark: what comes once
 * would only make work for the collector. Bytes are looked at four at a time, as a word, the last ones filled up with 0.
 */
class Table<Value> {
  /** Where the bytes that were looked up end, their hash, and those of them that are no whole word. */
  end = 0;
  private hash = 0;
  private tail = 0;
  /** The bytes that were looked at last, as words. */
  private bytes: Uint8Array = new Uint8Array(0);
  private view = new DataView(this.bytes.buffer);
  private readonly mask: number;
  private readonly longest: number;
  private readonly stop: number;
  /** Of each place the hash, the length and the words of its bytes, side by side as they are looked at together. */
  private readonly keys: Int32Array;
  /** What a place takes of them. */
  private readonly width: number;
  private readonly values: (Value | undefined)[];
  private readonly marks: Int32Array;

  /** Room for so many values. The bytes of each end before the stop, or with the line. */
  constructor(places: number, longest: number, stop: number) {
    this.mask = places - 2;
    this.longest = longest;
    this.stop = stop;
    this.width = WORDS + longest / 4;
    this.keys = new Int32Array(places * this.width);
    this.values = new Array<Value | undefined>(places).fill(undefined);
    this.marks = new Int32Array(places);
  }

  /** Looks up what stands from `start` to the next stop, or to the end of the line. */
  find(bytes: Uint8Array, start: number, seed: number): Value | undefined {
    if (bytes !== this.bytes) {
      this.bytes = bytes;
      this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    }
    const { view, stop } = this;
    const { length } = bytes;
    const stops = Math.imul(stop, ONES);
    let hash = seed;
    let at = start;
    for (const last = length - 4; at <= last; at += 4) {
      const word = view.getInt32(at, true);
      if ((zeros(word ^ stops) | zeros(word ^ LINE_FEEDS)) !== 0) break;
      hash = mixed(hash, word);
    }
    let tail = 0;
    for (let shift = 0; at < length; at += 1, shift += 8) {
      const byte = bytes[at] as number;
      if (byte === stop || byte === LINE_FEED) break;
      tail |= byte << shift;
    }
    hash = mixed(hash, tail);
    hash ^= hash >>> 15;
    this.hash = hash;
    this.tail = tail;
    this.end = at;
    const place = hash & this.mask;
    if (this.holds(place, start)) return this.values[place];
    return this.holds(place + 1, start) ? this.values[place + 1] : undefined;
  }

  /** Keeps a value for bytes none of which is a stop. */
  keep(bytes: Uint8Array, seed: number, value: Value): void {
    if (bytes.length > this.longest || this.find(bytes, 0, seed) !== undefined) return;
    const { hash, view, tail, keys, marks, width } = this;
    const mark = (hash >>> 3) & (marks.length - 1);
    if (marks[mark] !== hash) {
      marks[mark] = hash;
      return;
    }
    const place = hash & this.mask;
    const key = place * width;
    keys.copyWithin(key + width, key, key + width);
    this.values[place + 1] = this.values[place];
    keys[key + HASH] = hash;
    keys[key + LENGTH] = bytes.length;
    const whole = bytes.length >> 2;
    for (let each = 0; each < whole; each += 1) keys[key + WORDS + each] = view.getInt32(each * 4, true);
    if (WORDS + whole < width) keys[key + WORDS + whole] = tail;
    this.values[place] = value;
  }

  private holds(place: number, start: number): boolean {
    const { keys, view, end } = this;
    const length = end - start;
    let key = place * this.width;
    if (keys[key + HASH] !== this.hash || keys[key + LENGTH] !== length) return false;
    key += WORDS;
    const last = end - 4;
    for (let at = start; at <= last; at += 4, key += 1) if (keys[key] !== view.getInt32(at, true)) return false;
    return (length & 3) === 0 || keys[key] === this.tail;
  }
}

const ADDRESSES = 1 << 12;
const SAID = 1 << 14;

/** Bytes, in whole words; what is longer is not remembered. */
const LONGEST_ADDRESS = 32;
const LONGEST_SAID = 128;

/** Where the parts of a key stand. */
const HASH = 0;
const LENGTH = 1;
const WORDS = 2;

const LINE_FEED = 10;

/** A word of which every byte is 1, and one of which every byte is a line feed. */
const ONES = 0x01010101;
const LINE_FEEDS = LINE_FEED * ONES;

/** Not 0 where a byte of the word is 0. */
const zeros = (word: number): number => (word - ONES) & ~word & 0x80808080;

const mixed = (hash: number, word: number): number => {
  const spread = Math.imul(((hash << 5) | (hash >>> 27)) ^ word, 0x9e3779b1);
  return spread ^ (spread >>> 16);
};
