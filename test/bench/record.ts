import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { names, rowNamed } from './bench.ts';
import { machine, type Outcome, pageOf, type Recorded } from './page.ts';

const store = join(import.meta.dirname, 'measured.json');
const page = join(import.meta.dirname, '../../docs/benchmarks.md');

/** The last full measurement of each row, by its name. */
export const recorded = (): { readonly [name: string]: Recorded } => JSON.parse(readFileSync(store, 'utf8'));

/** Replaces the row's last measurement, and writes the page. */
export async function record({ name, measured }: Outcome): Promise<void> {
  const day = new Date().toISOString().slice(0, 10);
  const all = { ...recorded(), [name]: { day, machine: machine(), measured } };
  writeFileSync(store, `${JSON.stringify(all, null, 1)}\n`);
  writeFileSync(page, await recordedPage());
}

/** The page for the stored measurements. */
export async function recordedPage(): Promise<string> {
  const all = recorded();
  const rows = names.filter((name) => name in all);
  return pageOf(
    await Promise.all(rows.map(async (name) => ({ ...(all[name] as Recorded), row: await rowNamed(name) }))),
  );
}
