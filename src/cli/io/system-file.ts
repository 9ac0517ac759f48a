import { isSystem } from '../../define/unchecked.ts';
import type { System } from '../../model/index.ts';
import { Complaint } from '../../scenario/complaint.ts';
import { errorWords, show } from '../../scenario/wording.ts';
import { exportsOf, importFault } from './user-module.ts';

const files = new WeakMap<System, string>();

/** The file that a system was loaded from; undefined for a registered one. */
export const fileOf = (system: System): string | undefined => files.get(system);

/** The system that a module exports by default. Throws a Complaint if there is none. */
export async function systemIn(file: string): Promise<System> {
  try {
    const { default: given } = await exportsOf(file, EXPORTS);
    if (given === undefined) throw new Complaint(`${show(file)} has no default export`, EXPORTS);
    if (!isSystem(given)) throw new Complaint(`the default export of ${show(file)} is no system`, EXPORTS);
    files.set(given, file);
    return given;
  } catch (error) {
    const { name, message } = errorWords(error);
    if (name === 'DefinitionError') throw new Complaint(`${file}: ${message}`, 'mend the definition');
    throw importFault(file, error);
  }
}

const EXPORTS = 'name a module with export default defineSystem({ … })';
