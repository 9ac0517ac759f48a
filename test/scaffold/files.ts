import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Request } from './request.ts';
import { wordsOf } from './words.ts';

/** A file to be written: its path in the tree, and its text. */
export interface File {
  readonly path: string;
  readonly text: string;
}

/** The template's files, under the name of the system that is asked for. */
export const filesOf = (request: Request): File[] =>
  template().map(({ path, text }) => ({ path: renamed(path, request), text: renamed(moved(text), request) }));

/** The words in the code of the files that name the system: its identifier can be none of them. */
export const templateWords = (): Set<string> =>
  new Set(
    template()
      .filter(({ path, text }) => path.endsWith('.ts') && text.includes(SAMPLE.identifier))
      .flatMap(({ text }) => wordsOf(text.replaceAll(SAMPLE.identifier, ''))),
  );

/**
 * The template is a system like any other: it is type-checked, linted and tested where it stands, so that it cannot
 * fall behind the model.
 */
const SAMPLE: Request = { name: 'sample-product', identifier: 'sampleProduct', title: 'Sample Product' };

const folder = join(import.meta.dirname, 'template');

const template = (): File[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => ({ path: path.slice(folder.length + 1), text: readFileSync(path, 'utf8') }));

/** The template stands three folders further down: what it imports from outside itself is three folders nearer. */
const moved = (text: string): string => text.replace(/'(?:\.\.\/){3}((?:\.\.\/)+src\/)/g, "'$1");

function renamed(text: string, { name, identifier, title }: Request): string {
  const literal = title.includes("'") ? `"${title}"` : `'${title}'`;
  const names: { readonly [sample: string]: string } = {
    [`'${SAMPLE.title}'`]: literal,
    [SAMPLE.title]: title,
    [SAMPLE.name]: name,
    [SAMPLE.identifier]: identifier,
  };
  return text.replace(new RegExp(Object.keys(names).join('|'), 'g'), (sample) => names[sample] ?? sample);
}
