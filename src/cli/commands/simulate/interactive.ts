import { createInterface } from 'node:readline/promises';
import type { Step, StepResult, System } from '../../../model/index.ts';
import { Complaint, unknown } from '../../../scenario/complaint.ts';
import { ScenarioError } from '../../../scenario/index.ts';
import { show } from '../../../scenario/wording.ts';
import { Session } from '../../../session/session.ts';
import type { Status } from '../../command.ts';
import { save } from '../../io/save.ts';
import { isTerminal } from '../../io/standard.ts';
import type { Terminal } from '../../io/terminal.ts';
import { fileText } from '../../io/text-file.ts';
import { StepColumns } from '../../text/step-columns.ts';
import { type StepWriter, stepLines } from '../../text/step-lines.ts';
import { complaintLine, duration } from '../../text/wording.ts';
import { complete } from './completion.ts';
import { possible } from './possible.ts';

const HELP = [
  '  ENTITY[:ID] EVENT [key=value …] [=> EXPECTATION]   a step; Tab completes',
  '  wait 5m, given ready                               the clock moves on; the usual opening',
  '  ? [ENTITY]                                         what is possible now',
  '  undo, redo                                         take a line back; take it again',
  '  save FILE                                          write what was done as a scenario',
  '  exit                                               end; so does Ctrl-D',
];

/** How many words may follow a word of the session. */
const FOLLOWED: ReadonlyMap<string, number> = new Map([
  ['undo', 0],
  ['redo', 0],
  ['help', 0],
  ['?', 1],
  ['save', 1],
]);

/** A session at a prompt: each line is answered at once. A line that cannot be read gets a message. */
export async function converse(system: System, file: string | undefined, terminal: Terminal): Promise<Status> {
  const talk = new Conversation(system, terminal);
  if (file !== undefined) talk.begin(file);
  const prompt = isTerminal(0) && isTerminal(1);
  const lines = createInterface({
    input: process.stdin,
    ...(prompt ? { output: process.stdout, completer: talk.completer } : {}),
  });
  if (prompt) terminal.out.write(`${system.title}. ? says what is possible now, help what can be typed.\n`);
  const ask = async (): Promise<void> => {
    await terminal.out.flush();
    if (!prompt) return;
    lines.setPrompt(`${system.name} ${duration(talk.now)}> `);
    lines.prompt();
  };
  lines.on('SIGINT', () => lines.close());
  await ask();
  for await (const line of lines) {
    if (!talk.answer(line)) break;
    await ask();
  }
  lines.close();
  if (prompt) terminal.out.write('\n');
  await terminal.out.flush();
  return talk.status;
}

/** The message without its place. */
const messageOf = (error: ScenarioError): string => error.message.slice(error.place().length + 2);

class Conversation {
  private readonly session: Session;
  private readonly terminal: Terminal;
  private readonly columns: StepColumns;

  constructor(system: System, terminal: Terminal) {
    this.session = new Session(system);
    this.terminal = terminal;
    this.columns = StepColumns.of(system);
  }

  get now(): number {
    return this.session.now;
  }

  /** 1 if a step that was not undone missed an expectation. */
  get status(): Status {
    return this.session.turns.some(({ results }) => results.some(({ missed }) => missed)) ? 1 : 0;
  }

  readonly completer = (line: string): [string[], string] =>
    complete(
      this.session.system,
      this.session.views().map(({ entity }) => entity),
      line,
    );

  /** Answers a line. Returns false if it ends the session. */
  answer(typed: string): boolean {
    const [word = '', ...rest] = typed.trim().split(/\s+/);
    if (word === 'exit' || word === 'quit') return false;
    try {
      this.carryOut(word, rest, typed);
    } catch (error) {
      this.explain(error);
    }
    return true;
  }

  /** Runs the lines of a file. */
  begin(file: string): void {
    const text = fileText(file, 'name a scenario file to begin with, or none');
    for (const [index, line] of text.split('\n').entries()) {
      try {
        this.take(line);
      } catch (error) {
        if (!(error instanceof ScenarioError)) throw error;
        const place = `${file}:${index + 1}:${error.column}`;
        throw new Complaint(`${place}: ${messageOf(error)}`, 'mend the line, or begin without the file');
      }
    }
  }

  /** Runs a line of a scenario. */
  take(line: string): void {
    if (/^\s*(?:#|$)/.test(line)) return;
    this.session.send(line);
    const { steps, results } = this.session.turns.at(-1) ?? { steps: [], results: [] };
    for (const [index, result] of results.entries()) this.show(steps[index] as Step, result, steps.length > 1);
  }

  private carryOut(word: string, rest: readonly string[], typed: string): void {
    const { session } = this;
    const surplus = rest[FOLLOWED.get(word) ?? rest.length];
    if (surplus !== undefined)
      throw new Complaint(`unexpected ${show(surplus)} after ${word}`, 'help says what it takes');
    if (word === 'undo' || word === 'redo') this.step(word);
    else if (word === 'help') this.say(HELP);
    else if (word.startsWith('?')) {
      const entity = word.length > 1 ? word.slice(1) : rest[0];
      const kinds = Object.keys(session.system.entities);
      const [kind] = entity?.split(':') ?? [];
      if (kind !== undefined && !kinds.includes(kind)) throw unknown('entity', kind, kinds);
      this.say(possible(session, entity, this.terminal));
    } else if (word === 'save') {
      const [file] = rest;
      if (file === undefined) throw new Complaint('save needs a FILE');
      save(file, session.toScenario());
      this.say([`  ${session.turns.length} ${session.turns.length === 1 ? 'line' : 'lines'} in ${file}`]);
    } else this.take(typed);
  }

  private step(word: 'undo' | 'redo'): void {
    const { session } = this;
    const turn = word === 'undo' ? session.turns.at(-1) : session.undone[0];
    const done = word === 'undo' ? session.undo() : session.redo();
    this.say([
      done ? `  ${word === 'undo' ? 'undone' : 'done again'}: ${turn?.line}` : `  there is nothing to ${word}`,
    ]);
  }

  private explain(error: unknown): void {
    const { paint } = this.terminal;
    if (error instanceof ScenarioError) {
      this.say([paint('bad', `  column ${error.column}: ${messageOf(error)}`)]);
    } else if (error instanceof Complaint) {
      this.say([paint('bad', `  ${complaintLine(error)}`)]);
    } else throw error;
  }

  private show(step: Step, result: StepResult, opening: boolean): void {
    const { session } = this;
    const writer: StepWriter = {
      columns: this.columns,
      paint: this.terminal.paint,
      width: this.terminal.width,
      codes: session.system.codes,
      stateOf: (entity, phase) => String(session.view(entity).phases[phase] ?? null),
    };
    this.say(stepLines(step, result, { line: session.turns.length, opening }, writer));
  }

  private say(lines: readonly string[]): void {
    for (const line of lines) this.terminal.out.write(`${line}\n`);
  }
}
