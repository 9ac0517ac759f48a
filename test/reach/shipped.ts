import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Code, Occurrences, System } from '../../src/model/index.ts';
import { AnswersOf } from '../../src/reach/answers.ts';
import { countSteps } from '../../src/reach/count-steps.ts';
import { Query } from '../../src/reach/query.ts';
import { levelTexts, reachAll, reachFrom } from '../../src/reach/reachability.ts';
import type { EntityAnswers, SystemAnswers } from '../../src/reach/shipped.ts';
import { reader } from './reader.ts';

const WRITTEN = 'written by `npm run reach` from the data beside it';

/**
 * The query over every situation of an entity, worked out anew. It reads the set as it would be shipped, so its answers
 * depend on the set alone, and not on what was learned while computing it.
 */
export function queryOf(system: System, kind: string): Query {
  const { outside, world, diagrams, set } = reachAll(system, kind);
  const written = { outside, levels: levelTexts(world), set: diagrams.written(set) };
  return new Query(reachFrom(system, kind, written), system, kind, reader(system));
}

/** What is shipped of one entity. */
export const workOut = (query: Query, progress?: (left: number) => void): EntityAnswers =>
  new AnswersOf(query, progress).run();

/** Entities whose data takes seconds to work out: the slow tests do. A job takes minutes. */
export const slowEntities: readonly string[] = [
  'egnyte agent',
  'egnyte job',
  'egnyte project',
  'wildduck user',
  'wildduck message',
  'mozilla-sync storage',
  'mozilla-sync collection',
  'mozilla-sync bso',
];

/** What is shipped of an entity, as it is read from the file, and its size. */
export function workedOutAnew(system: System, kind: string): { answers: EntityAnswers; size: ReachedSize } {
  const query = queryOf(system, kind);
  return { answers: JSON.parse(JSON.stringify(workOut(query))) as EntityAnswers, size: sizeOf(query) };
}

/** How large a space is; counts as text, since they may be above 2⁵³. */
export interface ReachedSize {
  readonly situations: string;
  readonly transitions: string;
  readonly deadEnds: string;
  /** Nodes of the diagram of all situations. */
  readonly nodes: number;
}

export function sizeOf(query: Query): ReachedSize {
  const { diagrams, set } = query.reachable;
  const { transitions, deadEnds } = countSteps(query);
  return {
    situations: String(query.all.count),
    transitions: String(transitions),
    deadEnds: String(deadEnds),
    nodes: diagrams.nodesOf(set).size,
  };
}

const sizes = fileURLToPath(new URL('../golden/reach.json', import.meta.url));

/** By system and kind. */
export const readSizes = (): { [entity: string]: ReachedSize } => JSON.parse(readFileSync(sizes, 'utf8'));
export function writeSize(entity: string, size: ReachedSize): void {
  const all = { ...(existsSync(sizes) ? readSizes() : {}), [entity]: size };
  writeFileSync(sizes, `${JSON.stringify(all, null, 1)}\n`);
}

/** The shortest scenarios of codes are those that `npm run golden` found. */
export function codesOf({ name, codes }: System): SystemAnswers['codes'] {
  const file = fileURLToPath(new URL(`../golden/${name}.scenarios.json`, import.meta.url));
  const golden = JSON.parse(readFileSync(file, 'utf8')) as { [row: string]: { scenario: string[] } | null };
  return codes.flatMap(({ code, name: called }): (readonly [Code, string, string[]])[] => {
    const found = golden[`${code} ${called}`] ?? golden[String(code)];
    return found ? [[code, called, found.scenario]] : [];
  });
}

/** All that is shipped of a system. */
export interface Shipped {
  readonly answers: SystemAnswers;
  readonly occurrences: { readonly [kind: string]: Occurrences };
}

export function writeShipped({ name }: System, { answers: { codes, ...answers }, occurrences }: Shipped): void {
  writeText(name, 'answers', 'What is reached and answered', answers);
  writeText(name, 'scenarios', 'A shortest scenario of each code that has one', codes);
  writeText(name, 'occurrences', 'What occurs in some reachable situation', occurrences);
}

function writeText(system: string, module: string, says: string, data: object): void {
  const file = fileURLToPath(new URL(`../../machines/${system}/${module}.ts`, import.meta.url));
  // In single quotes: then only these and backslashes have to be escaped.
  const text = JSON.stringify(data).replace(/[\\']/g, '\\$&');
  writeFileSync(file, `/** ${says}: ${WRITTEN}. */\nexport const ${module}: string = '${text}';\n`);
}
