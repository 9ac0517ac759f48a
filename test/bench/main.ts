// `npm run bench` measures everything and writes docs/benchmarks.md; with --quick or --only it only prints.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measure, names, requestOf } from './bench.ts';
import { type Outcome, pageOf, textOf } from './page.ts';

const page = join(import.meta.dirname, '../../docs/benchmarks.md');

try {
  const { scale, wanted } = requestOf(process.argv.slice(2));
  const outcomes: Outcome[] = [];
  for await (const outcome of measure(wanted, scale)) {
    outcomes.push(outcome);
    process.stdout.write(textOf(outcome));
  }
  if (scale === 'full' && wanted === names) {
    writeFileSync(page, pageOf(outcomes, new Date().toISOString().slice(0, 10)));
    process.stdout.write('\nwritten to docs/benchmarks.md\n');
  }
} catch (error) {
  if (!(error instanceof RangeError)) throw error;
  process.stderr.write(`bench: ${error.message}\n`);
  process.exitCode = 2;
}
