import type { Simulator } from '../../engine/simulate.ts';
import type { StepRecord } from '../../engine/step-record.ts';
import { type Change, type Outcome, type Step, type StepResult, statusOf } from '../../model/index.ts';
import { amount } from '../../scenario/wording.ts';
import type { Output } from '../io/output.ts';
import { DEFAULT_COLUMNS, type Paint } from '../io/terminal.ts';
import { wrap } from './layout.ts';
import type { Report } from './report.ts';
import { codeName, duration, shown } from './wording.ts';

/** A simulation for a person: a line a step, then where every entity stands, and a line that sums it up. */
export class Transcript implements Report {
  private readonly simulator: Simulator;
  private readonly paint: Paint;
  private readonly width: number;
  private readonly toWidth: number;
  private readonly typeWidth: number;
  private readonly outcomes: Record<Outcome, number> = { accepted: 0, rejected: 0, applied: 0, ignored: 0 };
  private expected = 0;
  private missed = 0;

  constructor(simulator: Simulator, paint: Paint, width = DEFAULT_COLUMNS) {
    this.simulator = simulator;
    this.paint = paint;
    this.width = width;
    const kinds = Object.values(simulator.world.system.entities);
    const events = kinds.flatMap(({ commands, reports }) => [...Object.keys(commands), ...Object.keys(reports)]);
    this.toWidth = longest(kinds.map(({ kind }) => `${kind}:1`));
    this.typeWidth = longest(events.filter(({ length }) => length <= WIDEST_EVENT));
  }

  step(step: Step, taken: StepRecord, opening: boolean, out: Output): void {
    out.write(this.said(step, this.simulator.result(taken), opening));
  }

  private said(step: Step, result: StepResult, opening: boolean): string {
    this.outcomes[result.outcome] += 1;
    this.expected += step.expect?.length ?? 0;
    this.missed += result.missed?.length ?? 0;
    const head = this.head(step, result);
    const lines = this.lines(head, result, opening);
    const missed = result.missed?.map((text) =>
      this.paint('loud', `missed: expected ${this.expectation(text, step, result)}`),
    );
    return [...lines, ...(missed ?? []).map((line) => ' '.repeat(head.length) + line), ''].join('\n');
  }

  *end(): Generator<string> {
    const entities = this.simulator.world
      .entities()
      .filter(({ lifecycle }) => Object.keys(lifecycle.source.phases).length > 0);
    if (entities.length > 0) {
      yield `\n${this.paint('title', `Where everything stands at ${duration(this.simulator.world.now)}`)}\n`;
    }
    for (const entity of entities) {
      const phases = Object.keys(entity.lifecycle.source.phases).map((phase) => [phase, statusOf(entity.state(phase))]);
      const statuses = phases.filter(([, status]) => status !== null).map((words) => words.join(UNBROKEN));
      const start = `  ${shown(entity.key).padEnd(this.toWidth)}  `;
      const [first = '', ...more] = wrap(statuses.join(', ') || 'nothing has run', this.width - start.length);
      for (const line of [start + first, ...more.map((each) => ' '.repeat(start.length) + each)]) {
        yield `${line.replaceAll(UNBROKEN, ' ')}\n`;
      }
    }
    yield `${entities.length > 0 ? '\n' : ''}${this.sum()}\n`;
  }

  private head(step: Step, { step: number, at, to = '', type }: StepResult): string {
    const what = 'wait' in step ? `wait ${duration(step.wait)}` : shown(type);
    const columns = [duration(at).padEnd(TIME), shown(to).padEnd(this.toWidth), what.padEnd(this.typeWidth)];
    return `${String(number).padStart(NUMBER)}  ${columns.join('  ')}  `;
  }

  /** The changes stand behind the outcome where they find room, or below each other. */
  private lines(head: string, { outcome, error, changes, to }: StepResult, opening: boolean): string[] {
    const said = error ? `${outcome} ${codeName(error)}` : outcome.padEnd(changes.length > 0 ? OUTCOME : 0);
    const [first = '', ...more] = changes.map((change) => changeOf(change, to));
    const all = changes.length > 0 ? `  ${[first, ...more].join(', ')}` : '';
    const fits = head.length + said.length + all.length <= this.width;
    const rest = `${fits ? all : `  ${first}`}${opening ? '  (given)' : ''}`;
    const margin = ' '.repeat(head.length + said.length + 2);
    const below = fits ? [] : more.map((change) => margin + change);
    if (opening) return [head + said + rest, ...below].map((line) => this.paint('faint', line));
    const style = STYLE[outcome];
    return [head + (style ? this.paint(style, said) : said) + rest, ...below];
  }

  /** What was expected, and for a status what is so instead. */
  private expectation(text: string, { expect }: Step, { to }: StepResult): string {
    const missed = expect?.find((each) => each.text === text);
    if (!missed || !('phase' in missed)) return text;
    const [kind = '', id = ''] = (missed.entity ?? to ?? '').split(':');
    return `${text}, it is ${this.simulator.world.peek(kind, id).state(missed.phase)}`;
  }

  private sum(): string {
    const outcomes = Object.entries(this.outcomes);
    const steps = outcomes.reduce((total, [, number]) => total + number, 0);
    const parts = outcomes.map(([outcome, number]) => `${amount(number)} ${outcome}`);
    const missed = `${amount(this.missed)} missed`;
    return [
      `${amount(steps)} ${steps === 1 ? 'step' : 'steps'}: ${parts.join(', ')}`,
      `expectations: ${amount(this.expected - this.missed)} met, ${this.missed > 0 ? this.paint('loud', missed) : missed}`,
    ].join('; ');
  }
}

const STYLE = { accepted: 'good', rejected: 'bad', applied: undefined, ignored: 'faint' } as const;

/** Widths of columns; what is longer shifts the rest of its line. */
const NUMBER = 3;
const TIME = 6;
const OUTCOME = 'accepted'.length;
const WIDEST_EVENT = 18;

/** A blank at which no line is broken. */
const UNBROKEN = '\u00a0';

const longest = (words: readonly string[]): number => Math.max(0, ...words.map(({ length }) => length));

/** `SCAN STOPPED (934)`, with whose it is where that is another entity than the one that was spoken to. */
function changeOf({ entity, phase, status, code, error }: Change, to: string | undefined): string {
  const whose = entity === to ? '' : `${shown(entity)} `;
  const number = code === null ? '' : ` (${code})`;
  const why = error ? `: ${codeName(error)}` : '';
  return `${whose}${phase} ${status ?? 'not run'}${number}${why}`;
}
