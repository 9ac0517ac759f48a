import { existsSync, statSync } from 'node:fs';
import { commandsOf, type Found, find, findFragment, isFound, nearNumbers } from '../../answers/find.ts';
import { findInText } from '../../answers/find-in-text.ts';
import { codeAndName, listedRow, type Outline, statusOf } from '../../model/index.ts';
import { Complaint, unknown } from '../../scenario/complaint.ts';
import { canOf, commandGates, explained } from '../answers.ts';
import { command } from '../command.ts';
import { lacks } from '../entity-words.ts';
import { wholeText } from '../io/input.ts';
import type { Terminal } from '../io/terminal.ts';
import { printed, system } from '../options.ts';
import { type Lookup, lookUp, lookUpAll, lookUpBy, systemsWith } from '../systems.ts';
import { canInShort } from '../text/can-text.ts';
import { explanationText } from '../text/explanation-text.ts';
import { foundText } from '../text/found-text.ts';
import { gatesText } from '../text/gates-text.ts';
import { inShell } from '../text/wording.ts';

export default command({
  arguments: [
    {
      name: 'CODE',
      says: "a number or a name of a vendor's table, a status or a command; - finds all of them in standard input",
      many: true,
    },
  ],
  options: { system: system('all'), ...printed },
  notes: [
    'Case, brackets, and blanks around a colon do not matter: 671, [671], sync_stop_required_err, "DATA_SYNC PAUSED". ' +
      'An alias such as EX_TEMPFAIL finds its row. A part of a name lists what it may be.',
    'If several rows or systems have a number, each is explained. A status is explained by the commands that are possible ' +
      'in it, a command by its gates, in order.',
  ],
  examples: [
    { run: 'lifecycle explain 671', says: 'by number' },
    { run: 'lifecycle explain DATA_SYNC:PAUSED copy.start', says: 'a status and a command' },
    { run: 'lifecycle explain - <agent.log', says: 'each code, name and status in a log, once' },
    { run: 'lifecycle explain 671 --json', says: 'for a program' },
  ],
  async run({ options, args }, terminal) {
    const named = options.system === undefined ? undefined : [await lookUp(options.system)];
    const explainer = new Explainer(terminal, options.json === true);
    if (args.includes('-')) {
      if (args.length > 1) throw new Complaint('- stands alone', 'give codes, or - and a text on standard input');
      const found = findInText(named ?? (await lookUpAll()), await wholeText('-'));
      if (found.every(({ found: each }) => !isFound(each))) {
        throw new Complaint('no code, name or status of any system is in the text', 'run lifecycle codes for all');
      }
      for (const each of found) await explainer.explain(each);
      return 0;
    }
    const lookups = named ?? (await lookUpBy([1, 2, 3].flatMap((count) => neighbours(args, count))));
    for (const word of joined(lookups, args)) {
      const having = inSystems(lookups, (outline) => find(outline, word));
      for (const each of having) await explainer.explain(each, named === undefined && having.length === 1);
      if (having.length > 0) continue;
      const isNumber = /^\d+$/.test(word.trim());
      const parts = isNumber ? [] : inSystems(named ?? (await lookUpAll()), (outline) => findFragment(outline, word));
      if (parts.length === 0) throw await nothing(word, options.system);
      for (const each of parts) await explainer.list(each);
    }
    return 0;
  },
});

/** Every sequence of so many arguments, joined. */
const neighbours = (args: readonly string[], count: number): string[] =>
  args.map((_, at) => args.slice(at, at + count).join(' '));

/** The arguments, with those that are only together a status joined: `DATA_SYNC : PAUSED`. */
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

/** What is found, in the systems that have it. */
const inSystems = (lookups: readonly Lookup[], findIn: (outline: Outline) => Found): InSystem[] =>
  lookups.map((lookup) => ({ lookup, found: findIn(lookup.outline) })).filter(({ found }) => isFound(found));

/** Writes explanations, with an empty line between them. */
class Explainer {
  private readonly terminal: Terminal;
  private readonly json: boolean;
  private blank = '';

