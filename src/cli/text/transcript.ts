import type { Simulator } from '../../engine/simulate.ts';
import type { StepRecord } from '../../engine/step-record.ts';
import { type Outcome, type Step, statusOf } from '../../model/index.ts';
import { amount, shown } from '../../scenario/wording.ts';
import type { Output } from '../io/output.ts';
import { wrap } from './layout.ts';
import type { Expectations, Report, StepPlace } from './report.ts';
import { type StepStyle, type StepWriter, stepLines, worldOf } from './step-lines.ts';
import { amountOf, duration } from './wording.ts';

/** A simulation for a person: a line for each step, then the statuses of every entity, and a summary. */
export class Transcript implements Report {
  private readonly simulator: Simulator;
  private readonly writer: StepWriter;
  private readonly outcomes: Record<Outcome, number> = { accepted: 0, rejected: 0, applied: 0, ignored: 0 };

  constructor(simulator: Simulator, style: StepStyle) {
    this.simulator = simulator;
    this.writer = { ...style, ...worldOf(simulator) };
  }

  step(step: Step, taken: StepRecord, place: StepPlace, out: Output): void {
    const result = this.simulator.result(taken);
    this.outcomes[result.outcome] += 1;
    out.write(`${stepLines(step, result, place, this.writer).join('\n')}\n`);
  }

  *end(counts: Expectations): Generator<string> {
    const { paint, width, columns } = this.writer;
    const entities = this.simulator.world
      .entities()
      .filter(({ lifecycle }) => Object.keys(lifecycle.source.phases).length > 0);
    if (entities.length > 0) {
      yield `\n${paint('title', `Where everything stands at ${duration(this.simulator.world.now)}`)}\n`;
    }
    const room = entities.reduce((widest, { key }) => Math.max(widest, shown(key).length), columns.to);
    for (const entity of entities) {
      const phases = Object.keys(entity.lifecycle.source.phases).map((phase) => [phase, statusOf(entity.state(phase))]);
      const statuses = phases.filter(([, status]) => status !== null).map((words) => words.join(UNBROKEN));
      const start = `  ${shown(entity.key).padEnd(room)}  `;
      const [first = '', ...more] = wrap(statuses.join(', ') || 'nothing has run', width - start.length);
      for (const line of [start + first, ...more.map((each) => ' '.repeat(start.length) + each)]) {
        yield `${line.replaceAll(UNBROKEN, ' ')}\n`;
      }
    }
    yield `${entities.length > 0 ? '\n' : ''}${this.sum(counts)}\n`;
  }

  private sum({ expected, missed }: Expectations): string {
    const { paint } = this.writer;
    const outcomes = Object.entries(this.outcomes);
    const steps = outcomes.reduce((total, [, number]) => total + number, 0);
    const parts = outcomes.map(([outcome, number]) => `${amount(number)} ${outcome}`);
    const missing = `${amount(missed)} missed`;
    return [
      `${amountOf(steps, 'step')}: ${parts.join(', ')}`,
      `expectations: ${amount(expected - missed)} met, ${missed > 0 ? paint('loud', missing) : missing}`,
    ].join('; ');
  }
}

/** A space at which no line is broken. */
const UNBROKEN = '\u00a0';
