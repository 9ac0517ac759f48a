import type { Simulator } from '../../engine/simulate.ts';
import type { StepRecord } from '../../engine/step-record.ts';
import type { CodeName, Outcome, Step } from '../../model/index.ts';
import type { Output } from '../io/output.ts';
import { Decimal } from './decimal.ts';
import type { Report } from './report.ts';

/**
 * The results of steps as JSON, one object a line. Most steps change nothing, and their lines differ in three places
 * alone: the number, the time and whom they are for. What stands between is remembered as bytes, as it was cut from a
 * line that JSON.stringify wrote.
 */
export class ResultLines implements Report {
  private readonly simulator: Simulator;
  private readonly number = new Decimal();
  private readonly time = new Decimal();
  private ends = new Map<string, Ends>();
  private tos = new Map<string, Uint8Array>();

  constructor(simulator: Simulator) {
    this.simulator = simulator;
  }

  step(_step: Step, taken: StepRecord, _opening: boolean, out: Output): void {
    if (taken.changes.length > 0 || taken.missed !== undefined) {
      out.write(this.line(taken));
      return;
    }
    const end = this.endOf(taken);
    out.put(STEP);
    out.put(this.number.of(taken.step));
    out.put(AT);
    out.put(this.time.of(taken.at));
    if (taken.to !== undefined) out.put(this.toOf(taken.to));
    out.put(end);
  }

  end(): Iterable<string> {
    return [];
  }

  private line(taken: StepRecord): string {
    return `${JSON.stringify(this.simulator.result(taken))}\n`;
  }

  /** What names the entity. */
  private toOf(to: string): Uint8Array {
    const known = this.tos.get(to);
    if (known !== undefined) return known;
    if (this.tos.size >= MOST) this.tos = new Map();
    const bytes = Buffer.from(`,${JSON.stringify({ to }).slice(1, -1)}`);
    this.tos.set(to, bytes);
    return bytes;
  }

  /** The end of the line, from the type on, which is the same for every entity. */
  private endOf(taken: StepRecord): Uint8Array {
    const { type, outcome, error } = taken;
    let ends = this.ends.get(type);
    if (ends === undefined) {
      if (this.ends.size >= MOST) this.ends = new Map();
      ends = [];
      this.ends.set(type, ends);
    }
    for (let each = 0; each < ends.length; each += 1) {
      const end = ends[each] as Ends[number];
      if (end.outcome === outcome && end.error?.code === error?.code && end.to === (taken.to !== undefined)) {
        return end.bytes;
      }
    }
    const { step, at, to } = taken;
    const line = this.line(taken);
    const start = JSON.stringify({ step, at, to }).slice(0, -1);
    if (!line.startsWith(start)) throw new Error(`a result does not begin with ${start}`);
    const bytes = Buffer.from(line.slice(start.length));
    ends.push({ outcome, error, to: to !== undefined, bytes });
    return bytes;
  }
}

type Ends = {
  readonly outcome: Outcome;
  readonly error: CodeName | undefined;
  /** Whether it follows an entity. */
  readonly to: boolean;
  readonly bytes: Uint8Array;
}[];

const STEP = Buffer.from('{"step":');
const AT = Buffer.from(',"at":');

/** Of entities and of types as many are remembered at most. */
const MOST = 4096;
