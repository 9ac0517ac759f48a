import type { EventStep, Step, System, WaitStep } from '../model/index.ts';
import { errorOf, Fault, type PlaceOf } from './fault.ts';
import { placeInJson, readJson } from './json.ts';
import { Meaning } from './meaning.ts';
import { nearest } from './near.ts';
import type { Statement } from './statement.ts';
import { placeInText, readText } from './text.ts';
import { Vocabulary } from './vocabulary.ts';
import { show } from './wording.ts';

/** Reads a scenario of one system line by line. Whether it is text or NDJSON its first line decides. */
export class ScenarioReader {
  private readonly system: System;
  private readonly file: string;
  private readonly vocabulary: Vocabulary;
  private readonly meaning: Meaning;
  private form: Form | undefined;
  private opening: readonly Step[] | undefined;
  private lines = 0;
  /** The file's name is for messages. */
  constructor(system: System, file = '-', vocabulary = new Vocabulary(system)) {
    this.system = system;
    this.file = file;
    this.vocabulary = vocabulary;
    this.meaning = new Meaning(this.vocabulary);
  }

  /** The steps that a line, without its line break, stands for. Throws a ScenarioError where it cannot be read. */
  line(text: string): readonly Step[] {
    this.lines += 1;
    const line = bare(text, this.lines === 1);
    this.form ??= formOf(line);
    if (this.form === undefined) return [];
    const known = this.recall(line, this.form);
    if (known !== undefined) return known;
    const { read, placeOf } = this.form;
    try {
      const statement = read(line, this.vocabulary);
      if (statement === undefined) return [];
      return statement.is === 'given' ? this.given(statement.given) : this.remembered(line, this.form, statement);
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      throw errorOf(fault, line, placeOf, { file: this.file, line: this.lines });
    }
  }

  /** A reader of the same scenario from its start, to which all that this one has looked up is known. */
  again(): ScenarioReader {
    return new ScenarioReader(this.system, this.file, this.vocabulary);
  }

  /**
   * The steps of a line that says what was lately said to some entity of the kind. Who it is said to does not change what
   * it means, so that far fewer texts have to be remembered than there are lines.
   */
  private recall(line: string, form: Form): readonly Step[] | undefined {
    const end = form.addressEnd(line);
    if (end < 0) return this.vocabulary.waits.get(line);
    const address = this.vocabulary.recent(line.slice(form.addressStart, end));
    const said = address?.kind.said.get(line.slice(end));
    if (address === undefined || said === undefined) return undefined;
    const { kind, id } = address;
    const { type, params, expect } = said;
    return [
      expect === undefined ? { kind: kind.name, id, type, params } : { kind: kind.name, id, type, params, expect },
    ];
  }

  private remembered(line: string, form: Form, statement: Exclude<Statement, { is: 'given' }>): readonly Step[] {
    const step = this.meaning.of(statement);
    const end = form.addressEnd(line);
    if (statement.is === 'wait') {
      const steps = [step];
      if (end < 0 && this.vocabulary.comesAgain(line)) this.vocabulary.waits.set(line, steps);
      return steps;
    }
    // Only where the address is written as it is read is the rest of the line all that was said.
    if (end >= 0 && this.vocabulary.recent(line.slice(form.addressStart, end)) === statement.to) {
      const rest = line.slice(end);
      if (this.vocabulary.comesAgain(rest)) statement.to.kind.said.set(rest, step as EventStep);
    }
    return [step];
  }

  private given(name: string): readonly Step[] {
    if (name !== READY) {
      throw new Fault('given', `unknown opening ${show(name)}`, READY, { near: nearest(name, [READY]) });
    }
    this.opening ??= this.system.ready.flatMap((line, index) => this.opened(line, index + 1));
    return this.opening;
  }

  /** The steps of a line of the usual opening. A fault in it is the system's, not one of the line that asks for it. */
  private opened(line: string, number: number): Step[] {
    try {
      const statement = readText(line, this.vocabulary);
      if (statement === undefined) return [];
      if (statement.is === 'given') throw new Fault('given', show(statement.given), 'steps, not another opening');
      return [unexpecting(this.meaning.of(statement))];
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      throw errorOf(fault, line, placeInText, { file: `${this.system.name}: given ${READY}`, line: number });
    }
  }
}

/** Reads a whole scenario. Throws a ScenarioError at the first line that cannot be read. */
export function readScenario(system: System, text: string, file?: string): Step[] {
  const reader = new ScenarioReader(system, file);
  const steps: Step[] = [];
  for (let start = 0, end = 0; end < text.length; start = end + 1) {
    end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    for (const step of reader.line(text.slice(start, end))) steps.push(step);
  }
  return steps;
}

interface Form {
  readonly read: (line: string, vocabulary: Vocabulary) => Statement | undefined;
  readonly placeOf: PlaceOf;
  /** Where an address begins in a line that begins with one, as most do. */
  readonly addressStart: number;
  /** Where it ends; negative where the line begins with something else. */
  readonly addressEnd: (line: string) => number;
}

const TEXT: Form = {
  read: readText,
  placeOf: placeInText,
  addressStart: 0,
  addressEnd: (line) => (line.startsWith('wait ') || line.startsWith('given ') ? -1 : line.indexOf(' ')),
};

const TO = '{"to":"';
const NDJSON: Form = {
  read: readJson,
  placeOf: placeInJson,
  addressStart: TO.length,
  addressEnd: (line) => (line.startsWith(TO) ? line.indexOf('"', TO.length) : -1),
};
const READY = 'ready';

/** The line without a byte order mark and without the first half of a CRLF. */
function bare(text: string, first: boolean): string {
  const start = first && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  const end = text.charCodeAt(text.length - 1) === CARRIAGE_RETURN ? text.length - 1 : text.length;
  return end - start === text.length ? text : text.slice(start, end);
}

const BYTE_ORDER_MARK = 0xfeff;
const CARRIAGE_RETURN = 13;

/** Undecided for a blank line. */
function formOf(line: string): Form | undefined {
  const start = line.search(/[^ \t\r]/);
  if (start < 0) return undefined;
  return line[start] === '{' ? NDJSON : TEXT;
}

function unexpecting(step: EventStep | WaitStep): Step {
  if ('wait' in step) return { wait: step.wait };
  const { kind, id, type, params } = step;
  return { kind, id, type, params };
}
