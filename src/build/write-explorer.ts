// The first part of `npm run build`. The compiler compiles the module that this writes.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explorerModule, explorerScript } from './explorer.ts';

const root = join(import.meta.dirname, '../..');

writeFileSync(explorerModule(root), await explorerScript(root));
