/**
 * Tells what comes again from what comes once: only the first is worth remembering, as whatever is remembered for a while
 * outlives the collector's young generation and fills the memory when it is forgotten. It keeps a number for each place
 * that a text may fall on, and may so mistake one text for another, which then is remembered one time too early.
 */
export class Doorkeeper {
  private readonly seen = new Int32Array(PLACES);

  /** Whether the text came before, lately; the next time it will have. */
  knows(text: string): boolean {
    let hash = text.length;
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash ^= hash >>> 15;
    const place = hash & (PLACES - 1);
    if (this.seen[place] === hash) return true;
    this.seen[place] = hash;
    return false;
  }
}

const PLACES = 1 << 9;
