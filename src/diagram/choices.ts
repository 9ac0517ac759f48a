import type { Sketch, SketchRegion } from './sketch.ts';

/** What of a picture is wanted, and how it is to look. */
export interface Choices {
  readonly hide?: readonly Hidden[];
  /** Of an entity only this phase, or only what this command does. */
  readonly only?: string;
  /** Which way the states follow one another; default: down. */
  readonly direction?: 'down' | 'right';
  /** Pixels: parts of a picture stand below one another where they would be wider, and what is still wider is shrunk. */
  readonly maxWidth?: number;
  /** The colours; `auto` (the default) has those that the page prefers. */
  readonly theme?: Theme;
  /** Before every id, so that several pictures can stand in one page. */
  readonly idPrefix?: string;
  /** In SVG: where each state leads to, as `jobs.html#{phase}-{status}`. */
  readonly href?: string;
}

export const hidden = ['refusals', 'signals', 'guards'] as const;
export type Hidden = (typeof hidden)[number];
export const themes = ['light', 'dark', 'auto'] as const;
export type Theme = (typeof themes)[number];
export const directions = ['down', 'right'] as const;

/** Of a sketch what is wanted. Throws a RangeError where `only` is neither a phase nor a command in it. */
export function chosen(sketch: Sketch, { hide = [], only }: Choices): Sketch {
  const phases = sketch.regions.filter(({ id }) => id === only);
  const regions = only === undefined || phases.length === 0 ? sketch.regions : phases;
  const command = only !== undefined && phases.length === 0 ? only : undefined;
  const left = regions.map((region) => without(region, hide, command));
  if (command === undefined) return { ...sketch, regions: left };
  const concerned = left.filter(
    ({ transitions, states }) => transitions.length > 0 || states.some(({ refusals }) => refusals.length > 0),
  );
  if (concerned.length === 0)
    throw new RangeError(
      `nothing in ${sketch.id} is called ${only}: it has ${sketch.regions.map(({ id }) => id).join(', ')}`,
    );
  return { ...sketch, regions: concerned };
}

function without(region: SketchRegion, hide: readonly Hidden[], command: string | undefined): SketchRegion {
  const transitions = region.transitions.filter(
    ({ kind, event }) =>
      !(hide.includes('signals') && kind === 'signal') && (command === undefined || event === command),
  );
  return {
    ...region,
    states: region.states.map(({ refusals, ...state }) => ({
      ...state,
      refusals: hide.includes('refusals')
        ? []
        : refusals.filter((each) => command === undefined || each.command === command),
    })),
    transitions: hide.includes('guards') ? transitions.map(({ guard: _, ...rest }) => rest) : transitions,
  };
}
