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
  private readonly addresses = new Table<Address>(ADDRESSES, LONGEST_ADDRESS);
  private readonly said = new Table<Said>(SAID, LONGEST_SAID);
  private readonly prefix: Uint8Array;
  private readonly stop: number;
  /** Each kind of entity by name, and a number for it. */
  private readonly kinds = new Map<string, number>();

  /** An address stands between the prefix, with which a line begins, and the character that stops it. */
  constructor(prefix: string, stop: string) {
    this.prefix = Uint8Array.from(prefix, (character) => character.charCodeAt(0));
    this.stop = stop.charCodeAt(0);
  }

  /** The steps of the line that begins at `start`, if it is known; `end` is then where it ends. */
  steps(bytes: Uint8Array, start: number): readonly Step[] | undefined {
    const { addresses, said } = this;
    const from = this.addressAt(bytes, start);
    const address = from < 0 ? undefined : addresses.find(bytes, from, this.stop, 0);
    if (address === undefined) {
      const known = said.find(bytes, start, LINE_FEED, 0);
      this.end = said.end;
      return known?.steps;
    }
    const known = said.find(bytes, addresses.end, LINE_FEED, address.number);
    if (known === undefined) return undefined;
    this.end = said.end;
    const { kind, id } = address;
    const { type, params, expect } = known.step as EventStep;
    return [expect === undefined ? { kind, id, type, params } : { kind, id, type, params, expect }];
  }

  /** Remembers a line and its step, if they come again and again. */
  keep(line: Uint8Array, step: Step): void {
    if ('wait' in step) {
      this.said.keep(line, 0, { steps: [step], step });
      return;
    }
    const from = this.addressAt(line, 0);
    const end = from < 0 ? -1 : line.indexOf(this.stop, from);
    if (end < 0 || end - from > LONGEST_ADDRESS) return;
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
 * would only make work for the collector.
 */
class Table<Value> {
  /** Where the bytes that were looked up end, and their hash. */
  end = 0;
  private hash = 0;
  private readonly mask: number;
  private readonly longest: number;
  private readonly hashes: Int32Array;
  private readonly lengths: Uint16Array;
  private readonly keys: Uint8Array;
  private readonly values: (Value | undefined)[];
  private readonly marks = new Int32Array(MARKS);

  constructor(places: number, longest: number) {
    this.mask = places - 2;
    this.longest = longest;
    this.hashes = new Int32Array(places);
    this.lengths = new Uint16Array(places);
    this.keys = new Uint8Array(places * longest);
    this.values = new Array<Value | undefined>(places).fill(undefined);
  }

  /** Looks up what stands from `start` to the next `stop`, or to the end of the line. */
  find(bytes: Uint8Array, start: number, stop: number, seed: number): Value | undefined {
    const { length } = bytes;
    let hash = seed;
    let at = start;
    for (; at < length; at += 1) {
      const byte = bytes[at] as number;
      if (byte === stop || byte === LINE_FEED) break;
      hash = ((hash << 5) | (hash >>> 27)) ^ byte;
    }
    hash = mixed(hash);
    this.hash = hash;
    this.end = at;
    const place = hash & this.mask;
    if (this.holds(place, hash, bytes, start, at)) return this.values[place];
    return this.holds(place + 1, hash, bytes, start, at) ? this.values[place + 1] : undefined;
  }

  keep(bytes: Uint8Array, seed: number, value: Value): void {
    if (bytes.length > this.longest) return;
    // With a stop that no byte is: all of them.
    if (this.find(bytes, 0, -1, seed) !== undefined) return;
    const { hash } = this;
    const mark = (hash >>> 3) & (MARKS - 1);
    if (this.marks[mark] !== hash) {
      this.marks[mark] = hash;
      return;
    }
    const place = hash & this.mask;
    const { longest, keys } = this;
    this.hashes[place + 1] = this.hashes[place] as number;
    this.lengths[place + 1] = this.lengths[place] as number;
    keys.copyWithin((place + 1) * longest, place * longest, (place + 1) * longest);
    this.values[place + 1] = this.values[place];
    this.hashes[place] = hash;
    this.lengths[place] = bytes.length;
    keys.set(bytes, place * longest);
    this.values[place] = value;
  }

  private holds(place: number, hash: number, bytes: Uint8Array, start: number, end: number): boolean {
    if (this.hashes[place] !== hash || this.lengths[place] !== end - start) return false;
    const { keys } = this;
    let key = place * this.longest;
    for (let at = start; at < end; at += 1, key += 1) if (keys[key] !== bytes[at]) return false;
    return true;
  }
}

const ADDRESSES = 1 << 12;
const SAID = 1 << 12;

/** Bytes; what is longer is not remembered. */
const LONGEST_ADDRESS = 32;
const LONGEST_SAID = 128;

const MARKS = 1 << 11;
/** Spreads what a rotation leaves together. */
const mixed = (hash: number): number => {
  const spread = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return spread ^ (spread >>> 15);
};

const LINE_FEED = 10;
