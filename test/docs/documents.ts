import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './stage.ts';

/** The documents whose blocks are run; missing ones are left out. */
export const documents = [
  'README.md',
  'docs/tutorial.md',
  'docs/cookbook.md',
  'docs/architecture.md',
  'docs/add-a-system.md',
  'docs/diagrams.md',
  'docs/gate-library.md',
  'docs/gating.md',
  'docs/gating-page.md',
  'docs/serve.md',
].filter((path) => existsSync(join(root, path)));
