import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pages } from './pages.ts';

/** `npm run docs`: writes the pages of docs/reference anew from the data. */
for (const [path, text] of pages()) {
  const file = fileURLToPath(new URL(`../../docs/reference/${path}`, import.meta.url));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`docs/reference/${path}`);
}
