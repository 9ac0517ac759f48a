import type { ExploredWay, ExplorerData } from '../../diagram/explorer/model.ts';

/** Where a scenario is after some of its steps. */
export interface Moment {
  /** The last step; undefined before the first. */
  readonly step: ExploredWay['steps'][number] | undefined;
  /** The states in which the regions stand, by their ids in the picture. */
  readonly here: ReadonlySet<string>;
  /** Those of them because of which the last step was refused. */
  readonly refusing: ReadonlySet<string>;
  /** What the last step did, in words. */
  readonly said: string;
}

/** Where the scenario is after so many steps. */
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
  const refusing = new Set(step?.refused ? here.filter(refuses) : []);
  return { step, here: new Set(here), refusing, said: saidOf(way, step, refusing.size > 0) };
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
