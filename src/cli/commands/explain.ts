import {
  commandsOf,
  type Found,
  find,
  findFragment,
  isFound,
  nearNumbers,
  type StatusFound,
} from '../../answers/find.ts';
import { findInText } from '../../answers/find-in-text.ts';
import { listedRow, type Outline, statusOf } from '../../model/index.ts';
import { Complaint, unknown } from '../../scenario/complaint.ts';
import { canOf, commandGates, explained } from '../answers.ts';
import { command } from '../command.ts';
import { wholeText } from '../io/input.ts';
import type { Paint, Terminal } from '../io/terminal.ts';
import { json, noColor, system } from '../options.ts';
import { type Lookup, lookUp, lookUpAll, lookUpBy } from '../systems.ts';
import { canInShort } from '../text/can-text.ts';
import { explanationText } from '../text/explanation-text.ts';
import { foundText } from '../text/found-text.ts';
import { gatesText } from '../text/gates-text.ts';
import { codeName } from '../text/wording.ts';

export default command({
  arguments: [
    {
      name: 'CODE',
      says: "a number or a name of a vendor's table, a status or a command; - finds all of them in standard input",
      many: true,
    },
  ],
  options: { system: system('all'), json, 'no-color': noColor },
  notes: [
    'Case does not count, nor do brackets, nor blanks around a colon: 671, [671], sync_stop_required_err, "DATA_SYNC PAUSED". ' +
      'A name that a code has elsewhere, such as EX_TEMPFAIL, leads to its row; a part of a name lists what it may be.',
    'A number that a vendor uses twice, or that two systems use, gives each. For a status it shows what is possible in ' +
      'it, for a command its gates in the order in which they are asked.',
  ],
  examples: [
    { run: 'lifecycle explain 671', says: 'by number' },
    { run: 'lifecycle explain DATA_SYNC:PAUSED copy.start', says: 'a status and a command' },
    { run: 'lifecycle explain - <agent.log', says: 'each code, name and status in a log, once' },
    { run: 'lifecycle explain 671 --json', says: 'for a program' },
  ],
  async run({ options, args }, terminal) {
    const named = options.system === undefined ? undefined : [await lookUp(options.system)];
    const explainer = new Explainer(terminal, options.json === true, terminal.paint(options['no-color'] === true));
    if (args.includes('-')) {
      if (args.length > 1) throw new Complaint('- stands alone', 'give codes, or - and a text on standard input');
      const found = findInText(named ?? (await lookUpAll()), await wholeText('-'));
      if (found.every(({ found: each }) => !isFound(each))) {
        throw new Complaint('no code, name or status of any system is in the text', 'run lifecycle codes for all');
      }
      for (const { lookup, found: its } of found) await explainer.explain(lookup, its);
      return 0;
    }
    const lookups = named ?? (await lookUpBy([1, 2, 3].flatMap((count) => neighbours(args, count))));
    for (const word of joined(lookups, args)) {
      const found = lookups.map((lookup) => ({ lookup, found: find(lookup.outline, word) }));
      const having = found.filter(({ found: its }) => isFound(its));
      if (having.length === 0) {
        await explainer.list(word, fragmentsOf(named ?? (await lookUpAll()), word), options.system);
      }
      const alone = named === undefined && having.length === 1;
      for (const { lookup, found: its } of having) await explainer.explain(lookup, its, alone);
    }
    return 0;
  },
});

/** So many arguments behind each other, joined, from each place on. */
const neighbours = (args: readonly string[], count: number): string[] =>
  args.map((_, at) => args.slice(at, at + count).join(' '));

/** Arguments, those that are a status only together as one: `DATA_SYNC : PAUSED`. */
function joined(lookups: readonly Lookup[], args: readonly string[]): string[] {
  const words: string[] = [];
  for (let at = 0; at < args.length; ) {
    const length = [3, 2].find((count) => {
      const word = args.slice(at, at + count).join(' ');
      return args.length >= at + count && lookups.some(({ outline }) => find(outline, word).statuses.length > 0);
    });
    words.push(args.slice(at, at + (length ?? 1)).join(' '));
    at += length ?? 1;
  }
  return words;
}

type InSystem = { readonly lookup: Lookup; readonly found: Found };

/** What the word may be a part of. Throws a Complaint where it is a part of nothing. */
function fragmentsOf(lookups: readonly Lookup[], word: string): InSystem[] {
  if (!/^\d+$/.test(word.trim())) {
    const found = lookups.map((lookup) => ({ lookup, found: findFragment(lookup.outline, word) }));
    const having = found.filter(({ found: its }) => isFound(its));
    if (having.length > 0) return having;
  }
  return [];
}

