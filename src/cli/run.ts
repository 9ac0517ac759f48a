import { Complaint, unknown } from '../scenario/complaint.ts';
import type { Status } from './command.ts';
import { versionOf } from './io/package.ts';
import { Terminal } from './io/terminal.ts';
import { parse } from './parse.ts';
import { isCode } from './systems.ts';
import { complaintLine } from './text/wording.ts';
import { isGroup, verbs } from './verbs.ts';

/** Runs the command line and returns the exit status. Every error is reported on standard error. */
export async function run(argv: readonly string[], terminal = new Terminal()): Promise<Status> {
  const call = ['lifecycle'];
  try {
    const status = await dispatch(argv, call, terminal);
    await terminal.out.flush();
    return status;
  } catch (error) {
    await terminal.out.flush();
    terminal.complain(error instanceof Error && isMistake(error) ? lineOf(error, call) : stackOf(error));
    return 2;
  } finally {
    terminal.clear();
  }
}

/** Finds the verb and runs it. Adds its words to `call`. */
async function dispatch([first, ...rest]: readonly string[], call: string[], terminal: Terminal): Promise<Status> {
  const { out } = terminal;
  const print = (text: string): Status => {
    out.write(text);
    return 0;
  };
  if (first === undefined) throw new Complaint(`missing verb, one of ${Object.keys(verbs).join(', ')}`);
  if (first === '--version') return print(`${versionOf()}\n`);
  const help = () => import('./text/help.ts');
  if (first === '--help' || first === '-h' || (first === 'help' && rest[0] === undefined)) {
    return print((await help()).generalHelp());
  }
  const isHelp = first === 'help';
  const [verb = '', ...more] = isHelp ? rest : await withVerb([first, ...rest]);
  let entry = entryOf(verb, verbs);
  call.push(verb);
  if (isGroup(entry)) {
    const inner = more.shift();
    if (inner === undefined ? isHelp : inner === '--help' || inner === '-h') {
      return print((await help()).groupHelp(verb, entry));
    }
    if (inner === undefined) throw new Complaint(`missing verb, one of ${Object.keys(entry.verbs).join(', ')}`);
    entry = entryOf(inner, entry.verbs);
    call.push(inner);
  }
  const { default: command } = await entry.load();
  const given = isHelp ? undefined : parse(command, more);
  if (!given) return print((await help()).helpOf(call.slice(1).join(' '), entry.summary, command));
  if (given.options['no-color']) terminal.turnOffColor();
  return command.run(given, terminal);
}

/** A code instead of a verb means `explain`. */
async function withVerb(words: readonly string[]): Promise<readonly string[]> {
  const [first = ''] = words;
  if (Object.hasOwn(verbs, first) || first.startsWith('-')) return words;
  return (await isCode(first)) ? ['explain', ...words] : words;
}

function entryOf<Entry>(word: string, entries: { readonly [word: string]: Entry }): Entry {
  if (word.startsWith('-')) throw unknown('option', word, ['--help', '--version']);
  const entry = Object.hasOwn(entries, word) ? entries[word] : undefined;
  if (entry === undefined) throw unknown('verb', word, Object.keys(entries));
  return entry;
}

/** A ScenarioError is recognized by its name, since most verbs do not load its module. */
const isMistake = (error: Error): boolean => error instanceof Complaint || error.name === 'ScenarioError';

/** A ScenarioError already has its place and what to do. */
function lineOf(error: Error, call: readonly string[]): string {
  if (!(error instanceof Complaint)) return error.message;
  return `${call.join(' ')}: ${complaintLine(error, `run ${call.join(' ')} --help`)}`;
}

function stackOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${stack}\nlifecycle: this is a fault of lifecycle itself; please report it with the lines above and your command`;
}
