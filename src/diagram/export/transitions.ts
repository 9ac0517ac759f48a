import { stateTitle } from '../../model/index.ts';
import { mainRegions, type Sketch } from '../sketch.ts';
import { csvOf } from './csv.ts';

const COLUMNS = ['phase', 'from', 'event', 'condition', 'to', 'code'] as const;

/** A row for each transition and source state. The code is that of the target status. */
function rowsOf({ regions }: Sketch): string[][] {
  return mainRegions(regions).flatMap((region) =>
    region.states.flatMap(({ id, title: from }) =>
      region.transitions
        .filter(({ sources }) => sources.includes(id))
        .map(({ label, guard = '', to }) => {
          const code = region.states.find((state) => state.id === to)?.code;
          return [region.id, from, label, guard, stateTitle(to), String(code ?? '')];
        }),
    ),
  );
}

/** The transitions as a table in Markdown. */
export function transitionTable(sketch: Sketch): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(markdown).join(' | ')} |\n`;
  return [row(COLUMNS), `${'| --- '.repeat(COLUMNS.length)}|\n`, ...rowsOf(sketch).map(row)].join('');
}

/** Escapes Markdown. A cell is one line. */
const markdown = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/[\\|*`<>[\]]|(?<!\w)_|_(?!\w)/g, '\\$&');

/** The transitions as comma-separated values (RFC 4180). */
export const transitionCsv = (sketch: Sketch): string => csvOf([COLUMNS, ...rowsOf(sketch)]);
