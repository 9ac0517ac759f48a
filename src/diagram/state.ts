import { groupedBy, NOT_RUN } from '../model/index.ts';
import { textStyles } from './looks.ts';
import { type Box, type BoxLook, type Line, type Point, type SceneData, SEPARATOR } from './scene.ts';
import type { SketchRegion, SketchState } from './sketch.ts';
import { fitted, widthOf, wrapped } from './text.ts';

/** A box of known size that can be drawn at any place. */
export interface Stamp {
  readonly width: number;
  readonly height: number;
  readonly draw: (id: string, parent: string | null, at: Point) => Box[];
}

const NAME_WIDTH = 220;
const BADGE_WIDTH = 180;
const NOTE_WIDTH = 170;

export const stateId = ({ id }: SketchRegion, state: string): string => `${id}.${state}`;

/** A state: its name, the vendor's code beside it, and the refusals below. */
export function stateStamp(
  state: SketchState,
  { badge = refusalsBadge(state), visited = false, of }: StateExtras,
): Stamp {
  const { title, code, status, end, reached } = state;
  const unrun = status === null && state.id === NOT_RUN;
  const font = textStyles[unrun ? 'small' : 'name'];
  const name = fitted(title, font, NAME_WIDTH);
  const number = code === null ? '' : fitted(String(code), textStyles.code, NAME_WIDTH);
  const nameWidth = widthOf(name, font);
  const rowWidth = nameWidth + (number === '' ? 0 : 8 + widthOf(number, textStyles.code));
  const badgeWidth = badge === null ? 0 : widthOf(badge.text, textStyles.badge) + 14;
  const width = Math.max(rowWidth, badgeWidth, 60) + 24;
  const height = badge === null ? 34 : 54;
  const look: BoxLook = visited ? 'visited' : !reached ? 'unreached' : end ? 'end' : unrun ? 'unrun' : 'state';
  const data = { ...of, status: state.id, ...(code === null ? {} : { code: String(code) }) };
  const draw = (id: string, parent: string | null, { x, y }: Point): Box[] => {
    const left = x + (width - rowWidth) / 2;
    const lines: Line[] = [{ x: left, y: y + 22, text: name, look: unrun ? 'small' : 'name' }];
    if (number !== '') lines.push({ x: left + nameWidth + 8, y: y + 22, text: number, look: 'code' });
    const tip = name === title ? undefined : title;
    const box: Box = { id, look, parent, x, y, width, height, lines, data, tip };
    if (badge === null) return [box];
    const at = { x: x + (width - badgeWidth) / 2, y: y + 31 };
    const { look: badgeLook = 'badge' } = badge;
    const words = badgeLook === 'badge' ? 'badge' : 'accepted';
    const text: Line = { x: at.x + badgeWidth / 2, y: at.y + 11.5, text: badge.text, look: words, middle: true };
    const below = { ...at, width: badgeWidth, height: 16, lines: [text], tip: badge.tip, data: badge.data };
    return [box, { id: `${id}.refusals`, look: badgeLook, parent: id, ...below }];
  };
  return { width, height, draw };
}

/** The badge below a state's name. */
interface Badge {
  readonly text: string;
  readonly tip: string;
  /** Default: red. */
  readonly look?: 'accepts';
  readonly data?: SceneData;
}

/** What a state shows besides its name. */
interface StateExtras {
  /** Whose state it is. */
  readonly of: { readonly entity: string; readonly phase: string };
  /** Default: its refusals. Null: no badge. */
  readonly badge?: Badge | null;
  readonly visited?: boolean;
}

function refusalsBadge(state: SketchState): Badge | null {
  if (!state.reached) return { text: 'never reached', tip: `${state.title}: no situation with it can be reached` };
  const codes = [...new Set(state.refusals.flatMap((refusal) => refusal.codes))].map(String);
  if (codes.length === 0) return null;
  return { text: badgeOf(codes), tip: tipOf(state), data: { refuses: codes.join(SEPARATOR) } };
}

/** As many codes as fit, and the number of the rest. */
function badgeOf(codes: readonly string[]): string {
  for (let shown = codes.length; shown > 1; shown -= 1) {
    const text = badgeText(codes, shown);
    if (widthOf(text, textStyles.badge) <= BADGE_WIDTH) return text;
  }
  return fitted(badgeText(codes, 1), textStyles.badge, BADGE_WIDTH + 60);
}

const badgeText = (codes: readonly string[], shown: number): string =>
  `refuses ${codes.slice(0, shown).join(' ')}${shown < codes.length ? ` +${codes.length - shown}` : ''}`;

function tipOf({ title, refusals }: SketchState): string {
  const alike = groupedBy(
    refusals,
    ({ codes, always }) => `${codes.join(', ')}${always ? '' : ' (in some situations)'}`,
  );
  const told = [...alike].map(([what, all]) => `${all.map(({ command }) => command).join(', ')}: ${what}`);
  return `${title} refuses\n${told.join('\n')}`;
}

/** A rounded note with a text, such as `any state`. */
export function noteStamp(text: string): Stamp {
  const rows = wrapped(text, textStyles.faint, NOTE_WIDTH);
  const width = Math.max(...rows.map((row) => widthOf(row, textStyles.faint)), 20) + 20;
  const height = rows.length * 15 + 9;
  const draw = (id: string, parent: string | null, { x, y }: Point): Box[] => {
    const lines = rows.map(
      (row, index): Line => ({ x: x + width / 2, y: y + 16 + 15 * index, text: row, look: 'faint', middle: true }),
    );
    return [{ id, look: 'any', parent, x, y, width, height, lines }];
  };
  return { width, height, draw };
}

export const initialStamp: Stamp = {
  width: 12,
  height: 12,
  draw: (id, parent, at) => [{ id, look: 'initial', parent, ...at, width: 12, height: 12, lines: [] }],
};
