import { nearest } from '../model/near.ts';
import { oneLine, show } from './wording.ts';

/** Misuse, or unreadable input. Reported in one line, with what to do next, and without a stack trace. */
export class Complaint extends Error {
  override readonly name = 'Complaint';
  /** What to do next. Default: read the verb's help. */
  readonly next: string | undefined;

  constructor(message: string, next?: string) {
    super(oneLine(message));
    this.next = next === undefined ? undefined : oneLine(next);
  }
}

/** A complaint about an unknown word, with the known one that was probably meant. */
export function unknown(what: string, word: string, known: Iterable<string>, next?: string): Complaint {
  const near = nearest(word, known);
  return new Complaint(`unknown ${what} ${show(word)}${near === undefined ? '' : ` (did you mean ${near}?)`}`, next);
}
