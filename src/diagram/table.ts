import type { Part } from './graph.ts';
import { textStyles } from './looks.ts';
import { packed } from './packing.ts';
import { page } from './page.ts';
import type { Box, Label, Line, Scene } from './scene.ts';
import { paint } from './svg.ts';
import { fitted, widthOf } from './text.ts';

/** A table to draw, with its columns in groups. */
export interface Table {
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  readonly description: string;
  /** From left to right, each with the rows' titles beside it. */
  readonly groups: readonly TableGroup[];
  readonly rows: readonly { readonly id: string; readonly title: string; readonly tip?: string }[];
  /** The conditions of cells, below the table. */
  readonly conditions?: readonly string[];
  /** The meaning of the signs. */
  readonly notes?: readonly string[];
}

export interface TableGroup {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly { readonly id: string; readonly title: string }[];
  /** The cells of each row, in the order of the columns. */
  readonly cells: readonly (readonly TableCell[])[];
}

export interface TableCell {
  readonly text: string;
  readonly look: 'yes' | 'no';
  /** Drawn lighter: not the whole answer. */
  readonly soft?: boolean;
  readonly tip?: string;
}

/** A table as SVG. */
export const paintTable = (table: Table): string => paint(tableScene(table));

export function tableScene({ groups, rows, conditions = [], ...frame }: Table): Scene {
  const parts = groups.map((group) => groupPart(group, rows));
  const legend = conditions.map((text) => ({ text, look: 'plain' as const }));
  return page({ ...frame, legend }, packed(parts));
}

const ROW = 22;
const PAD = 12;
const TITLE = 32;
const TITLE_WIDTH = 190;
const CELL_WIDTH = 130;

export function groupPart({ id, title, columns, cells }: TableGroup, rows: Table['rows']): Part {
  const names = rows.map((row) => fitted(row.title, textStyles.small, TITLE_WIDTH));
  const left = PAD + Math.max(0, ...names.map((name) => widthOf(name, textStyles.small))) + 10;
  const heads = columns.map((column) => fitted(column.title, textStyles.faint, 150));
  const head = Math.max(0, ...heads.map((text) => widthOf(text, textStyles.faint))) + 6;
  const texts = cells.map((row) => row.map((cell) => fitted(cell.text, textStyles.badge, CELL_WIDTH)));
  const widths = columns.map((_, at) =>
    Math.max(26, ...texts.map((row) => widthOf(row[at] ?? '', textStyles.badge) + 10)),
  );
  const starts = widths.map((_, at) => left + widths.slice(0, at).reduce((sum, each) => sum + each + 3, 0));
  const inner = (starts.at(-1) ?? left) + (widths.at(-1) ?? 0) + PAD;
  const width = Math.max(inner, widthOf(title, textStyles.name) + 2 * PAD);
  const top = TITLE + head + 4;
  const height = top + rows.length * ROW + PAD - 2;
  const frame: Box = {
    id,
    look: 'region',
    parent: null,
    ...{ x: 0, y: 0, width, height },
    lines: [{ x: PAD, y: 21, text: title, look: 'name' }],
  };
  const boxes = cells.flatMap((row, down) =>
    row.map(({ look, soft, tip }, across): Box => {
      const at = { x: starts[across] ?? 0, y: top + down * ROW };
      const wide = widths[across] ?? 0;
      const text: Line = {
        x: at.x + wide / 2,
        y: at.y + 14,
        text: texts[down]?.[across] ?? '',
        look: look === 'yes' ? 'accepted' : 'badge',
        middle: true,
      };
      return {
        id: `${id}.${columns[across]?.id}.${rows[down]?.id}`,
        look: soft ? 'cell' : look === 'yes' ? 'accepts' : 'badge',
        parent: id,
        ...at,
        width: wide,
        height: ROW - 3,
        lines: [text],
        cell: true,
        tip,
      };
    }),
  );
  const across = heads.map((text, at): Label => {
    const x = (starts[at] ?? 0) + (widths[at] ?? 0) / 2;
    return {
      ...{ x: x - 8, y: TITLE, width: 16, height: head },
      lines: [{ x: x + 4, y: TITLE + head - 2, text, look: 'faint', turned: true }],
      tip: text === columns[at]?.title ? undefined : columns[at]?.title,
    };
  });
  const down = names.map((text, at): Label => {
    const row = rows[at];
    return {
      ...{ x: PAD, y: top + at * ROW, width: left - PAD - 6, height: ROW - 3 },
      lines: [{ x: PAD, y: top + at * ROW + 14, text, look: 'small' }],
      tip: row?.tip ?? (text === row?.title ? undefined : row?.title),
    };
  });
  return { boxes: [frame, ...boxes], edges: [], labels: [...across, ...down], width, height };
}
