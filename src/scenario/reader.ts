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

/** Reads a scenario of one system line by line. Whether it is text or NDJSON its first line decides. */
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

  /** The line that was read last. */
  get at(): number {
    return this.lines;
  }

  /** Of NDJSON how many objects were read, of text how many lines: what results call the line of a step. */
  get number(): number {
    return this.form === NDJSON ? this.objects : this.lines;
  }

  /** The steps that a line, without its line break, stands for. Throws a ScenarioError where it cannot be read. */
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

  /** A reader of the same scenario from its start, to which all that this one remembers is known. */
  again(): ScenarioReader {
    return new ScenarioReader(this.system, this.file, this.recalls);
  }

  /**
   * The steps of the next of the lines, good until the next are asked for; undefined where there is none for now. Lines
   * that were read before are known.
   */
  next(lines: Lines): readonly Step[] | undefined {
    const recall = this.recalled(lines);
    return recall === undefined ? this.unknown(lines) : recall.steps();
  }

  /** Checks the next of the lines: how many steps it stands for; undefined where there is none for now. */
  check(lines: Lines): number | undefined {
    return this.recalled(lines) === undefined ? this.unknown(lines)?.length : 1;
  }

  /** What knows the next line, if something does; the line is then taken. */
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

  /** The steps of a line of the usual opening. A fault in it is the system's, not one of the line that asks for it. */
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
  /** What most lines begin with, and what stops the address that follows. */
  readonly prefix: string;
  readonly stop: string;
}

const TEXT: Form = { read: readText, placeOf: placeInText, prefix: '', stop: ' ' };
const NDJSON: Form = { read: readJson, placeOf: placeInJson, prefix: '{"to":"', stop: '"' };

/** What is remembered of the lines of a scenario, whose form is known with its first line. */
class Recalls {
  private recall: Recall | undefined;

  of({ prefix, stop }: Form): Recall {
    this.recall ??= new Recall(prefix, stop);
    return this.recall;
  }
}

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
