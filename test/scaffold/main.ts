import { join } from 'node:path';
import { Misuse } from './misuse.ts';
import { scaffold } from './scaffold.ts';

/** `npm run scaffold -- NAME [--title "…"]` */
try {
  console.log(scaffold(process.argv.slice(2), join(import.meta.dirname, '../..')));
} catch (error) {
  if (!(error instanceof Misuse)) throw error;
  console.error(`scaffold: ${error.message}`);
  process.exitCode = 2;
}
