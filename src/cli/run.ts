import { createRequire } from 'node:module';
import type { Command, Status } from './command.ts';
import { Complaint, unknown } from './complaint.ts';
import { parse } from './parse.ts';
import { Terminal } from './terminal.ts';
import { verbs } from './verbs.ts';

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
    const { generalHelp } = await import('./help.ts');
    return print(await generalHelp(), terminal);
  }
  const [verb, args] = first === 'help' ? [rest[0] as string, ['--help']] : [first, rest];
  const command = await commandOf(verb);
  call.push(verb);
  const given = parse(command, args);
  if (given) return command.run(given, terminal);
  const { helpOf } = await import('./help.ts');
  return print(helpOf(verb, command), terminal);
}

async function commandOf(verb: string): Promise<Command> {
  if (verb.startsWith('-')) throw unknown('option', verb, ['--help', '--version']);
  const load = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (!load) throw unknown('verb', verb, Object.keys(verbs));
  return (await load()).default;
}

async function print(text: string, { out }: Terminal): Promise<Status> {
  out.write(text);
  await out.flush();
  return 0;
}

/** Looked up at run time, as the package's own manifest stands elsewhere from the sources and from what is built. */
function versionOf(): string {
  const manifest: unknown = createRequire(import.meta.url)('migration-lifecycles/package.json');
  return (manifest as { version: string }).version;
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
