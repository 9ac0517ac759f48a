import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from '../../src/model/near.ts';
import type { Outcome } from './page.ts';
import type { Row, Scale } from './row.ts';

const folder = join(import.meta.dirname, 'rows');

/** The names of all rows, as `--only` takes them. */
export const names: readonly string[] = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .sort();

export async function rowNamed(name: string): Promise<Row> {
  const { default: row } = (await import(join(folder, `${name}.ts`))) as { default: Row };
  return row;
}

/** Measures the rows of these names, one after another. */
export async function* measure(wanted: readonly string[], scale: Scale): AsyncGenerator<Outcome> {
  for (const name of wanted) {
    const row = await rowNamed(name);
    yield { name, row, measured: await row.run(scale) };
  }
}

export interface Request {
  readonly scale: Scale;
  readonly wanted: readonly string[];
  /** Whether the page is written. */
  readonly write: boolean;
}

/** Parses the command line. Throws a RangeError with one line if it is wrong. */
export function requestOf(args: readonly string[]): Request {
  let scale: Scale = 'full';
  let write = args.length === 0;
  const wanted: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const [arg = '', value = ''] = [args[at], args[at + 1]];
    if (arg === '--quick') scale = 'quick';
    else if (arg === '--tiny') scale = 'tiny';
    else if (arg === '--write') write = true;
    else if (arg === '--only' && names.includes(value)) {
      wanted.push(value);
      at += 1;
    } else if (arg === '--only') {
      const near = nearest(value, names);
      throw new RangeError(
        `--only needs the name of a row, one of ${names.join(', ')}${near ? ` (did you mean ${near}?)` : ''}`,
      );
    } else
      throw new RangeError(
        `unknown argument ${JSON.stringify(arg)}; usage: npm run bench -- [--quick | --write] [--only NAME] …`,
      );
  }
  if (write && scale !== 'full') throw new RangeError(`--write needs a full run, so leave out --${scale}`);
  return { scale, wanted: wanted.length > 0 ? wanted : names, write };
}
