/** The digits of a number that is mostly the one before or one more. */
export class Decimal {
  private number = Number.NaN;
  private bytes: Uint8Array = Buffer.alloc(0);

  /** The bytes of the number, good until the next is asked for. */
  of(number: number): Uint8Array {
    if (number === this.number) return this.bytes;
    const follows = Number.isSafeInteger(this.number) && number === this.number + 1;
    if (!follows || !this.raise()) this.bytes = Buffer.from(JSON.stringify(number));
    this.number = number;
    return this.bytes;
  }

  /** Adds one in place, which fails where that takes another digit, or there are other signs than digits. */
  private raise(): boolean {
    const { bytes } = this;
    for (let at = bytes.length - 1; at >= 0; at -= 1) {
      const digit = bytes[at] as number;
      if (digit < ZERO || digit > NINE) return false;
      if (digit < NINE) {
        bytes[at] = digit + 1;
        return true;
      }
      bytes[at] = ZERO;
    }
    return false;
  }
}

const ZERO = 48;
const NINE = 57;
