import type fc from 'fast-check';
import { judge } from '../../src/engine/judge.ts';
import { Simulator } from '../../src/engine/simulate.ts';
import type { EventStep, Rule, Step, System } from '../../src/model/index.ts';
import { type Hints, likelihood } from './hints.ts';
import type { Happening, Happenings } from './steps.ts';

/** Takes steps and follows the situation, so that the next step can be chosen by it. */
export class Walker {
  readonly steps: Step[] = [];
  private readonly simulator: Simulator;
  private readonly hints: Hints;
  private readonly happenings: Happenings;
  private readonly shares: readonly Happening[];
  private readonly random: fc.Random;
  /** How often each event was chosen because it would have an effect. */
  private readonly done = new Map<string, number>();
  /** By command, because some rules belong to several. */
  private readonly refused = new Map<string, Set<Rule>>();
  /** The entity of the last step, and those that it changed: `kind:id`. */
  private stirred: readonly string[] = [];

  constructor(system: System, hints: Hints, happenings: Happenings, random: fc.Random) {
    this.simulator = new Simulator(system);
    this.hints = hints;
    this.happenings = happenings;
    this.shares = happenings.kinds.flatMap((each) => Array<Happening>(hints.share?.[each.kind] ?? 1).fill(each));
    this.random = random;
  }

  take(step: Step): void {
    this.steps.push(step);
    const { to, changes } = this.simulator.runBriefly(step);
    this.stirred = [...new Set([...(to === undefined ? [] : [to]), ...changes.map(({ entity }) => entity)])];
  }

  /** Any step; half of the time for an entity that has just changed, where faults are likeliest. */
  blind(): Step {
    const named = this.chance(50) ? this.stirredOne() : undefined;
    if (!named || named.events.length === 0) return this.drawn(this.happenings.any);
    const { kind, id, events } = named;
    const { type, params } = this.one(events);
    return { kind, id, type, params: this.drawn(params) };
  }

  /** A step that would have an effect: the one of three that was chosen least often so far. */
  likely(): Step {
    if (this.chance(10)) return this.wait();
    for (let tries = 0; tries < 3; tries += 1) {
      const happening = this.one(this.shares);
      const fitting = this.fitting(happening, this.drawn(happening.id), 3);
      const [step] = fitting.sort((a, b) => this.times(a) - this.times(b));
      if (!step) continue;
      this.done.set(nameOf(step), this.times(step) + 1);
      return step;
    }
    return this.wait();
  }

  /** Commands that an entity, often one that has just changed, refuses for a reason new to the walk. */
  survey(): readonly Step[] {
    const { world } = this.simulator;
    const everybody = world.entities().map(({ key }) => key);
    const { kind, id, events } = (this.chance(60) ? this.stirredOne() : undefined) ?? this.named(this.one(everybody));
    return events.flatMap(({ type, command, params }) => {
      if (!command) return [];
      const asked: EventStep = { kind, id, type, params: this.drawn(params) };
      const { accepted, rule } = judge(world, asked);
      if (accepted || !rule) return [];
      const met = this.refused.get(nameOf(asked)) ?? new Set();
      this.refused.set(nameOf(asked), met);
      return met.size === met.add(rule).size ? [] : [asked];
    });
  }

  private stirredOne(): Named | undefined {
    return this.stirred.length > 0 ? this.named(this.one(this.stirred)) : undefined;
  }

  private named(key: string): Named {
    const [kind = '', id = ''] = key.split(':');
    return { kind, id, events: this.happenings.kinds.find((each) => each.kind === kind)?.events ?? [] };
  }

  /** Mostly until the next timer is due, or a second before or after. */
  private wait(): Step {
    const { world } = this.simulator;
    const [timer] = world.clock.running();
    const until = timer ? timer.due - world.now : 0;
    return until > 0 && !this.chance(30) ? { wait: until + this.one([0, 0, -1, 1]) } : this.drawn(this.happenings.wait);
  }

  private fitting({ kind, events }: Happening, id: string, enough: number): EventStep[] {
    const { world } = this.simulator;
    const found: EventStep[] = [];
    for (const { type, command, params } of this.shuffled(events)) {
      if (!this.chance(likelihood(this.hints, kind, type) * 100)) continue;
      const step = { kind, id, type, params: this.drawn(params) };
      const fits = command ? judge(world, step).accepted : world.reacts(world.peek(kind, id), type, step.params);
      if (fits && found.push(step) === enough) break;
    }
    return found;
  }

  private times(step: EventStep): number {
    return this.done.get(nameOf(step)) ?? 0;
  }

  /** True in the given percentage of cases. */
  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  private below(limit: number): number {
    return this.random.nextInt(0, limit - 1);
  }

  one<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  private drawn<T>(arbitrary: fc.Arbitrary<T>): T {
    return arbitrary.generate(this.random, undefined).value;
  }

  private shuffled<T>(list: readonly T[]): T[] {
    const rest = [...list];
    for (let last = rest.length - 1; last > 0; last -= 1) {
      const other = this.below(last + 1);
      [rest[last], rest[other]] = [rest[other] as T, rest[last] as T];
    }
    return rest;
  }
}

/** An entity by its name, and what can happen to it. */
interface Named {
  readonly kind: string;
  readonly id: string;
  readonly events: Happening['events'];
}

const nameOf = ({ kind, type }: EventStep): string => `${kind} ${type}`;
