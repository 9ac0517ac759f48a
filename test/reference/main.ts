import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { systems } from '../../machines/index.ts';
import { schemaText } from '../server/schema-text.ts';
import { pages } from './pages.ts';
import { drawn, pictures } from './pictures.ts';
import { filled, systemPagePath } from './system-page.ts';

const root = join(import.meta.dirname, '../..');

/**
 * `npm run docs`: writes the pages and pictures of docs/reference anew from the data, and the tables in the pages of
 * docs/systems.
 */
for (const [path, text] of pages()) write(`docs/reference/${path}`, text);
write('routes/schema.json', schemaText);
for (const picture of pictures()) write(`docs/reference/${picture.path}`, await drawn(picture));
for (const system of Object.values(systems)) {
  const path = systemPagePath(system);
  fillIn(path, (page) => filled(page, system));
}

function fillIn(path: string, fill: (page: string) => string): void {
  try {
    write(path, fill(readFileSync(join(root, path), 'utf8')));
  } catch (error) {
    console.error(`${path}, ${error instanceof Error ? error.message : error}`);
    process.exitCode = 2;
  }
}

function write(path: string, text: string): void {
  mkdirSync(join(root, dirname(path)), { recursive: true });
  writeFileSync(join(root, path), text);
  console.log(path);
}
