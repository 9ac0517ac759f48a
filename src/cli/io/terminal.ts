import { styleText } from 'node:util';
import { Output } from './output.ts';
import { isTerminal, StandardOutput } from './standard.ts';

/** A style of `styleText`, by what it means here. */
const STYLES = {
  good: 'green',
  bad: 'red',
  faint: 'dim',
  title: 'bold',
  loud: ['bold', 'inverse', 'red'],
} satisfies Record<string, Parameters<typeof styleText>[0]>;

export type Paint = (style: keyof typeof STYLES, text: string) => string;

/** What a verb writes to, and what it may know of who reads it. */
export class Terminal {
  readonly out = new Output(new StandardOutput());

  /** Columns to lay lines out in; undefined where no terminal shows them. */
  get columns(): number | undefined {
    return isTerminal(1) ? process.stdout.columns || DEFAULT_COLUMNS : undefined;
  }

  /** Somebody watches the errors but not the results: there is use and room for a line on how far the work is. */
  get watched(): boolean {
    return isTerminal(2) && !isTerminal(1);
  }

  /** Colours where they are wanted. */
  paint(noColor: boolean): Paint {
    if (noColor || !wantsColor(process.env, isTerminal(1))) return (_, text) => text;
    return (style, text) => styleText(STYLES[style], text, { validateStream: false });
  }

  complain(line: string): void {
    writeError(`${line}\n`);
  }

  /** Writes over the line that was last written so; nothing clears it. */
  rewrite(line: string): void {
    writeError(`\r\x1b[K${line}`);
  }
}

export const DEFAULT_COLUMNS = 100;

/** What forbids colours wins over what forces them, and both over what is known of the terminal. */
export function wantsColor(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = env;
  if (no) return false;
  if (force !== undefined) return force !== '0' && force !== 'false';
  return isTerminal && term !== 'dumb';
}

/** Where nobody hears an error there is nobody to be told that either. */
function writeError(text: string): void {
  if (process.stderr.listenerCount('error') === 0) process.stderr.on('error', () => {});
  process.stderr.write(text);
}
