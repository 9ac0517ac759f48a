// The last part of `npm run build`: the compiler has written the library to dist, and this makes the rest.
import { join } from 'node:path';
import { bundleCommandLine } from './command-line.ts';
import { writeGates } from './gates.ts';
import { bundleHono } from './hono.ts';
import { minifyLibrary } from './minify.ts';
import { packLibrary } from './pack.ts';
import { pruneLibrary } from './prune.ts';
import { vendorElk } from './vendor.ts';
import { bundleWeb } from './web.ts';

const root = join(import.meta.dirname, '../..');

vendorElk(join(root, 'dist'));

await bundleHono(root, join(root, 'dist'));

await bundleCommandLine(root, join(root, 'dist/cli'));

writeGates(join(root, 'dist/gates'), '../../src/gate/gate.js');

await bundleWeb(root, join(root, 'dist/web'));

pruneLibrary(root);

await packLibrary(root, join(root, 'dist'));

minifyLibrary(join(root, 'dist'));
