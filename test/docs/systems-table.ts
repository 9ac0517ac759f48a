import { readFileSync } from 'node:fs';
import { systems } from '../../machines/index.ts';
import type { Mark, System } from '../../src/model/index.ts';

const registry: { readonly [name: string]: System } = systems;
const sizes = JSON.parse(readFileSync(new URL('../golden/spaces.json', import.meta.url), 'utf8')) as {
  readonly [entity: string]: { readonly situations: number };
};
const marks: readonly Mark[] = ['S', 'D', 'F', 'O', 'I'];

/** A row of the README's table of systems: `| [NAME](…) | what | entities | codes | gates | situations | whence |`. */
const ROW = /^\| \[([a-z0-9-]+)\]\(docs\/systems\/.*\) \|/;

/** The systems of the table, in its order. */
export const systemsIn = (readme: string): string[] => readme.split('\n').flatMap((line) => ROW.exec(line)?.[1] ?? []);

/** The README with the entities and numbers of the data in its table. */
export function withNumbers(readme: string): string {
  return readme
    .split('\n')
    .map((line) => {
      const system = registry[ROW.exec(line)?.[1] ?? ''];
      if (!system) return line;
      const [before = '', name = '', what = '', , , , , ...whence] = line.split('|');
      const cells = [name, what, ...numbersOf(system).map((cell) => ` ${cell} `), ...whence];
      return [before, ...cells].join('|');
    })
    .join('\n');
}

/** Entities, codes, gates by their marks, and the situations of the largest entity, as they are pinned. */
function numbersOf({ name, entities, codes }: System): string[] {
  const gates = Object.values(entities).flatMap(({ rules }) => Object.values(rules).flat());
  const counts = marks.flatMap((mark) => {
    const count = gates.filter((gate) => gate.mark === mark).length;
    return count === 0 ? [] : [`${count} ${mark}`];
  });
  const [largest = '', situations = 0] = Object.keys(entities)
    .map((kind) => [kind, sizes[`${name} ${kind}`]?.situations ?? 0] as const)
    .reduce((most, each) => (each[1] > most[1] ? each : most), ['', 0]);
  return [
    Object.keys(entities).join(', '),
    String(codes.length),
    `${gates.length}: ${counts.join(', ')}`,
    `${situations.toLocaleString('en')} (${largest})`,
  ];
}
