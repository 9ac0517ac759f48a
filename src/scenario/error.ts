import { harmless } from './wording.ts';

/** Where in a scenario something stands: line and column count from 1, columns in characters. */
export interface LinePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A line that cannot be read: where that shows, what was found there, and what was expected instead. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly found: string;
  readonly expected: string;
  /** Nothing behind it can be read, as where bytes are no text. */
  readonly isLast: boolean;

  constructor({ file, line, column }: LinePlace, found: string, expected: string, near?: string, isLast = false) {
    const hint = near === undefined ? '' : ` (did you mean ${near}?)`;
    super(`${harmless(file)}:${line}:${column}: ${found}; expected ${expected}${hint}`);
    this.file = file;
    this.line = line;
    this.column = column;
    this.found = found;
    this.expected = expected;
    this.isLast = isLast;
  }

  place(): string {
    return `${harmless(this.file)}:${this.line}:${this.column}`;
  }
}
