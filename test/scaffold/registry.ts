import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { File } from './files.ts';
import { Misuse } from './misuse.ts';
import type { Request } from './request.ts';
import { wordsOf } from './words.ts';

/** The list of systems, and the list of how each is loaded at need. */
const paths = ['machines/index.ts', 'machines/lazy.ts'] as const;

export const registryWords = (root: string): Set<string> =>
  new Set(paths.flatMap((path) => wordsOf(textOf(root, path))));

/** The registry with the system in it: an import among the others, and the last entry of either list. */
export function withSystem(root: string, { name, identifier }: Request): File[] {
  const [listed, loaded] = paths;
  const key = identifier === name ? name : `'${name}'`;
  const form = 'imports, and `export const systems = { … }`';
  const imported = put(root, listed, IMPORT, `import { ${identifier} } from './${name}/system.ts';\n`, form);
  const entry = identifier === name ? name : `${key}: ${identifier}`;
  const loader = `${key}: async () => (await import('./${name}/system.ts')).${identifier}`;
  return [
    put(root, listed, lastEntryOf('systems'), `, ${entry}`, form, imported.text),
    put(root, loaded, lastEntryOf('loaders'), `, ${loader}`, '`export const loaders = { … }`'),
  ];
}

/** Before the first import of a system: the formatter puts it in its place. */
const IMPORT = /^(?=import \{ \w+ \} from '\.\/[^']+\/system\.ts';$)/m;

/** Behind the last entry, before a comma that may follow it. Where there are comments one cannot tell what that is. */
const lastEntryOf = (list: string): RegExp =>
  new RegExp(`(?<=^export const ${list}\\b.* = \\{(?:[^{}/]|/(?![/*]))*[^{}/,\\s])(?=,?\\s*\\})`, 'm');

function put(root: string, path: string, where: RegExp, what: string, form: string, text = textOf(root, path)): File {
  if (where.test(text)) return { path, text: text.replace(where, () => what) };
  throw new Misuse(`${path} is not as this command knows it (${form}): nothing is written`);
}

const textOf = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');
