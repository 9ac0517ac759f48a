import { extname } from 'node:path';
import { type Matrix, matrixOf } from '../../../matrix/matrix.ts';
import type { System } from '../../../model/index.ts';
import { command } from '../../command.ts';
import type { PrintStyle } from '../../io/terminal.ts';
import { oneOf } from '../../one-of.ts';
import { noColor, output, system } from '../../options.ts';
import { systemNamed } from '../../systems.ts';
import { sourceOf } from '../../work-out.ts';
import { kindWithCommands } from './kinds.ts';

type Writer = (matrix: Matrix, style: PrintStyle) => string;

/** How the matrix is written. A writer's module is loaded when it is used. */
const formats = {
  text: async () => (await import('./matrix/text.ts')).matrixText,
  json: async () => (matrix) => `${JSON.stringify(matrix)}\n`,
  csv: async () => (await import('./matrix/csv.ts')).matrixCsv,
  html: async () => (await import('./matrix/html.ts')).matrixHtml,
  svg: async () => (await import('./matrix/svg.ts')).matrixSvg,
} satisfies { readonly [format: string]: () => Promise<Writer> };
const names = Object.keys(formats) as (keyof typeof formats)[];
const ending: { readonly [ending: string]: string } = { '.txt': 'text', '.htm': 'html' };

export default command({
  arguments: [{ name: 'ENTITY', says: 'a kind of entity (default: the one with the most commands)', optional: true }],
  options: {
    system: system(),
    format: { value: 'FORMAT', says: `${names.join(', ')} (default: by the ending of FILE, else text)` },
    output,
    'no-color': noColor,
  },
  notes: [
    'A cell is the answer in the plainest situation with that status, the one nearest to the usual opening. ' +
      'With a star, the answer is different in some other situation with that status. The conditions are below the ' +
      'table, in html at each cell; json and csv have all answers.',
  ],
  examples: [
    { run: 'lifecycle gate matrix project', says: 'one kind of entity, on the terminal' },
    { run: 'lifecycle gate matrix job -o job.html', says: 'a page to print, with the reasons on hover' },
    { run: 'lifecycle gate matrix account --system dovecot --format csv', says: 'for a spreadsheet' },
  ],
  async run({ options, args: [given] }, terminal) {
    const { output: file } = options;
    const format = oneOf('format', options.format ?? formatFor(file), names);
    const chosen = await systemNamed(options.system);
    const kind = await kindWithCommands(chosen, given ?? mostCommanded(chosen));
    const save = file === undefined ? undefined : (await import('../../io/save.ts')).saving(file);
    if (save) terminal.turnOffColor();
    const write: Writer = await formats[format]();
    const text = write(matrixOf(await sourceOf(chosen, terminal), kind), terminal);
    if (save) save(text);
    else terminal.out.write(text);
    return 0;
  },
});

function formatFor(file: string | undefined): string {
  const end = extname(file ?? '').toLowerCase();
  if (end === '') return 'text';
  return ending[end] ?? end.slice(1);
}

const mostCommanded = ({ entities }: System): string =>
  Object.values(entities).reduce((most, each) =>
    Object.keys(each.commands).length > Object.keys(most.commands).length ? each : most,
  ).kind;