  constructor(terminal: Terminal, json: boolean) {
    this.terminal = terminal;
    this.json = json;
  }

  /** `alone` if no other system has it. The explanation of a number says so. */
  async explain({ lookup, found: { rows, statuses, commands } }: InSystem, alone = false): Promise<void> {
    const { terminal } = this;
    for (const row of rows) {
      const explanation = await explained(lookup, terminal, row);
      const note = alone && typeof row.code === 'number' ? `No other system has a ${row.code}.` : undefined;
      await this.write([explanation], () => explanationText(explanation, lookup.outline, terminal, note));
    }
    for (const status of statuses) {
      const { entity, phase } = status;
      const { name, entities } = lookup.outline;
      const can = await canOf(lookup, terminal, entity, entities[entity]?.singleton ?? '1', {
        [phase]: statusOf(status.status),
      });
      const rows = 'rows' in can ? can.rows : [];
      await this.write([{ system: name, ...status, can: rows }], () => {
        const title = terminal.paint('title', `${name} ${entity}, ${phase} ${status.status}: what is possible`);
        const lines =
          'rows' in can ? canInShort(can, terminal.width) : [`No ${entity} that can be reached has this status.`];
        return `${[title, '', ...lines].join('\n')}\n`;
      });
    }
    for (const each of commands) {
      const gates = await commandGates(lookup, terminal, each);
      await this.write([gates], () => gatesText(gates, terminal));
    }
  }

  /** Lists what a part of a name may stand for; as JSON, rows are as in `codes`. */
  async list({ lookup: { outline }, found }: InSystem): Promise<void> {
    const { name: system } = outline;
    const rows = found.rows.map((row) => listedRow(system, row));
    const others = [...found.statuses, ...found.commands].map((each) => ({ system, ...each }));
    await this.write([...rows, ...others], () => foundText(outline, found, this.terminal));
  }

  /** Flushes too, since the next explanation may take a while. */
  private async write(objects: readonly object[], text: () => string): Promise<void> {
    const { out } = this.terminal;
    if (this.json) for (const each of objects) out.json(each);
    else {
      out.write(this.blank + text());
      this.blank = '\n';
    }
    await out.flush();
  }
}

/** Numbers are near if they are of the same family; names, if they are spelled alike. */
async function nothing(word: string, within: string | undefined): Promise<Complaint> {
  const asked = within === undefined ? await lookUpAll() : [await lookUp(within)];
  const systems = asked.map(({ outline }) => outline);
  const next = within === undefined ? 'run lifecycle codes' : `run lifecycle codes --system ${within}`;
  const others = within === undefined ? [] : await systemsWith((outline) => isFound(find(outline, word)));
  if (others.length > 0) return lacks({ name: String(within) }, word, others, `run lifecycle explain ${word}`);
  if (existsSync(word) && statSync(word).isFile())
    return new Complaint(`"${word}" is a file`, `run lifecycle explain - <${inShell(word)}`);
  const near = systems.flatMap((each) => nearNumbers(each, word));
  if (near.length > 0) {
    return new Complaint(`unknown code "${word}"; near it are ${near.slice(0, 5).map(codeAndName).join(', ')}`, next);
  }
  const inside = findInText(asked, word).flatMap(({ found: { rows } }) => rows);
  if (inside.length > 0) {
    const first = inside.slice(0, 5).map(codeAndName).join(', ');
    return new Complaint(`unknown code "${word}"; it contains ${first}`, 'pipe a text into lifecycle explain -');
  }
  if (/^[\s[(]*\d+[\s\])]*$/.test(word)) return new Complaint(`unknown code "${word}"`, next);
  return unknown('code', word, systems.flatMap(namesIn), next);
}

const namesIn = (system: Outline): string[] =>
  [
    ...system.codes.flatMap(({ name, also = [] }) => [name, ...also.map((alias) => alias.name)]),
    ...commandsOf(system).map(({ command: each }) => each),
  ].filter((name) => !/^\d+$/.test(name));
