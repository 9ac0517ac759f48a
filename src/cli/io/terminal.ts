import { styleText } from 'node:util';
import { Output } from './output.ts';
import { isTerminal, StandardOutput } from './standard.ts';

/** The styles of `styleText`, named by what they mean here. */
const STYLES = {
  good: 'green',
  bad: 'red',
  faint: 'dim',
  title: 'bold',
  loud: ['bold', 'inverse', 'red'],
} satisfies Record<string, Parameters<typeof styleText>[0]>;

export type Paint = (style: keyof typeof STYLES, text: string) => string;

/** What a text for a person is fitted to: the colours and the width of a line. A terminal is one. */
export interface PrintStyle {
  readonly paint: Paint;
  readonly width: number;
}

/** Where a verb writes, and what it can know about the reader. */
export class Terminal implements PrintStyle {
  readonly out = new Output(new StandardOutput(), () => this.clear());
  private isColored: boolean | undefined;
  private hasProgress = false;

  /** The width of the terminal; undefined if the output is no terminal. */
  get columns(): number | undefined {
    return isTerminal(1) ? process.stdout.columns || USUAL_WIDTH : undefined;
  }

  /** The width of a text: that of the terminal, or the usual one. */
  get width(): number {
    return this.columns ?? USUAL_WIDTH;
  }

  /** Whether somebody sees a progress line: errors go to a terminal. */
  get watched(): boolean {
    return isTerminal(2);
  }

  /** Adds colours if they are wanted. */
  readonly paint: Paint = (style, text) => {
    this.isColored ??= wantsColor(process.env, isTerminal(1));
    return this.isColored ? styleText(STYLES[style], text, { validateStream: false }) : text;
  };

  /** Adds no colours from now on. */
  turnOffColor(): void {
    this.isColored = false;
  }

  /** A line for the user, on standard error. */
  complain(line: string): void {
    this.clear();
    writeError(`${line}\n`);
  }

  /** Shows how far the work is, in place of the last such line. */
  progress(line: string): void {
    if (!this.watched) return;
    writeError(CLEAR + line.slice(0, (process.stderr.columns || USUAL_WIDTH) - 1));
    this.hasProgress = true;
  }

  /** Removes the progress line. */
  clear(): void {
    if (this.hasProgress) writeError(CLEAR);
    this.hasProgress = false;
  }
}

const USUAL_WIDTH = 100;

const CLEAR = '\r\x1b[K';

/** NO_COLOR wins over FORCE_COLOR, and both win over what is known of the terminal. */
export function wantsColor(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = env;
  if (no) return false;
  if (force !== undefined) return force !== '0' && force !== 'false';
  return isTerminal && term !== 'dumb';
}

/** A closed standard error is ignored: there is nowhere left to report it. */
function writeError(text: string): void {
  if (process.stderr.listenerCount('error') === 0) process.stderr.on('error', () => {});
  process.stderr.write(text);
}
