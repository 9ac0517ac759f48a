import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Code, System } from '../../src/model/index.ts';
import { AnswersOf } from '../../src/reach/answers.ts';
import { Query } from '../../src/reach/query.ts';
import { reachAll } from '../../src/reach/reachability.ts';
import type { EntityAnswers, SystemAnswers } from '../../src/reach/shipped.ts';
import { reader } from './reader.ts';

const fileOf = ({ name }: System): string =>
  fileURLToPath(new URL(`../../machines/${name}/answers.ts`, import.meta.url));

const HEAD = `/** What is reached and answered: written by \`npm run reach\` from the data beside it. */\nexport const answers: string = `;

/** What is shipped of one entity, worked out anew. */
export function answersOf(system: System, kind: string, progress?: (left: number) => void): EntityAnswers {
  return new AnswersOf(new Query(reachAll(system, kind), system, kind, reader(system)), progress).run();
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

export function writeAnswers(system: System, answers: SystemAnswers): void {
  // In single quotes, so that nothing in it has to be escaped but these and backslashes.
  const text = JSON.stringify(answers).replace(/[\\']/g, '\\$&');
  writeFileSync(fileOf(system), `${HEAD}'${text}';\n`);
}
