import type { ExploredWay, ExplorerData } from '../../diagram/explorer/model.ts';

/** The state of a scenario after some of its steps. */
interface Moment {
  /** The last step; undefined before the first. */
  readonly step: ExploredWay['steps'][number] | undefined;
  /** The current states of the regions, by their ids in the picture. */
  readonly here: ReadonlySet<string>;
  /** The one that caused the last step to be refused. */
  readonly refusing: string | undefined;
  /** What the last step did, in words. */
  readonly said: string;
}

/** The state of the scenario after this many steps. */
export function momentOf({ states, gates }: ExplorerData, way: ExploredWay, count: number): Moment {
  const standing = new Map(Object.entries(way.start));
  for (const { moves } of way.steps.slice(0, count)) for (const { region, to } of moves) standing.set(region, to);
  const here = [...standing].map(([region, state]) => `${region}.${state}`).filter((id) => Object.hasOwn(states, id));
  const step = way.steps[count - 1];
  const refuses = (id: string): boolean =>
    states[id]?.refusals.some(
      ([at, always, sometimes]) =>
        gates[at]?.code === step?.refused?.code && [...always, ...sometimes].includes(step?.event ?? ''),
    ) === true;
  // A region that the scenario moves, before one that it never does: the trace in SVG has the same.
  const moved = new Set(way.steps.flatMap(({ moves }) => moves.map(({ region }) => region)));
  const isMoved = (id: string): boolean => moved.has(id.slice(0, id.indexOf('.')));
  const asked = step?.refused ? [...here.filter(isMoved), ...here.filter((id) => !isMoved(id))] : [];
  const refusing = asked.find(refuses);
  return { step, here: new Set(here), refusing, said: saidOf(way, step, refusing !== undefined) };
}

function saidOf({ steps }: ExploredWay, step: Moment['step'], isCausedHere: boolean): string {
  if (!step) return `Before the first of ${steps.length} steps.`;
  const { refused, moves } = step;
  const begin = `${step.step} ${step.text}:`;
  if (!refused)
    return `${begin} ${moves.map(({ region, to }) => `${region} ${to}`).join(', ') || 'nothing changes here'}`;
  const where = isCausedHere ? '' : ', for what no status here decides';
  return `${begin} refused with ${refused.code}${where}${refused.reason ? `; ${refused.reason}` : ''}`;
}
