import { extname } from 'node:path';
import type { Predicate, UiAnswer } from '../../../../gating/report.ts';
import type { Lifecycle } from '../../../../model/index.ts';
import { Complaint } from '../../../../scenario/complaint.ts';
import { show } from '../../../../scenario/wording.ts';
import { fileText } from '../../../io/text-file.ts';
import { exportsOf, importFault } from '../../../io/user-module.ts';
import { present } from '../../../present.ts';
import { readCsv } from './csv.ts';
import { readRows } from './rows.ts';
import { SILENCE, tableOf } from './table.ts';

/** What is checked against the model. */
interface GatingSubject {
  readonly predicate: Predicate;
  /** The answer of a table without a matching row. */
  readonly silence?: UiAnswer;
  /** The commands for which it has controls. */
  readonly controls?: readonly string[];
}

const MODULES = ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts'];

/** A module with a predicate, or a table, by the extension of the file. Throws a Complaint if it is neither. */
export async function subjectOf(file: string, lifecycle: Lifecycle): Promise<GatingSubject> {
  const ending = extname(file).toLowerCase();
  if (!MODULES.includes(ending) && ending !== '.json' && ending !== '.csv') {
    throw new Complaint(
      `${show(file)} is no subject: its name has to end in ${[...MODULES, '.json'].join(', ')} or .csv`,
    );
  }
  if (MODULES.includes(ending)) return predicateIn(file);
  const text = fileText(file, NEXT);
  const rows = ending === '.csv' ? await readCsv(file, text, lifecycle) : readRows(file, text, lifecycle);
  return { predicate: tableOf(rows), silence: SILENCE };
}

const NEXT = 'name a module with a predicate, or a table';

/** The exports of a module: a predicate, and the commands for which it has controls. */
async function predicateIn(file: string): Promise<GatingSubject> {
  const { default: given, commands } = await exportsOf(file, NEXT).catch((error: unknown) => {
    throw importFault(file, error);
  });
  if (typeof given === 'function') {
    const controls = commands === undefined ? undefined : listOf(commands, file);
    return { predicate: given as Predicate, ...present({ controls }) };
  }
  const has =
    given === undefined ? 'has no default export' : `exports ${given === null ? 'null' : `a ${typeof given}`}`;
  throw new Complaint(`${show(file)} ${has}`, 'its default export has to be a function (command, view) => boolean');
}

function listOf(controls: unknown, file: string): readonly string[] {
  try {
    if (Array.isArray(controls) && controls.every((each) => typeof each === 'string')) return [...controls];
  } catch {
    // A list that cannot be read is none.
  }
  throw new Complaint(
    `${show(file)} exports commands, which is no list of names`,
    "write commands = ['scan.start', …]",
  );
}
