import { existsSync, readFileSync } from 'node:fs';
import module from 'node:module';
import { dirname, relative, resolve, sep } from 'node:path';
import { init, parse } from 'es-module-lexer';
import { Complaint } from '../../../scenario/complaint.ts';
import { show } from '../../../scenario/wording.ts';
import { ASSETS } from '../../../site/layout.ts';
import type { SiteFile } from '../../../site/site.ts';

/** What a module may import besides its own files, and the file of the site for it. */
const PACKAGE: { readonly [specifier: string]: string } = {
  'migration-lifecycles/define': 'define.js',
  'migration-lifecycles/define/unchecked': 'define.js',
};

const FOLDER = `${ASSETS}own/`;

/** The modules of a user's system for a page, the given one first. Types are removed, and imports point into the site. */
export async function ownModules(file: string): Promise<readonly SiteFile[]> {
  await init;
  const modules = graph(file);
  const root = commonFolder([...modules.keys()]);
  const pathOf = (module: string): string =>
    `${FOLDER}${relative(root, module).split(sep).join('/')}`.replace(/\.[cm]?[jt]s$/, '.js');
  return [...modules].map(([module, { text, imports }]) => {
    const path = pathOf(module);
    const up = '../'.repeat(path.split('/').length - 2);
    let pointed = text;
    for (const { specifier, start, end } of imports.toReversed()) {
      const target = specifier.startsWith('.')
        ? `${up}${pathOf(resolve(dirname(module), specifier)).slice(ASSETS.length)}`
        : `${up}${PACKAGE[specifier]}`;
      pointed = `${pointed.slice(0, start)}${target.startsWith('.') ? target : `./${target}`}${pointed.slice(end)}`;
    }
    return { path, text: pointed };
  });
}

interface Module {
  readonly text: string;
  readonly imports: readonly { readonly specifier: string; readonly start: number; readonly end: number }[];
}

/** A module and all that it imports, by path. */
function graph(file: string): ReadonlyMap<string, Module> {
  const modules = new Map<string, Module>();
  const visit = (path: string, from: string): void => {
    if (modules.has(path)) return;
    if (!existsSync(path)) throw new Complaint(`${show(from)} imports ${show(path)}, which is not there`, MEND);
    const source = readFileSync(path, 'utf8');
    const text = /\.[cm]?ts$/.test(path) ? withoutTypes(source) : source;
    const [found] = parse(text);
    const imports = found.flatMap(({ n: specifier, s: start, e: end, d: dynamic }) => {
      if (dynamic === -2) return [];
      if (specifier === undefined || dynamic >= 0) {
        throw new Complaint(`${show(path)} imports a module when it runs; a page loads only what is named`, MEND);
      }
      if (!specifier.startsWith('.') && !Object.hasOwn(PACKAGE, specifier)) {
        throw new Complaint(`${show(path)} imports ${show(specifier)}, which a page cannot load`, MEND);
      }
      return [{ specifier, start, end }];
    });
    modules.set(path, { text, imports });
    for (const { specifier } of imports) if (specifier.startsWith('.')) visit(resolve(dirname(path), specifier), path);
  };
  visit(resolve(file), file);
  return modules;
}

const MEND = 'let the module import its own files and migration-lifecycles/define alone';

const { stripTypeScriptTypes } = module as Partial<Pick<typeof module, 'stripTypeScriptTypes'>>;

/** Suppresses Node's warning that this function may change, since the user can do nothing about it. */
function withoutTypes(source: string): string {
  // Node 22.12 can run TypeScript with a flag, but does not export this function.
  if (stripTypeScriptTypes === undefined) {
    throw new Complaint(
      `Node ${process.versions.node} cannot take the types out of a module`,
      'use Node 22.18 or later, or compile it to JavaScript',
    );
  }
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}

function commonFolder(paths: readonly string[]): string {
  let folder = dirname(paths[0] ?? '');
  while (!paths.every((path) => path.startsWith(folder + sep))) folder = dirname(folder);
  return folder;
}
