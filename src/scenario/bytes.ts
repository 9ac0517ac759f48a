/** A byte buffer that grows by doubling, so that appending many small pieces copies each byte only a few times. */
export class Bytes {
  length = 0;
  private room = new Uint8Array(FIRST);

  add(bytes: Uint8Array): void {
    const length = this.length + bytes.length;
    if (length > this.room.length) {
      const wider = new Uint8Array(Math.max(length, this.room.length * 2));
      wider.set(this.room.subarray(0, this.length));
      this.room = wider;
    }
    this.room.set(bytes, this.length);
    this.length = length;
  }

  /** All bytes; valid until more are added. */
  take(): Uint8Array {
    const taken = this.room.subarray(0, this.length);
    if (this.room.length > LARGE) this.room = new Uint8Array(FIRST);
    this.length = 0;
    return taken;
  }
}

const FIRST = 1 << 12;

/** A larger buffer is released after use. */
const LARGE = 1 << 20;

/** Decodes UTF-8; undefined if the bytes are not valid. */
export function decoded(bytes: Uint8Array): string | undefined {
  try {
    return STRICT.decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Decodes bytes that are not valid up to the first that is not. A lenient decoder replaces the rest, which then encodes
 * to other bytes.
 */
export function validStart(bytes: Uint8Array): string {
  const again = new TextEncoder().encode(LENIENT.decode(bytes));
  const differs = again.findIndex((byte, index) => byte !== bytes[index]);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, differs), { stream: true });
}

const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const LENIENT = new TextDecoder('utf-8', { ignoreBOM: true });
