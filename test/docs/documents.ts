import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './stage.ts';

/** The documents whose blocks are played; one that is not there yet is left out. */
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
