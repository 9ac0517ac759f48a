import type { Bar, Lane, Timeline, TimelineStep } from '../diagram/timeline.ts';
import type { TracedWay, TraceMove, TraceStep } from '../diagram/trace.ts';
import type { CompiledLifecycle } from '../engine/compile.ts';
import type { CompiledTransition } from '../engine/compiled-transition.ts';
import type { Entity } from '../engine/entity.ts';
import { Simulator } from '../engine/simulate.ts';
import { namesOfTransitions, type TransitionName } from '../engine/transition-names.ts';
import { isPhase, type Step, type StepResult, type System, statusOf } from '../model/index.ts';
import { Complaint } from '../scenario/complaint.ts';
import { writeStep } from '../scenario/index.ts';

/** A move of a region of some entity. */
interface Move extends TraceMove {
  readonly entity: string;
  /** The number of the step, and the seconds on the clock. */
  readonly step: number;
  readonly at: number;
}

/** A run of a scenario with every transition that was taken. */
export class Watched {
  private readonly system: System;
  private readonly simulator: Simulator;
  private readonly steps: { readonly step: Step; readonly result: StepResult }[] = [];
  readonly moves: Move[] = [];
  private readonly names = new Map<CompiledLifecycle, Map<CompiledTransition, TransitionName>>();
  private readonly file: string;

  constructor(system: System, file: string) {
    this.system = system;
    this.file = file;
    this.simulator = new Simulator(system);
    this.simulator.world.watcher = (entity) => {
      entity.recorder ??= {
        read: () => {},
        wrote: () => {},
        took: (of, region, take) => this.note(of, region, take),
      };
    };
  }

  take(step: Step): void {
    this.steps.push({ step, result: this.simulator.run(step) });
  }

  private note(entity: Entity, index: number, take: CompiledTransition): void {
    const { name, states } = entity.lifecycle.regions[index] as CompiledLifecycle['regions'][number];
    const from = entity.at[index] as number;
    if (take.target < 0 || (!take.anew && from === take.target)) return;
    const known = this.names.get(entity.lifecycle) ?? namesOfTransitions(entity.lifecycle);
    this.names.set(entity.lifecycle, known);
    this.moves.push({
      entity: entity.key,
      step: this.simulator.steps,
      at: this.simulator.world.now,
      region: name,
      from: states[from] as string,
      to: states[take.target] as string,
      event: known.get(take)?.event ?? '',
    });
  }

  /** The way of one entity: the one that is named, or the first of its kind that is spoken of. */
  wayOf(kind: string, named: string | undefined): TracedWay {
    const spoken = [
      ...new Set([...this.steps.flatMap(({ result: { to } }) => to ?? []), ...this.moves.map(({ entity }) => entity)]),
    ];
    const alike = spoken.filter((key) => key.split(':')[0] === kind);
    if (named !== undefined && !alike.includes(named)) {
      const which = alike.length === 0 ? `it speaks of no ${kind}` : `it speaks of ${alike.join(', ')}`;
      throw new Complaint(`no step of ${this.file} speaks of ${named}`, which);
    }
    const entity = named ?? alike[0] ?? `${kind}:1`;
    const steps = this.steps.map(({ step, result: { step: number, to, type, outcome, error, reason } }): TraceStep => {
      const why = reason === undefined ? {} : { reason };
      const refused = outcome === 'rejected' && to === entity && error ? { refused: { ...error, ...why } } : {};
      const moves = this.moves.filter((move) => move.step === number && move.entity === entity);
      return { step: number, text: writeStep(step), event: type, ...refused, moves };
    });
    const { world } = this.simulator;
    const [, id = '1'] = entity.split(':');
    const standing = world.peek(kind, id);
    const regions = Object.keys(this.system.entities[kind]?.chart.states ?? {});
    return { entity, steps, end: Object.fromEntries(regions.map((region) => [region, standing.state(region)])) };
  }

  /** All that happened to whom, over the clock. */
  timeline(): Timeline {
    const steps = this.steps.map(({ step, result }): TimelineStep => {
      const { step: number, at, to, type, outcome, error } = result;
      const refused = outcome === 'rejected' && error ? { refused: error } : {};
      const { commands = {} } = this.system.entities[to?.split(':')[0] ?? ''] ?? {};
      return {
        step: number,
        at,
        text: writeStep(step),
        entity: to,
        command: Object.hasOwn(commands, type),
        ...refused,
      };
    });
    const moved = this.moves.filter(({ region }) => isPhase(region));
    const keys = new Map(moved.map(({ entity, region }) => [`${entity} ${region}`, { entity, region }]));
    const lanes = [...keys.values()].map(({ entity, region }): Lane => {
      const lifecycle = this.system.entities[entity.split(':')[0] as string];
      const bar = (state: string, step: number, at: number): Bar => {
        const status = statusOf(state);
        return { title: status ?? 'not run', status, code: lifecycle?.phases[region]?.[state] ?? null, step, at };
      };
      const own = moved.filter((move) => move.entity === entity && move.region === region);
      const first = bar(lifecycle?.chart.states[region]?.initial ?? 'null', 0, 0);
      return { entity, phase: region, bars: [first, ...own.map(({ to, step, at }) => bar(to, step, at))] };
    });
    const order = Object.fromEntries(
      Object.values(this.system.entities).map(({ kind, chart }) => [kind, Object.keys(chart.states)]),
    );
    const rank = ({ entity, phase }: Lane): number => order[entity.split(':')[0] as string]?.indexOf(phase) ?? 0;
    return { steps, lanes: lanes.sort((a, b) => rank(a) - rank(b)), end: this.simulator.world.now };
  }
}
