import { harmless } from './wording.ts';

/** A position in a scenario: line and column count from 1, columns in characters. */
export interface LinePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A line that cannot be read: the place, what was found there, and what was expected. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly found: string;
  readonly expected: string;
  /** Nothing after it can be read, because the bytes are not text. */
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
