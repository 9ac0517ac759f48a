import type { Bar, Lane, Timeline, TimelineStep } from '../diagram/timeline.ts';
import { isPhase, type Step, type StepResult, type System, stateTitle, statusOf } from '../model/index.ts';
import { writeStep } from '../scenario/index.ts';
import type { TakenMove } from './move-log.ts';

/** The steps of a run and the transitions that it took. */
export interface Run {
  readonly steps: readonly { readonly step: Step; readonly result: StepResult }[];
  readonly moves: readonly TakenMove[];
  /** Seconds on the clock at its end. */
  readonly now: number;
}

/** A run over the virtual clock: its steps, and a lane for each phase that changed. */
export function timelineOf(system: System, run: Run): Timeline {
  const steps = run.steps.map(({ step, result }): TimelineStep => {
    const { step: number, at, to, type, outcome, error } = result;
    const refused = outcome === 'rejected' && error ? { refused: error } : {};
    const { commands = {} } = system.entities[to?.split(':')[0] ?? ''] ?? {};
    const command = Object.hasOwn(commands, type);
    return { step: number, at, text: writeStep(step), entity: to, command, ...refused };
  });
  const moved = run.moves.filter(({ region }) => isPhase(region));
  const keys = new Map(moved.map(({ entity, region }) => [`${entity} ${region}`, { entity, region }]));
  const lanes = [...keys.values()].map(({ entity, region }): Lane => {
    const lifecycle = system.entities[entity.split(':')[0] as string];
    const bar = (state: string, step: number, at: number): Bar => {
      const code = lifecycle?.phases[region]?.[state] ?? null;
      return { title: stateTitle(state), status: statusOf(state), code, step, at };
    };
    const own = moved.filter((move) => move.entity === entity && move.region === region);
    const first = bar(lifecycle?.chart.states[region]?.initial ?? 'null', 0, 0);
    return { entity, phase: region, bars: [first, ...own.map(({ to, step, at }) => bar(to, step, at))] };
  });
  const order = Object.fromEntries(
    Object.values(system.entities).map(({ kind, chart }) => [kind, Object.keys(chart.states)]),
  );
  const rank = ({ entity, phase }: Lane): number => order[entity.split(':')[0] as string]?.indexOf(phase) ?? 0;
  return { steps, lanes: lanes.sort((a, b) => rank(a) - rank(b)), end: run.now };
}
