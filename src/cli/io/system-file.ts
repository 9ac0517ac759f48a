import { isSystem } from '../../define/unchecked.ts';
import type { System } from '../../model/index.ts';
import { Complaint } from '../../scenario/complaint.ts';
import { errorWords, show } from '../../scenario/wording.ts';
import { checkIsFile } from './text-file.ts';
import { checkRunnable, exportsOf } from './user-module.ts';

const files = new WeakMap<System, string>();

/** The file that a system was loaded from; undefined for a registered one. */
export const fileOf = (system: System): string | undefined => files.get(system);

/** The system that a module exports by default. Throws a Complaint if there is none. */
export async function systemIn(file: string): Promise<System> {
  checkIsFile(file, EXPORTS);
  checkRunnable(file);
  try {
    const { default: given } = await exportsOf(file);
    if (given === undefined) throw new Complaint(`${show(file)} has no default export`, EXPORTS);
    if (!isSystem(given)) throw new Complaint(`the default export of ${show(file)} is no system`, EXPORTS);
    files.set(given, file);
    return given;
  } catch (error) {
    if (error instanceof Complaint) throw error;
    const { name, message } = errorWords(error);
    if (name === 'DefinitionError') throw new Complaint(`${file}: ${message}`, 'mend the definition');
    throw new Complaint(`cannot import ${show(file)}: ${name}: ${message}`, 'see that node can run it');
  }
}

const EXPORTS = 'name a module with export default defineSystem({ … })';
