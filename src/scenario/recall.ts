import type { EventStep, Step } from '../model/index.ts';

/**
 * Remembers the steps of lines that were read before, by their bytes. A repeated line is not decoded, parsed or checked
 * again. The address does not affect the rest of the line, so addresses and the rest are remembered separately: a few
 * thousand of each cover any number of lines. All memory is allocated at the start, and new entries replace unused
 * ones.
 */
export class Recall {
  private readonly addresses: Table<Address>;
  private readonly said = new Table<Step>(SAID, LONGEST_SAID, LINE_FEED);
  private readonly prefix: Uint8Array;
  private readonly stop: number;
  /** The number of each kind of entity. */
  private readonly kinds = new Map<string, number>();
  /** What was found last. */
  private found: Step | undefined;
  private foundAddress: Address | undefined;
  private readonly one: Step[] = [];

  /** A line begins with the prefix; the address follows, up to the stop character. */
  constructor(prefix: string, stop: string) {
    this.prefix = Uint8Array.from(prefix, (character) => character.charCodeAt(0));
    this.stop = stop.charCodeAt(0);
    this.addresses = new Table<Address>(ADDRESSES, LONGEST_ADDRESS, this.stop);
  }

  /** The end of the line looked up last. */
  get end(): number {
    return this.said.end;
  }

  /**
   * Whether the line that begins at `start` is known; `end` is then its end. Only lines with one step are remembered.
   */
  knows(bytes: Uint8Array, start: number): boolean {
    const { addresses, said } = this;
    const address = this.begins(bytes, start) ? addresses.find(bytes, start + this.prefix.length, 0) : undefined;
    this.foundAddress = address;
    this.found = address === undefined ? said.find(bytes, start, 0) : said.find(bytes, addresses.end, address.number);
    return this.found !== undefined;
  }

  /** The steps of the line found last; valid until the next call. */
  steps(): readonly Step[] {
    const { foundAddress: address } = this;
    this.one[0] = address === undefined ? (this.found as Step) : addressed(this.found as EventStep, address);
    return this.one;
  }

  /** Remembers a line and its step, if they occur repeatedly. */
  keep(line: Uint8Array, step: Step): void {
    if ('wait' in step) {
      this.said.keep(line, 0, step);
      return;
    }
    if (!this.begins(line, 0)) return;
    const from = this.prefix.length;
    const end = line.indexOf(this.stop, from);
    if (end < 0) return;
    const { kind, id } = step;
    const written = String.fromCharCode(...line.subarray(from, end));
    // Only if the address is written in its normal form does the rest of the line say everything else.
    if (written !== kind && written !== `${kind}:${id}`) return;
    const number = this.kinds.get(kind) ?? this.kinds.size + 1;
    this.kinds.set(kind, number);
    this.addresses.keep(line.subarray(from, end), 0, { kind, id, number });
    this.said.keep(line.subarray(end), number, step);
  }

  /** Whether the line has the prefix of its form. */
  private begins(bytes: Uint8Array, start: number): boolean {
    const { prefix } = this;
    for (let at = 0; at < prefix.length; at += 1) if (bytes[start + at] !== prefix[at]) return false;
    return true;
  }
}

interface Address {
  readonly kind: string;
  readonly id: string;
  /** The number of the kind. */
  readonly number: number;
}

const addressed = ({ type, params, expect }: EventStep, { kind, id }: Address): EventStep =>
  expect === undefined ? { kind, id, type, params } : { kind, id, type, params, expect };

/**
 * A hash table from bytes to values with two places per slot: a new entry takes the first place and moves the old one
 * to the second. A value is kept only on the second request, unless other bytes with the same mark came in between,
 * because what occurs once would only burden the garbage collector. Bytes are compared four at a time, as words, padded
 * with 0.
 */
class Table<Value> {
  /** The end of the bytes looked up, their hash, and the bytes left over after whole words. */
  end = 0;
  private hash = 0;
  private tail = 0;
  /** The bytes looked at last, as words. */
  private bytes: Uint8Array = new Uint8Array(0);
  private view = new DataView(this.bytes.buffer);
  private readonly mask: number;
  private readonly longest: number;
  private readonly stop: number;
  /**
   * For each place: the hash, the length, the end and the words of its bytes, next to each other because they are read
   * together.
   */
  private readonly keys: Int32Array;
  /** The size of a place in this array. */
  private readonly width: number;
  private readonly values: (Value | undefined)[];
  private readonly marks: Int32Array;

  /** Room for so many values. A key ends before the stop, or at the end of the line. */
  constructor(places: number, longest: number, stop: number) {
    this.mask = places - 2;
    this.longest = longest;
    this.stop = stop;
    this.width = WORDS + longest / 4;
    this.keys = new Int32Array(places * this.width);
    this.values = new Array<Value | undefined>(places).fill(undefined);
    this.marks = new Int32Array(places);
  }

  /** Looks up the bytes from `start` to the next stop or the end of the line. */
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

  /** Keeps a value for bytes that contain no stop. */
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
    keys[key] = hash;
    keys[key + LENGTH] = bytes.length;
    keys[key + TAIL] = tail;
    const whole = bytes.length >> 2;
    for (let each = 0; each < whole; each += 1) keys[key + WORDS + each] = view.getInt32(each * 4, true);
    this.values[place] = value;
  }

  private holds(place: number, start: number): boolean {
    const { keys, view, end, tail } = this;
    let key = place * this.width;
    if (keys[key] !== this.hash || keys[key + LENGTH] !== end - start || keys[key + TAIL] !== tail) return false;
    key += WORDS;
    const last = end - 4;
    for (let at = start; at <= last; at += 4, key += 1) if (keys[key] !== view.getInt32(at, true)) return false;
    return true;
  }
}

const ADDRESSES = 1 << 12;
const SAID = 1 << 14;

/** In bytes, a multiple of a word. Longer keys are not remembered. */
const LONGEST_ADDRESS = 32;
const LONGEST_SAID = 128;

/** The offsets of the parts of a key behind its hash. */
const LENGTH = 1;
const TAIL = 2;
const WORDS = 3;

const LINE_FEED = 10;

/** A word whose bytes are all 1, and one whose bytes are all line feeds. */
const ONES = 0x01010101;
const LINE_FEEDS = LINE_FEED * ONES;

/** Not 0 if any byte of the word is 0. */
const zeros = (word: number): number => (word - ONES) & ~word & 0x80808080;

const mixed = (hash: number, word: number): number => {
  const spread = Math.imul(((hash << 5) | (hash >>> 27)) ^ word, 0x9e3779b1);
  return spread ^ (spread >>> 16);
};
