import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandFound } from '../answers/find.ts';
import type { EntityOutline, Outline } from '../model/index.ts';
import type { PartialView } from '../reach/index.ts';

/** The file beside the bundle with the answers that the build computed, so that the system need not be loaded. */
export const preparedFile = (system: string): string => `${system}-prepared.txt`;

/** The questions that have a prepared answer. */
export const questions = {
  /** All words that can be looked up. */
  words: 'words',
  head: 'head',
  codes: 'codes',
  entities: 'entities',
  /** A row of the catalogue, by its index. */
  explain: (row: number) => `explain ${row}`,
  describe: (kind: string) => `describe ${kind}`,
  can: (kind: string, known: PartialView) => `can ${kind} ${JSON.stringify(known)}`,
  gates: ({ entity, command }: CommandFound) => `gates ${entity} ${command}`,
} as const;

/**
 * Prepared answers, as lines of text. The first part of the file has a line for each question: the question, a tab, and
 * the answer as JSON or, after a `#`, the number of a line of the second part. There each value is written once, since
 * answers repeat each other: a list has the numbers of its items, an object that of its list of keys and then those of
 * its values.
 */
export class Prepared {
  private readonly bytes: Buffer;
  private lines: readonly string[] = [];
  private readonly values = new Map<string, unknown>();

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** Undefined if no answer is prepared. */
  answer<Answer>(question: string): Answer | undefined {
    const asked = `\n${question}\t`;
    const at = this.bytes.indexOf(asked);
    if (at === -1) return undefined;
    const start = at + Buffer.byteLength(asked);
    const answer = this.bytes.toString('utf8', start, this.bytes.indexOf('\n', start));
    return (answer.startsWith('#') ? this.value(answer.slice(1)) : JSON.parse(answer)) as Answer;
  }

  get outline(): Outline {
    const prepared = this;
    let codes: Outline['codes'] | undefined;
    return {
      ...(this.answer<Pick<Outline, 'name' | 'title' | 'marks'>>(questions.head) as Outline),
      entities: this.answer<{ readonly [kind: string]: EntityOutline }>(questions.entities) ?? {},
      get codes() {
        codes ??= prepared.answer<Outline['codes']>(questions.codes) ?? [];
        return codes;
      },
    };
  }

  private value(number: string): unknown {
    if (this.lines.length === 0) {
      this.lines = this.bytes.toString('utf8', this.bytes.indexOf(PARTS) + PARTS.length).split('\n');
    }
    if (!this.values.has(number)) this.values.set(number, this.read(this.lines[Number.parseInt(number, RADIX)] ?? ''));
    return this.values.get(number);
  }

  private read(line: string): unknown {
    if (!/^[[{]/.test(line)) return JSON.parse(line);
    const numbers = line.length === 1 ? [] : line.slice(1).split(',');
    const parts = numbers.map((number) => this.value(number));
    if (line.startsWith('[')) return parts;
    const [keys, ...values] = parts as [string[], ...unknown[]];
    return Object.fromEntries(keys.map((key, index) => [key, values[index]]));
  }
}

/** The separator of the two parts. */
export const PARTS = '\n\n';

/** The number of a line, as the file has it. */
export const numeral = (line: number): string => line.toString(RADIX);

const RADIX = 36;

/** The prepared answers about a system. The sources have none and compute each answer. */
export function readPrepared(system: string, folder = import.meta.dirname): Prepared | undefined {
  const file = join(folder, preparedFile(system));
  return existsSync(file) ? new Prepared(readFileSync(file)) : undefined;
}
