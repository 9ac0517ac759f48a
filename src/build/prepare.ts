import type { SystemName } from '../../machines/index.ts';
import { loaders } from '../../machines/lazy.ts';
import { answersOf } from '../../machines/shipped.ts';
import { canWhere } from '../answers/can.ts';
import { describeEntity } from '../answers/describe.ts';
import { gatesOf, shownOf } from '../answers/explain.ts';
import { commandsOf, statusesOf, wordsOf } from '../answers/find.ts';
import { numeral, PARTS, questions } from '../cli/prepared.ts';
import { entityOutlines, type System, statusOf } from '../model/index.ts';
import { ScenarioReader } from '../scenario/index.ts';

/** Computes what `src/cli/prepared.ts` reads: the words that can be looked up, and the answers to simple questions. */
export async function prepare(name: SystemName): Promise<string> {
  const system: System = await loaders[name]();
  const reader = new ScenarioReader(system);
  const shipped = await answersOf(name);
  const source = { system, read: (line: string) => reader.line(line), shipped };
  const { title, marks, codes, entities } = system;
  const plain = {
    [questions.words]: wordsOf(system),
    [questions.head]: { name, title, marks },
    [questions.codes]: codes,
    [questions.entities]: entityOutlines(system),
  };
  const parts = new Parts();
  const answers = new Map<string, Part>();
  codes.forEach((row, place) => {
    answers.set(questions.explain(place), parts.add(shownOf(system, row, shipped)));
  });
  for (const kind of Object.keys(entities))
    answers.set(questions.describe(kind), parts.add(describeEntity(system, kind)));
  for (const { entity, phase, status } of statusesOf(system)) {
    const known = { [phase]: statusOf(status) };
    const can = canWhere(source, entity, entities[entity]?.singleton ?? '1', known);
    answers.set(questions.can(entity, known), parts.add(can));
  }
  for (const each of commandsOf(system)) {
    answers.set(questions.gates(each), parts.add(gatesOf(system, each, shipped)));
  }
  const lines = parts.lines();
  const head = [
    ...Object.entries(plain).map(([question, answer]) => `${question}\t${JSON.stringify(answer)}`),
    ...[...answers].map(([question, { line }]) => `${question}\t#${numeral(line)}`),
  ];
  return `\n${head.join('\n')}${PARTS}${lines.join('\n')}`;
}

/** A value: the start of its line, and its parts. */
interface Part {
  readonly begins: string;
  readonly parts: readonly Part[];
  readonly id: number;
  /** The number of lines that refer to it. */
  uses: number;
  /** The number of its line, which is known once all values are. */
  line: number;
}

/** Every value once. Those with the most uses get the shortest numbers. */
class Parts {
  private readonly parts = new Map<string, Part>();

  add(value: unknown): Part {
    if (typeof value !== 'object' || value === null) return this.part(JSON.stringify(value), []);
    if (Array.isArray(value)) return this.part('[', value);
    const present = Object.entries(value).filter(([, each]) => each !== undefined);
    return this.part('{', [present.map(([key]) => key), ...present.map(([, each]) => each)]);
  }

  lines(): string[] {
    const all = [...this.parts.values()].sort((a, b) => b.uses - a.uses);
    all.forEach((part, line) => {
      part.line = line;
    });
    return all.map(({ begins, parts }) => begins + parts.map(({ line }) => numeral(line)).join());
  }

  private part(begins: string, values: readonly unknown[]): Part {
    const parts = values.map((each) => this.add(each));
    const key = begins + parts.map(({ id }) => id).join();
    const known = this.parts.get(key);
    if (known) return known;
    const made = { begins, parts, id: this.parts.size, uses: 0, line: 0 };
    for (const each of parts) each.uses += 1;
    this.parts.set(key, made);
    return made;
  }
}