/** Explains one thing after another. */
class Explainer {
  private readonly terminal: Terminal;
  private readonly json: boolean;
  private readonly paint: Paint;
  private blank = '';

  constructor(terminal: Terminal, json: boolean, paint: Paint) {
    this.terminal = terminal;
    this.json = json;
    this.paint = paint;
  }

  /** `alone`: no other system has it, which is worth a word where it is a number. */
  async explain(lookup: Lookup, { rows, statuses, commands }: Found, alone = false): Promise<void> {
    for (const row of rows) {
      const explanation = await explained(lookup, this.terminal, row);
      const note = alone && typeof row.code === 'number' ? `No other system has a ${row.code}.` : undefined;
      this.write(explanation, (width) => explanationText(explanation, lookup.outline, this.paint, width, note));
      await this.terminal.out.flush();
    }
    for (const status of statuses) {
      await this.status(lookup, status);
      await this.terminal.out.flush();
    }
    for (const each of commands) {
      const gates = await commandGates(lookup, this.terminal, each);
      this.write(gates, (width) => gatesText(gates, this.paint, width));
      await this.terminal.out.flush();
    }
  }

  /** Throws a Complaint where there is nothing to list. */
  async list(word: string, found: readonly InSystem[], within: string | undefined): Promise<void> {
    if (found.length === 0) throw await nothing(word, within);
    for (const { lookup, found: its } of found) {
      if (!this.json) this.say(foundText(lookup.outline, its, this.paint, this.terminal.columns));
      else for (const line of linesOf(lookup.outline, its)) this.terminal.out.write(`${JSON.stringify(line)}\n`);
    }
    await this.terminal.out.flush();
  }

  private async status(lookup: Lookup, status: StatusFound): Promise<void> {
    const { entity, phase } = status;
    const { name, entities } = lookup.outline;
    const id = entities[entity]?.singleton ?? '1';
    const can = await canOf(lookup, this.terminal, entity, id, { [phase]: statusOf(status.status) });
    const rows = 'rows' in can ? can.rows : [];
    this.write({ system: name, ...status, can: rows }, (width) => {
      const title = this.paint('title', `${name} ${entity}, ${phase} ${status.status}: what is possible`);
      const lines = 'rows' in can ? canInShort(can, width) : [`No ${entity} that can be reached has this status.`];
      return `${[title, '', ...lines].join('\n')}\n`;
    });
  }

  private write(object: object, text: (width: number) => string): void {
    if (this.json) this.terminal.out.write(`${JSON.stringify(object)}\n`);
    else this.say(text(this.terminal.columns ?? 100));
  }

  private say(text: string): void {
    this.terminal.out.write(this.blank + text);
    this.blank = '\n';
  }
}

/** What a fragment may be, for a program: as `codes` lists rows. */
function* linesOf({ name }: Outline, { rows, statuses, commands }: Found): Generator<object> {
  for (const row of rows) yield listedRow(name, row);
  for (const status of statuses) yield { system: name, ...status };
  for (const each of commands) yield { system: name, ...each };
}

/** Numbers are no words: another number is near where it is of the same family, or where another system has it. */
async function nothing(word: string, within: string | undefined): Promise<Complaint> {
  const all = (await lookUpAll()).map(({ outline }) => outline);
  const systems = within === undefined ? all : [(await lookUp(within)).outline];
  const next = within === undefined ? 'run lifecycle codes' : `run lifecycle codes --system ${within}`;
  const elsewhere = all.filter((each) => each.name !== within && isFound(find(each, word)));
  if (elsewhere.length > 0) {
    const names = elsewhere.map(({ name }) => name).join(' and ');
    return new Complaint(`${within} has no ${word}, ${names} has`, `run lifecycle explain ${word}`);
  }
  const near = systems.flatMap((each) => nearNumbers(each, word));
  if (near.length > 0) {
    return new Complaint(`unknown code "${word}"; near it are ${near.slice(0, 5).map(codeName).join(', ')}`, next);
  }
  if (/^[\s[(]*\d+[\s\])]*$/.test(word)) return new Complaint(`unknown code "${word}"`, next);
  return unknown('code', word, systems.flatMap(namesIn), next);
}

const namesIn = (system: Outline): string[] =>
  [
    ...system.codes.flatMap(({ name, also = [] }) => [name, ...also.map((alias) => alias.name)]),
    ...commandsOf(system).map(({ command: each }) => each),
  ].filter((name) => !/^\d+$/.test(name));
