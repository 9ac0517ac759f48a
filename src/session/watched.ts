import type { Timeline } from '../diagram/timeline.ts';
import type { TracedWay, TraceStep } from '../diagram/trace.ts';
import { Simulator } from '../engine/simulate.ts';
import type { Step, StepResult, System } from '../model/index.ts';
import { Complaint } from '../scenario/complaint.ts';
import { writeStep } from '../scenario/index.ts';
import { MoveLog, type TakenMove } from './move-log.ts';
import { timelineOf } from './timeline.ts';

/** A run of a scenario, with every transition that was taken. */
export class Watched {
  private readonly system: System;
  private readonly file: string;
  private readonly simulator: Simulator;
  private readonly log = new MoveLog();
  private readonly steps: { readonly step: Step; readonly result: StepResult }[] = [];
  readonly moves: TakenMove[] = [];

  constructor(system: System, file: string) {
    this.system = system;
    this.file = file;
    this.simulator = new Simulator(system);
    this.log.watch(this.simulator);
  }

  take(step: Step): void {
    this.steps.push({ step, result: this.simulator.run(step) });
    this.moves.push(...this.log.moves());
  }

  /** The path of one entity: the one that is named, or the first of its kind that the scenario mentions. */
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

  /** Everything that happened, over the virtual clock. */
  timeline(): Timeline {
    return timelineOf(this.system, { steps: this.steps, moves: this.moves, now: this.simulator.world.now });
  }
}
