import { extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Predicate, UiAnswer } from '../../../../gating/report.ts';
import type { Lifecycle } from '../../../../model/index.ts';
import { Complaint } from '../../../../scenario/complaint.ts';
import { show } from '../../../../scenario/wording.ts';
import { checkIsFile, fileText } from '../../../io/text-file.ts';
import { checkRunnable } from '../../../io/typescript.ts';
import { readCsv } from './csv.ts';
import { readRows } from './rows.ts';
import { SILENCE, tableOf } from './table.ts';

/** What is held against the model. */
export interface GatingSubject {
  readonly predicate: Predicate;
  /** The answer that it gives where it says nothing. */
  readonly silence?: UiAnswer;
  /** The commands that it says it has controls for. */
  readonly controls?: readonly string[];
}

const MODULES = ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts'];

/** A module with a predicate, or a table; by the ending of the file. Throws a Complaint where it is neither. */
export async function subjectOf(file: string, lifecycle: Lifecycle): Promise<GatingSubject> {
  const ending = extname(file).toLowerCase();
  if (!MODULES.includes(ending) && ending !== '.json' && ending !== '.csv') {
    throw new Complaint(
      `${show(file)} is no subject: its name has to end in ${[...MODULES, '.json'].join(', ')} or .csv`,
    );
  }
  checkRunnable(file);
  checkIsFile(file, NEXT);
  if (MODULES.includes(ending)) return predicateIn(file);
  const text = fileText(file, NEXT);
  const rows = ending === '.csv' ? await readCsv(file, text, lifecycle) : readRows(file, text, lifecycle);
  return { predicate: tableOf(rows), silence: SILENCE };
}

const NEXT = 'name a module with a predicate, or a table';

/** The exports of a module that is imported into this process, once: a predicate, and the commands that it has controls for. */
async function predicateIn(file: string): Promise<GatingSubject> {
  let loaded: { readonly default?: unknown; readonly commands?: unknown };
  try {
    loaded = await import(pathToFileURL(resolve(file)).href);
  } catch (error) {
    const says = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    throw new Complaint(`cannot import ${show(file)}: ${says.split('\n', 1)[0]}`, 'see that node can run it');
  }
  // A module that was compiled to CommonJS has its default export one step further in.
  const { default: given } = loaded;
  const isFurtherIn = typeof given === 'object' && given !== null && 'default' in given;
  const inner = isFurtherIn ? given.default : given;
  if (typeof inner === 'function') {
    const controls = loaded.commands ?? (isFurtherIn && 'commands' in given ? given.commands : undefined);
    return { predicate: inner as Predicate, ...(controls === undefined ? {} : { controls: listOf(controls, file) }) };
  }
  const has =
    inner === undefined ? 'has no default export' : `exports ${inner === null ? 'null' : `a ${typeof inner}`}`;
  throw new Complaint(`${show(file)} ${has}`, 'its default export has to be a function (command, view) => boolean');
}

function listOf(controls: unknown, file: string): readonly string[] {
  if (Array.isArray(controls) && controls.every((each) => typeof each === 'string')) return controls;
  throw new Complaint(
    `${show(file)} exports commands, which is no list of names`,
    "write commands = ['scan.start', …]",
  );
}
