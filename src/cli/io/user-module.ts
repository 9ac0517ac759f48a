import { relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Complaint } from '../../scenario/complaint.ts';
import { errorWords, show } from '../../scenario/wording.ts';
import { isolate } from './isolate.ts';
import { checkIsFile } from './text-file.ts';

/** Throws a Complaint if a user's module is no file, or is TypeScript and this Node does not run it. */
export function checkModule(file: string, next: string): void {
  checkIsFile(file, next);
  if (!/\.[cm]?ts$/i.test(file) || process.features.typescript) return;
  throw new Complaint(
    `cannot read ${show(file)}: Node ${process.versions.node} does not run TypeScript`,
    'use Node 22.18 or later, or compile it to JavaScript',
  );
}

/** What a user's module exports. It cannot end the program, or print into the answer. */
export async function exportsOf(file: string, next: string): Promise<{ readonly [name: string]: unknown }> {
  checkModule(file, next);
  const loaded: { readonly [name: string]: unknown } = await isolate(() => import(pathToFileURL(resolve(file)).href));
  const { default: given } = loaded;
  // A module that was compiled to CommonJS has its exports as properties of the default export.
  const isCompiled = typeof given === 'object' && given !== null && 'default' in given;
  return isCompiled ? { ...given, ...loaded, default: given.default } : loaded;
}

/** The complaint about a module that threw when it was imported. A Complaint stays as it is. */
export function importFault(file: string, error: unknown): Complaint {
  if (error instanceof Complaint) return error;
  const { name, message } = errorWords(error);
  return new Complaint(`cannot import ${show(file)}: ${placeOf(error)}${name}: ${message}`, 'see that node can run it');
}

/** `task.ts:7: `, the file and line of an error, as far as its stack names them. */
function placeOf(error: unknown): string {
  try {
    const stack = error instanceof Error ? String(error.stack) : '';
    const places = [...stack.matchAll(/(?:^|[\s(])((?:file:\/\/|\/)[^\s()]+?):(\d+)/gm)];
    const [, at = '', line] = places.find(([place]) => !place.includes('/node_modules/')) ?? [];
    const path = at.startsWith('file:') ? fileURLToPath(at) : at;
    return line === undefined ? '' : `${relative('.', path)}:${line}: `;
  } catch {
    return '';
  }
}
