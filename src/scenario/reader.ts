import type { EventStep, Step, System, WaitStep } from '../model/index.ts';
import { nearest } from '../model/near.ts';
import { errorOf, LineFault, type PlaceOf } from './fault.ts';
import { placeInJson, readJson } from './json.ts';
import type { Lines } from './line-splitter.ts';
import { Meaning } from './meaning.ts';
import { Recall } from './recall.ts';
import type { Statement } from './statement.ts';
import { placeInText, readText } from './text.ts';
import { Vocabulary } from './vocabulary.ts';
import { show } from './wording.ts';

/** Reads a scenario of one system line by line. The first line decides whether it is text or NDJSON. */
export class ScenarioReader {
  private readonly system: System;
  private readonly file: string;
  private readonly vocabulary: Vocabulary;
  private readonly meaning: Meaning;
  private form: Form | undefined;
  private opening: readonly Step[] | undefined;
  private lines = 0;
  private objects = 0;
  private readonly recalls: Recalls;

  /** The file's name is for messages. */
  constructor(system: System, file = '-', recalls = new Recalls()) {
    this.system = system;
    this.file = file;
    this.recalls = recalls;
    this.vocabulary = new Vocabulary(system);
    this.meaning = new Meaning(this.vocabulary);
  }

  /** The number of the line read last. */
  get at(): number {
    return this.lines;
  }

  /** The number that results give as a step's `line`: in NDJSON the count of objects, in text the count of lines. */
  get number(): number {
    return this.form === NDJSON ? this.objects : this.lines;
  }

  /** The steps of a line, given without its line break. Throws a ScenarioError if it cannot be read. */
  line(text: string): readonly Step[] {
    this.lines += 1;
    const line = bare(text, this.lines === 1);
    this.form ??= formOf(line);
    if (this.form === undefined) return [];
    const { read, placeOf } = this.form;
    try {
      const statement = read(line, this.vocabulary);
      if (statement === undefined) return [];
      this.objects += 1;
      return statement.is === 'given' ? this.given(statement.given) : [this.meaning.of(statement)];
    } catch (fault) {
      if (!(fault instanceof LineFault)) throw fault;
      throw errorOf(fault, line, placeOf, { file: this.file, line: this.lines });
    }
  }

  /** A reader that starts the same scenario again, and remembers the lines this one has read. */
  again(): ScenarioReader {
    return new ScenarioReader(this.system, this.file, this.recalls);
  }

  /**
   * The steps of the next line, valid until the next call; undefined if no line is complete yet. Repeated lines are
   * recalled.
   */
  next(lines: Lines): readonly Step[] | undefined {
    const recall = this.recalled(lines);
    return recall === undefined ? this.unknown(lines) : recall.steps();
  }

  /** Checks the next line and returns its number of steps; undefined if no line is complete yet. */
  check(lines: Lines): number | undefined {
    return this.recalled(lines) === undefined ? this.unknown(lines)?.length : 1;
  }

  /** The recall that knows the next line, if any; the line is then taken. */
  private recalled(lines: Lines): Recall | undefined {
    const { recall } = this;
    if (recall === undefined || !lines.recalled(recall)) return undefined;
    this.lines += 1;
    this.objects += 1;
    return recall;
  }

  private unknown(lines: Lines): readonly Step[] | undefined {
    const text = lines.next();
    if (text === undefined) return undefined;
    const { recall } = this;
    const steps = this.line(text);
    const bytes = lines.lastBytes();
    // The first line may begin with a byte order mark.
    if (recall !== undefined && bytes !== undefined && steps.length === 1) recall.keep(bytes, steps[0] as Step);
    return steps;
  }

  private get recall(): Recall | undefined {
    return this.form === undefined ? undefined : this.recalls.of(this.form);
  }

  private given(name: string): readonly Step[] {
    if (name !== READY) {
      throw new LineFault('given', `unknown opening ${show(name)}`, READY, { near: nearest(name, [READY]) });
    }
    this.opening ??= this.system.ready.flatMap((line, index) => this.opened(line, index + 1));
    return this.opening;
  }

  /** The steps of a line of the usual opening. A fault in it is the system's, not the scenario's. */
  private opened(line: string, number: number): Step[] {
    try {
      const statement = readText(line, this.vocabulary);
      if (statement === undefined) return [];
      if (statement.is === 'given') throw new LineFault('given', show(statement.given), 'steps, not another opening');
      return [unexpecting(this.meaning.of(statement))];
    } catch (fault) {
      if (!(fault instanceof LineFault)) throw fault;
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
  /** How most lines begin, and the character that ends the address. */
  readonly prefix: string;
  readonly stop: string;
}

const TEXT: Form = { read: readText, placeOf: placeInText, prefix: '', stop: ' ' };
const NDJSON: Form = { read: readJson, placeOf: placeInJson, prefix: '{"to":"', stop: '"' };

/** The lines remembered of a scenario; its first line decides their form. */
class Recalls {
  private recall: Recall | undefined;

  of({ prefix, stop }: Form): Recall {
    this.recall ??= new Recall(prefix, stop);
    return this.recall;
  }
}

const READY = 'ready';

/** The line without a byte order mark and without the carriage return of a CRLF. */
function bare(text: string, first: boolean): string {
  const start = first && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  const end = text.charCodeAt(text.length - 1) === CARRIAGE_RETURN ? text.length - 1 : text.length;
  return text.slice(start, end);
}

const BYTE_ORDER_MARK = 0xfeff;
const CARRIAGE_RETURN = 13;

/** Undefined for a blank line. */
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
