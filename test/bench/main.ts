// `npm run bench` measures everything and writes docs/benchmarks.md. With --quick or --only it only prints; --only NAME --write
// writes the sections of these rows anew, and leaves the others with the day on which they were measured.
import { measure, requestOf } from './bench.ts';
import { textOf } from './page.ts';
import { record } from './record.ts';

try {
  const { scale, wanted, write } = requestOf(process.argv.slice(2));
  for await (const outcome of measure(wanted, scale)) {
    process.stdout.write(textOf(outcome));
    if (write) await record(outcome);
  }
  if (write) process.stdout.write('\nwritten to docs/benchmarks.md\n');
} catch (error) {
  if (!(error instanceof RangeError)) throw error;
  process.stderr.write(`bench: ${error.message}\n`);
  process.exitCode = 2;
}
