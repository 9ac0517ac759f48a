import { parseArgs } from 'node:util';
import { Complaint, unknown } from '../scenario/complaint.ts';
import { show } from '../scenario/wording.ts';
import type { Command, Given, OptionSpecs } from './command.ts';

/** Parses a verb's command line; undefined if it asks for help. Throws a Complaint if something does not fit. */
export function parse(command: Command, argv: readonly string[]): Given | undefined {
  const tokens = tokensOf(command.options, argv);
  if (tokens.some((token) => token.kind === 'option' && token.name === 'help')) return undefined;
  const args: string[] = [];
  const options: Record<string, string | true | readonly string[] | undefined> = {};
  for (const token of tokens) {
    if (token.kind === 'positional') args.push(token.value);
    if (token.kind !== 'option') continue;
    const value = valueIn(token, command.options);
    const before = (options[token.name] ?? []) as readonly string[];
    options[token.name] = command.options[token.name]?.many ? [...before, value as string] : value;
  }
  checkArguments(command, args);
  return { args, options: options as Given['options'] };
}

type Token = ReturnType<typeof tokensOf>[number];
type OptionToken = Extract<Token, { kind: 'option' }>;

/** Not strict, because the messages of `parseArgs` are for programmers. The tokens are checked here. */
function tokensOf(options: OptionSpecs, argv: readonly string[]) {
  const types = Object.entries(options).map(
    ([name, { value, short }]) =>
      [name, { type: value ? 'string' : 'boolean', ...(short === undefined ? {} : { short }) }] as const,
  );
  const known = { ...Object.fromEntries(types), help: { type: 'boolean', short: 'h' } } as const;
  return parseArgs({ args: [...argv], options: known, strict: false, allowPositionals: true, tokens: true }).tokens;
}

function valueIn({ name, rawName, value, inlineValue }: OptionToken, options: OptionSpecs): string | true {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (option === undefined)
    throw unknown(
      'option',
      rawName,
      [...Object.keys(options), 'help'].map((each) => `--${each}`),
    );
  if (option.value === undefined) {
    if (inlineValue) throw new Complaint(`${rawName} takes no value`);
    return true;
  }
  if (!value || (!inlineValue && /^-./.test(value))) throw new Complaint(`${rawName} needs a value, ${option.value}`);
  return value;
}

function checkArguments(command: Command, args: readonly string[]): void {
  const missing = command.arguments[args.length];
  if (missing && !missing.optional) throw new Complaint(`missing ${missing.name}, ${missing.says}`);
  if (command.arguments.at(-1)?.many) return;
  const extra = args[command.arguments.length];
  if (extra !== undefined) throw new Complaint(`unexpected argument ${show(extra)}`);
}
