import { type Code, NOT_RUN } from '../model/index.ts';
import { textStyles } from './looks.ts';
import type { Box, BoxLook, Line, Point, TextLook } from './scene.ts';
import type { SketchRegion, SketchState } from './sketch.ts';
import { fitted, widthOf, wrapped } from './text.ts';

/** A box that knows how large it is, and draws itself wherever it is put. */
export interface Stamp {
  readonly width: number;
  readonly height: number;
  readonly draw: (id: string, parent: string | null, at: Point) => Box[];
}

const NAME_WIDTH = 220;
const BADGE_WIDTH = 180;

export const stateId = (region: SketchRegion | string, state: string): string =>
  `${typeof region === 'string' ? region : region.id}.${state}`;

/** A state: its name, the vendor's code beside it, and what it has refused below. */
export function stateStamp(
  state: SketchState,
  { badge = refusalsBadge(state), visited = false }: StateExtras = {},
): Stamp {
  const { title, code, status, end } = state;
  const unrun = status === null && state.id === NOT_RUN;
  const font = textStyles[unrun ? 'small' : 'name'];
  const name = fitted(title, font, NAME_WIDTH);
  const number = code === null ? '' : fitted(String(code), textStyles.code, NAME_WIDTH);
  const nameWidth = widthOf(name, font);
  const rowWidth = nameWidth + (number === '' ? 0 : 8 + widthOf(number, textStyles.code));
  const badgeWidth = badge === null ? 0 : widthOf(badge.text, textStyles.badge) + 14;
  const width = Math.max(rowWidth, badgeWidth, 60) + 24;
  const height = badge === null ? 34 : 54;
  const look: BoxLook = visited ? 'visited' : end ? 'end' : unrun ? 'unrun' : 'state';
  const draw = (id: string, parent: string | null, { x, y }: Point): Box[] => {
    const left = x + (width - rowWidth) / 2;
    const lines: Line[] = [{ x: left, y: y + 22, text: name, look: unrun ? 'small' : 'name' }];
    if (number !== '') lines.push({ x: left + nameWidth + 8, y: y + 22, text: number, look: 'code' });
    const box: Box = { id, look, parent, x, y, width, height, lines, ...(name === title ? {} : { tip: title }) };
    if (badge === null) return [box];
    const at = { x: x + (width - badgeWidth) / 2, y: y + 31 };
    const text: Line = { x: at.x + badgeWidth / 2, y: at.y + 11.5, text: badge.text, look: 'badge', middle: true };
    const { tip } = badge;
    return [
      box,
      { id: `${id}.refusals`, look: 'badge', parent: id, ...at, width: badgeWidth, height: 16, lines: [text], tip },
    ];
  };
  return { width, height, draw };
}

/** What is said of a state besides its name. */
export interface StateExtras {
  /** Null: nothing. Default: what the state has refused. */
  readonly badge?: { readonly text: string; readonly tip: string } | null;
  readonly visited?: boolean;
}

function refusalsBadge(state: SketchState): (StateExtras['badge'] & object) | null {
  const text = badgeOf(state.refusals.flatMap(({ codes }) => codes));
  return text === undefined ? null : { text, tip: tipOf(state) };
}

/** As many codes as there is room for, and how many more there are. */
function badgeOf(given: readonly Code[]): string | undefined {
  const codes = [...new Set(given)].map(String);
  for (let shown = codes.length; shown > 1; shown -= 1) {
    const text = badgeText(codes, shown);
    if (widthOf(text, textStyles.badge) <= BADGE_WIDTH) return text;
  }
  return codes.length === 0 ? undefined : fitted(badgeText(codes, 1), textStyles.badge, BADGE_WIDTH + 60);
}

const badgeText = (codes: readonly string[], shown: number): string =>
  `refuses ${codes.slice(0, shown).join(' ')}${shown < codes.length ? ` +${codes.length - shown}` : ''}`;

function tipOf({ title, refusals }: SketchState): string {
  const told = new Map<string, string[]>();
  for (const { command, codes, always } of refusals) {
    const what = `${codes.join(', ')}${always ? '' : ' (only under a further condition)'}`;
    told.set(what, [...(told.get(what) ?? []), command]);
  }
  return `${title} refuses\n${[...told].map(([what, commands]) => `${commands.join(', ')}: ${what}`).join('\n')}`;
}

/** A rounded note with a text in it, as `any state`. */
export function noteStamp(text: string, look: BoxLook, of: TextLook, most = 170): Stamp {
  const all = wrapped(text, textStyles[of], most);
  const width = Math.max(...all.map((line) => widthOf(line, textStyles[of])), 20) + 20;
  const height = all.length * 15 + 9;
  const draw = (id: string, parent: string | null, { x, y }: Point): Box[] => [
    {
      id,
      look,
      parent,
      x,
      y,
      width,
      height,
      lines: all.map((line, index) => ({
        x: x + width / 2,
        y: y + 16 + 15 * index,
        text: line,
        look: of,
        middle: true,
      })),
    },
  ];
  return { width, height, draw };
}

export const initialStamp: Stamp = {
  width: 12,
  height: 12,
  draw: (id, parent, at) => [{ id, look: 'initial', parent, ...at, width: 12, height: 12, lines: [] }],
};
