import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pages } from './pages.ts';
import { drawn, pictures } from './pictures.ts';

/** `npm run docs`: writes the pages and pictures of docs/reference anew from the data. */
for (const [path, text] of pages()) write(path, text);
for (const picture of pictures()) write(picture.path, await drawn(picture));

function write(path: string, text: string): void {
  const file = fileURLToPath(new URL(`../../docs/reference/${path}`, import.meta.url));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`docs/reference/${path}`);
}
