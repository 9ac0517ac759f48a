import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { File } from './files.ts';
import { Misuse } from './misuse.ts';
import type { Request } from './request.ts';
import { wordsOf } from './words.ts';

const path = 'machines/index.ts';

const textOf = (root: string): string => readFileSync(join(root, path), 'utf8');

export const registryWords = (root: string): Set<string> => new Set(wordsOf(textOf(root)));

/** The registry with the system in it: an import among the others, and the last entry. */
export function withSystem(root: string, { name, identifier }: Request): File {
  const entry = identifier === name ? name : `'${name}': ${identifier}`;
  const imported = put(textOf(root), IMPORT, `import { ${identifier} } from './${name}/system.ts';\n`);
  return { path, text: put(imported, LAST_ENTRY, `, ${entry}`) };
}

/** Before the first import of a system: the formatter puts it in its place. */
const IMPORT = /^(?=import \{ \w+ \} from '\.\/[^']+\/system\.ts';$)/m;

/** Behind the last entry, before a comma that may follow it. Where there are comments one cannot tell what that is. */
const LAST_ENTRY = /(?<=^export const systems = \{[^{}/]*[^{}/,\s])(?=,?\s*\})/m;

function put(text: string, where: RegExp, what: string): string {
  if (where.test(text)) return text.replace(where, () => what);
  throw new Misuse(
    `${path} is not as this command knows it (imports, and \`export const systems = { … }\`): nothing is written`,
  );
}
