/** Bytes that grow by doubling, so that however small the pieces, none is copied more than a few times. */
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

  /** All of them, good until the next are added. */
  take(): Uint8Array {
    const taken = this.room.subarray(0, this.length);
    if (this.room.length > LARGE) this.room = new Uint8Array(FIRST);
    this.length = 0;
    return taken;
  }
}

const FIRST = 1 << 12;

/** More is given back after use. */
const LARGE = 1 << 20;

/** The text that bytes are in UTF-8; undefined where they are not. */
export function decoded(bytes: Uint8Array): string | undefined {
  try {
    return STRICT.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The text up to the first bytes that are not UTF-8: what is decoded otherwise becomes other bytes when encoded. */
export function validStart(bytes: Uint8Array): string {
  const again = new TextEncoder().encode(LENIENT.decode(bytes));
  const differs = again.findIndex((byte, index) => byte !== bytes[index]);
  const start = bytes.subarray(0, differs < 0 ? bytes.length : differs);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(start, { stream: true });
}

const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const LENIENT = new TextDecoder('utf-8', { ignoreBOM: true });
