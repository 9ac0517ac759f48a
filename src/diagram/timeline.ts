import { type Code, timeText } from '../model/index.ts';
import type { Part } from './graph.ts';
import { textStyles } from './looks.ts';
import { page } from './page.ts';
import type { Box, Label, Line, Scene } from './scene.ts';
import { refusalSentence, stepLegend, type ToldStep } from './step-words.ts';
import { fitted, widthOf } from './text.ts';

/** The run of a scenario over the virtual clock. */
export interface Timeline {
  readonly steps: readonly TimelineStep[];
  /** A lane for each phase of each entity in the scenario. */
  readonly lanes: readonly Lane[];
  /** The virtual time at the end, in seconds. */
  readonly end: number;
}

export interface TimelineStep extends ToldStep {
  /** The virtual time at which it began, in seconds. */
  readonly at: number;
  /** `job:1`; undefined for a wait. */
  readonly entity: string | undefined;
  /** A command, rather than a report. */
  readonly command: boolean;
}

export interface Lane {
  readonly entity: string;
  readonly phase: string;
  /** In order; each lasts until the next. */
  readonly bars: readonly Bar[];
}

export interface Bar {
  readonly title: string;
  readonly status: string | null;
  readonly code: Code | null;
  /** The step in which it began; 0 for the initial status. */
  readonly step: number;
  /** The virtual time at which it began, in seconds. */
  readonly at: number;
}

const ROW = 26;
const COLUMN = 60;
const PAUSE = 90;
const BAR_PAD = 8;
const PAD = 10;
const MOST = 200;

/** A lane for each phase, with statuses as bars, and above the lanes of an entity its commands and reports. */
export function timelineScene({ steps, lanes, end }: Timeline, caption: string): Scene {
  const shown = steps.slice(0, MOST);
  const kept = lanes.filter(({ bars }) => bars.some(({ step }) => step <= MOST));
  const axis = axisOf(shown, end, kept);
  const entities = [...new Set([...shown.flatMap(({ entity }) => entity ?? []), ...kept.map(({ entity }) => entity)])];
  const names = [...entities, ...kept.map(({ phase }) => `  ${phase}`)];
  const left = PAD + Math.max(0, ...names.map((name) => widthOf(name, textStyles.name))) + 12;
  const boxes: Box[] = [];
  const labels: Label[] = [];
  let y = 0;
  for (const entity of entities) {
    labels.push(nameLabel(entity, y, left, 'name'), ...marks(shown, entity, y, left, axis));
    y += ROW;
    for (const lane of kept.filter((each) => each.entity === entity)) {
      labels.push(nameLabel(lane.phase, y, left, 'small'));
      boxes.push(...barsOf(lane, y, left, axis));
      y += ROW;
    }
    y += 6;
  }
  labels.push(...axis.ticks.map(({ x, text }) => tick(text, left + x, y)));
  const part: Part = { boxes, edges: [], labels, width: left + axis.width + 40, height: y + 18 };
  const told = kept.map(
    ({ entity, phase, bars }) => `${entity} ${phase}: ${bars.map(({ title }) => title).join(', ')}`,
  );
  return page(
    {
      id: 'timeline',
      title: entities.length === 1 ? `${entities[0]} over time` : 'over time',
      caption,
      description: `${steps.length} steps of a scenario. ${told.join('. ')}.`,
      legend: stepLegend(shown),
      notes: [
        '▸ a command, ✗ one that was refused, the others reports. What took longer is wider, though not in proportion.',
        ...(steps.length > MOST ? [`and ${steps.length - MOST} more steps.`] : []),
      ],
    },
    part,
  );
}

/** The horizontal axis. */
interface Axis {
  readonly width: number;
  /** The x coordinate of a moment in a step. */
  readonly place: (step: number, at: number) => number;
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
}

/**
 * Each step has a column, wide enough for the names of statuses that last only that long. A step that takes time is wider,
 * by the logarithm of its length.
 */
function axisOf(steps: readonly TimelineStep[], end: number, lanes: readonly Lane[]): Axis {
  const needed = new Map<number, number>();
  for (const { bars } of lanes)
    for (const [index, { step, title }] of bars.entries())
      if (bars[index + 1]?.step === step + 1)
        needed.set(step, Math.max(needed.get(step) ?? 0, widthOf(title, textStyles.small) + BAR_PAD));
  const columns = new Map<number, { x: number; width: number; at: number; length: number }>();
  const ticks: { x: number; text: string }[] = [];
  let x = COLUMN;
  steps.forEach(({ step, at }, index) => {
    const length = (steps[index + 1]?.at ?? end) - at;
    const least = Math.max(COLUMN, needed.get(step) ?? 0);
    const width = least + (length > 0 ? Math.min(PAUSE, 14 * Math.log10(1 + length)) : 0);
    columns.set(step, { x, width, at, length });
    if (index === 0 || steps[index - 1]?.at !== at) ticks.push({ x, text: timeText(at, 2) });
    x += width;
  });
  if (ticks.at(-1)?.text !== timeText(end, 2)) ticks.push({ x, text: timeText(end, 2) });
  const place = (step: number, at: number): number => {
    const column = columns.get(step);
    if (!column) return 0;
    return column.length > 0 ? column.x + ((at - column.at) / column.length) * column.width : column.x;
  };
  return { width: x + COLUMN, place, ticks };
}

function marks(steps: readonly TimelineStep[], entity: string, y: number, left: number, { place }: Axis): Label[] {
  return steps
    .filter((each) => each.entity === entity)
    .map((each): Label => {
      const { step, at, refused, command } = each;
      const mark = refused ? `${step}✗` : command ? `${step}▸` : `${step}`;
      const x = left + place(step, at);
      const line: Line = { x, y: y + 17, text: mark, look: refused ? 'error' : command ? 'number' : 'report' };
      const width = widthOf(mark, textStyles.number);
      return { x, y: y + 5, width, height: 15, lines: [line], tip: refusalSentence(each) };
    });
}

function barsOf({ entity, phase, bars }: Lane, y: number, left: number, { place, width }: Axis): Box[] {
  const starts = bars.map(({ step, at }) => (step === 0 ? 0 : place(step, at)));
  return bars.flatMap(({ title, status, code, step }, index): Box[] => {
    const x = starts[index] as number;
    const wide = (starts[index + 1] ?? width) - x;
    if (wide <= 0) return [];
    const look = status === null ? 'faint' : 'small';
    const text = fitted(title, textStyles[look], wide - BAR_PAD);
    return [
      {
        id: `${entity}.${phase}.${index + 1}`,
        look: status === null ? 'unreached' : 'state',
        parent: null,
        ...{ x: left + x, y: y + 1, width: wide, height: ROW - 6 },
        lines: wide < 18 ? [] : [{ x: left + x + 5, y: y + 15, text, look }],
        tip: `${entity} ${phase}: ${title}${step > 0 ? `, since step ${step}` : ''}`,
        data: {
          ...{ entity, phase, status: String(status) },
          ...(code === null ? {} : { code: String(code) }),
        },
      },
    ];
  });
}

function nameLabel(text: string, y: number, left: number, look: 'name' | 'small'): Label {
  const x = look === 'name' ? 0 : PAD;
  return { x, y: y + 3, width: left - x - 4, height: 17, lines: [{ x, y: y + 16, text, look }] };
}

const tick = (text: string, x: number, y: number): Label => ({
  ...{ x, y, width: widthOf(text, textStyles.faint), height: 14 },
  lines: [{ x, y: y + 11, text, look: 'faint' }],
});
