import { wildduck } from '../../../machines/wildduck/index.ts';
import { Simulator } from '../../../src/engine/simulate.ts';
import type { EventStep, Step } from '../../../src/model/index.ts';
import { writeStep } from '../../../src/scenario/index.ts';
import { Api, type Reply } from './api.ts';
import { calls } from './calls/index.ts';
import type { Call, Real } from './calls/real.ts';
import { type KnownDifference, knownDifference } from './known.ts';
import { leftOut } from './left-out.ts';
import type { MongoStandIn } from './mongo/server.ts';
import type { Running } from './processes.ts';

/** The results of the steps so far. */
export interface Tally {
  asked: number;
  agreed: number;
  readonly known: Map<KnownDifference, number>;
  readonly leftOut: Map<string, number>;
  /** `KIND EVENT ANSWER`: the answers on which the two agreed. */
  readonly answers: Set<string>;
  differences: number;
}

export const newTally = (): Tally => ({
  asked: 0,
  agreed: 0,
  known: new Map(),
  leftOut: new Map(),
  answers: new Set(),
  differences: 0,
});

const ACCEPTED = 'accepted';

/** The server and its stand-ins, for any number of scenarios. */
export class Bench {
  private readonly running: Running;
  private readonly mongo: MongoStandIn;
  private readonly api: Api;
  private now: number;

  constructor(running: Running, mongo: MongoStandIn, now: number) {
    this.running = running;
    this.mongo = mongo;
    this.api = new Api(running.apiPort);
    this.now = now;
  }

  /** Takes the steps on both sides, from an empty world, up to the first difference or the limit. */
  async compare(name: string, steps: readonly Step[], tally: Tally, most = Number.POSITIVE_INFINITY): Promise<void> {
    const end = tally.asked + most;
    await this.running.order({ forget: true });
    this.mongo.clear();
    const simulator = new Simulator(wildduck);
    const real: Real = {
      api: this.api,
      mongo: this.mongo,
      lmtpPort: this.running.lmtpPort,
      model: simulator.world,
      order: (order) => this.running.order(order),
      now: () => this.now,
      ids: new Map(),
      secrets: new Map(),
    };
    const taken: string[] = [];
    for (const step of steps) {
      if (tally.asked === end) return;
      taken.push(writeStep(step));
      const reason = 'wait' in step ? undefined : leftOut(simulator.world, step);
      if ('wait' in step) {
        await this.wait(step.wait);
        simulator.run(step);
      } else if (reason === undefined) {
        const parted = await this.both(real, simulator, step, tally);
        if (parted === undefined) continue;
        tally.differences += 1;
        console.log(`${name} parts at its last line\n${taken.join('\n')}\n${parted}\n`);
        return;
      } else {
        tally.leftOut.set(reason, (tally.leftOut.get(reason) ?? 0) + 1);
        taken[taken.length - 1] += `  # left out: ${reason}`;
      }
    }
  }

  /** Takes a step on both sides, and says how the answers differ, unless the difference is known. */
  private async both(real: Real, simulator: Simulator, step: EventStep, tally: Tally): Promise<string | undefined> {
    tally.asked += 1;
    const { answer, body } = await this.ask(real, step);
    const theirs = answer.accepted ? ACCEPTED : answer.code;
    const { outcome, error } = simulator.run(step);
    const ours = error ? String(error.code) : outcome === 'applied' ? ACCEPTED : outcome;
    if (ours === theirs) {
      tally.agreed += 1;
      tally.answers.add(`${step.kind} ${step.type} ${ours}`);
      return undefined;
    }
    const difference = knownDifference(step, ours, theirs);
    if (!difference) return `  model:  ${ours}\n  server: ${theirs ?? 'refused without a code'} ${body.error ?? ''}`;
    tally.known.set(difference, (tally.known.get(difference) ?? 0) + 1);
    return undefined;
  }

  private async ask(real: Real, step: EventStep): Promise<Reply> {
    const call = calls[step.kind]?.[step.type] as Call;
    const reply = await call(real, step.id, step.params);
    await this.pass(0);
    return reply;
  }

  private async pass(seconds: number): Promise<void> {
    this.now += seconds * 1000 + 1;
    await this.running.order({ wait: seconds });
  }

  /** Advances the server's clock, and does what MongoDB and the worker would have done meanwhile. */
  private async wait(seconds: number): Promise<void> {
    await this.pass(seconds);
    this.mongo.expire(this.now);
    this.mongo.collection('archived').remove({ exp: true, rdate: { $lte: this.now } }, 0);
    const due = { status: 'delayed', lockedUntil: { $lte: new Date(this.now) } };
    const runs = { $set: { status: 'waiting', locked: false } };
    this.mongo.collection('tasks').update({ q: due, u: runs, multi: true });
  }
}
