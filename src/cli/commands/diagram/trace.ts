import type { TraceStep } from '../../../diagram/trace.ts';
import { Simulator } from '../../../engine/simulate.ts';
import { type Step, type StepResult, type System, stateOf } from '../../../model/index.ts';
import { ScenarioReader, writeStep } from '../../../scenario/index.ts';
import { batchesOf } from '../../io/batches.ts';
import { chunksOf, inputOf } from '../../io/input.ts';

/** Runs a scenario, and gives what each step did to the entity of that kind that it speaks of first. */
export async function traceOf(system: System, kind: string, file: string): Promise<TraceStep[]> {
  const simulator = new Simulator(system);
  const input = await inputOf(file);
  const chunks = 'flow' in input ? input.flow : chunksOf(input);
  const way = new Way(system, kind);
  for await (const batch of batchesOf(new ScenarioReader(system, input.name), chunks, input.name)) {
    for (let steps = batch.next(); steps; steps = batch.next()) {
      for (const step of steps) way.add(step, simulator.run(step));
    }
  }
  return way.steps;
}

/** Where the entity stands, and how it got there. */
export class Way {
  readonly steps: TraceStep[] = [];
  private readonly kind: string;
  private readonly standing = new Map<string, string>();
  private entity: string | undefined;

  constructor(system: System, kind: string) {
    this.kind = kind;
    const regions = system.entities[kind]?.chart.states ?? {};
    for (const [region, { initial }] of Object.entries(regions)) this.standing.set(region, initial);
  }

  add(step: Step, { step: number, to, type, outcome, error, changes }: StepResult): void {
    const spoken = [to, ...changes.map(({ entity }) => entity)].find((entity) => entity?.split(':')[0] === this.kind);
    this.entity ??= spoken;
    const moves = changes
      .filter(({ entity }) => entity === this.entity)
      .map(({ phase, status }) => {
        const move = { region: phase, from: this.standing.get(phase) ?? '', to: stateOf(status) };
        this.standing.set(phase, move.to);
        return move;
      });
    const refused = outcome === 'rejected' && to === this.entity && error ? { refused: error } : {};
    this.steps.push({ step: number, text: writeStep(step), event: type, ...refused, changes: moves });
  }
}
