import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Script } from 'node:vm';
import { templateWords } from './files.ts';
import { Misuse } from './misuse.ts';
import { registryWords } from './registry.ts';
import { placesOf, type Request } from './request.ts';

/** Reads the arguments and holds them against the tree. Throws a Misuse where nothing can be made of them. */
export function requestOf(args: readonly string[], root: string): Request {
  const { title, names } = read(args);
  const [name] = names;
  if (name === undefined) throw new Misuse(`a name is missing; ${USAGE}`);
  if (names.length > 1) throw new Misuse(`one name is expected, not ${names.map(quoted).join(' ')}; ${USAGE}`);
  if (!NAME.test(name) || name.length > LONGEST_NAME) {
    throw new Misuse(`${quoted(name)} is no name: ${NAME_SAYS}`);
  }
  const request = { name, identifier: identifierOf(name), title: title ?? titleOf(name) };
  if (!TITLE.test(request.title)) throw new Misuse(`${quoted(request.title)} is no title: ${TITLE_SAYS}`);
  const there = placesOf(request).find((place) => existsSync(join(root, place)));
  if (there !== undefined) throw new Misuse(`${there} is there already; choose another name`);
  if (!isFree(request.identifier, root)) {
    throw new Misuse(
      `${quoted(name)} would be ${request.identifier} in code, where that is taken; choose another name`,
    );
  }
  return request;
}

const USAGE = 'usage: npm run scaffold -- NAME [--title "…"]';

const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const LONGEST_NAME = 40;
const NAME_SAYS = `one is lower case letters, digits and single dashes, begins with a letter, and has ${LONGEST_NAME} characters at most`;

/** It stands in a string of the code and in headings of Markdown. */
const TITLE = /^[\p{L}\p{N}(][\p{L}\p{N}\p{Zs} .,:;'’&+/()–-]{0,79}$/u;
const TITLE_SAYS = 'one is a line of letters, digits, blanks and plain marks, 80 characters at most';

function read(args: readonly string[]): { names: readonly string[]; title: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { title: { type: 'string' } },
    });
    return { names: positionals, title: values.title };
  } catch (error) {
    const [first = ''] = (error as Error).message.split(/[.\n]/);
    throw new Misuse(`${first}; ${USAGE}`);
  }
}

const identifierOf = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

const titleOf = (name: string): string =>
  name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');

/** Whether it may be declared beside everything that the files it is declared in know already. */
const isFree = (identifier: string, root: string): boolean =>
  isBindable(identifier) && !templateWords().has(identifier) && !registryWords(root).has(identifier);

/** The language's own words may not be. The script is only parsed. */
function isBindable(identifier: string): boolean {
  try {
    new Script(`'use strict'; async () => { const ${identifier} = 0; };`);
    return true;
  } catch {
    return false;
  }
}

const quoted = (text: string): string => JSON.stringify(text);
