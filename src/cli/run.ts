import { Complaint, unknown } from '../scenario/complaint.ts';
import type { Status } from './command.ts';
import { Terminal } from './io/terminal.ts';
import { versionOf } from './io/version.ts';
import { parse } from './parse.ts';
import { isCode } from './systems.ts';
import { isGroup, verbs } from './verbs.ts';

/** Runs the command line and gives the exit status. Whatever goes wrong is said on standard error. */
export async function run(argv: readonly string[], terminal = new Terminal()): Promise<Status> {
  const call = ['lifecycle'];
  try {
    return await dispatch(argv, call, terminal);
  } catch (error) {
    await terminal.out.flush();
    terminal.complain(error instanceof Error && isMistake(error) ? lineOf(error, call) : stackOf(error));
    return 2;
  }
}

async function dispatch([first, ...rest]: readonly string[], call: string[], terminal: Terminal): Promise<Status> {
  if (first === undefined) throw new Complaint(`missing verb, one of ${Object.keys(verbs).join(', ')}`);
  if (first === '--version') return print(`${versionOf()}\n`, terminal);
  if (first === '--help' || first === '-h' || (first === 'help' && rest[0] === undefined)) {
    const { generalHelp } = await import('./text/help.ts');
    return print(generalHelp(), terminal);
  }
  const words = first === 'help' ? rest : await withVerb([first, ...rest]);
  const entry = entryOf(words[0] as string, verbs, 'verb');
  call.push(words[0] as string);
  const group = isGroup(entry) ? entry : undefined;
  const isHelp = first === 'help';
  if (group && (words[1] === undefined ? isHelp : words[1] === '--help' || words[1] === '-h')) {
    const { groupHelp } = await import('./text/help.ts');
    return print(groupHelp(words[0] as string, group), terminal);
  }
  if (group && words[1] === undefined)
    throw new Complaint(`missing verb, one of ${Object.keys(group.verbs).join(', ')}`);
  const { summary, load } = isGroup(entry) ? entryOf(words[1] as string, entry.verbs, 'verb') : entry;
  if (group) call.push(words[1] as string);
  const { default: command } = await load();
  const given = isHelp ? undefined : parse(command, words.slice(call.length - 1));
  if (given) return command.run(given, terminal);
  const { helpOf } = await import('./text/help.ts');
  return print(helpOf(call.slice(1).join(' '), summary, command), terminal);
}

/** A code of some system where a verb is expected is to be explained. */
async function withVerb(words: readonly string[]): Promise<readonly string[]> {
  const [first = ''] = words;
  if (Object.hasOwn(verbs, first) || first.startsWith('-')) return words;
  return (await isCode(first)) ? ['explain', ...words] : words;
}

function entryOf<Entry>(word: string, entries: { readonly [word: string]: Entry }, what: string): Entry {
  if (word.startsWith('-')) throw unknown('option', word, ['--help', '--version']);
  const entry = Object.hasOwn(entries, word) ? entries[word] : undefined;
  if (entry === undefined) throw unknown(what, word, Object.keys(entries));
  return entry;
}

async function print(text: string, { out }: Terminal): Promise<Status> {
  out.write(text);
  await out.flush();
  return 0;
}

/** The reader's own error is known by its name: most verbs do without the module that it is from. */
const isMistake = (error: Error): boolean => error instanceof Complaint || error.name === 'ScenarioError';

/** The reader's errors say where they are, and what was expected there, and stand alone. */
function lineOf(error: Error, call: readonly string[]): string {
  if (!(error instanceof Complaint)) return error.message;
  return `${call.join(' ')}: ${error.message}; ${error.next ?? `run ${call.join(' ')} --help`}`;
}

function stackOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${stack}\nlifecycle: this is a fault of lifecycle itself; please report it with the lines above and your command`;
}
