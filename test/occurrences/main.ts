import { systems } from '../../machines/index.ts';
import type { System } from '../../src/model/index.ts';
import { write } from './shipped.ts';

/** `npm run occurrences [SYSTEM]`: works out what of each system's data occurs, and writes machines/SYSTEM/occurrences.ts. */
const [only] = process.argv.slice(2);
for (const system of Object.values(systems) as System[]) if (only === undefined || only === system.name) write(system);
