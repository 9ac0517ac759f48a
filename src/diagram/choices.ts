import type { Sketch, SketchRegion } from './sketch.ts';

/** What a picture shows, and how it looks. */
export interface Choices {
  readonly hide?: readonly Hidden[];
  /** Show only this phase, or only the transitions and refusals of this command. */
  readonly only?: string;
  /** The direction in which states follow each other; default: down. */
  readonly direction?: 'down' | 'right';
  /** In pixels. Parts are placed below each other to stay within it; a picture that is still wider is scaled down. */
  readonly maxWidth?: number;
  /** The colours; `auto` (the default) follows the preference of the page's reader. */
  readonly theme?: Theme;
  /** Put before every id, so that one page can hold several pictures. */
  readonly idPrefix?: string;
  /** In SVG: a template for the link of each state, such as `jobs.html#{phase}-{status}`. */
  readonly href?: string;
}

export const hidden = ['refusals', 'signals', 'guards'] as const;
type Hidden = (typeof hidden)[number];
export const themes = ['light', 'dark', 'auto'] as const;
type Theme = (typeof themes)[number];
export const directions = ['down', 'right'] as const;

/** Applies the choices to a sketch. Throws a RangeError if `only` is neither a phase nor a command in it. */
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
    transitions: hide.includes('guards') ? transitions.map((each) => ({ ...each, guard: undefined })) : transitions,
  };
}
