import { toldBy } from '../../../src/diagram/export/handlers.ts';
import { eventsHeard } from '../../../src/model/index.ts';
import { FALSE } from './logic.ts';
import { microstep, picksOf } from './microstep.ts';
import { type Reaction, reactionTo, reacts } from './reaction.ts';
import type { Happening, Space } from './space.ts';
import { stillMoves } from './still.ts';
import type { Outcome } from './symbolic-run.ts';
import { type Block, type Case, drain, oneOf } from './text.ts';

/** Writes everything that an event does, to the end of the step, as deterministic statements. */
export class StepWriter {
  /** The largest number of choices of regions, and of queues of signals, in use at once. */
  picks = 0;
  queues = 0;
  /** The raised signals, by their names in the model. */
  readonly signals = new Set<string>();
  private readonly space: Space;
  private readonly heard: ReadonlyMap<string, ReadonlySet<string>>;
  /** Entities that others may notify. Those that reacted settle at the end of the step. */
  private touching: readonly string[] = [];

  constructor(space: Space) {
    this.space = space;
    this.heard = new Map(
      space.kinds.map((kind) => {
        const own = eventsHeard(space.lifecycle(kind).chart);
        return [kind, new Set([...own, ...toldBy(space.system, kind)])];
      }),
    );
  }

  /** The entity reacts and notifies others. Then each entity that was touched settles. */
  step(about: Happening): Block {
    const { kinds } = this.space;
    this.touching = kinds.filter((kind) => kind !== about.kind && this.isTouching(kind));
    if (this.touching.length > 1) throw new Error('the order in which three entities settle cannot be exported');
    const told = this.tell(about, { depth: 0, path: [], covered: true });
    const own = this.decided(this.space.settling(about.kind), () => []);
    const others = this.touching.flatMap((kind) =>
      oneOf([{ when: `(${touched(kind)} == 1)`, does: this.decided(this.space.settling(kind), () => []) }]),
    );
    return [...this.touching.map((kind) => `${touched(kind)} = 0`), ...told, ...own, ...others];
  }

  /** Variables that are not part of a situation. */
  declarations(): string[] {
    const longest = Math.max(64, this.signals.size);
    const type = this.signals.size > 255 ? 'short' : 'byte';
    return [
      ...this.space.kinds.flatMap((kind) => (this.isTouching(kind) ? [`hidden byte ${touched(kind)};`] : [])),
      ...Array.from({ length: this.picks }, (_, each) => `hidden byte pick_${each};`),
      ...Array.from(
        { length: this.queues },
        (_, each) => `hidden ${type} queue_${each}[${longest}];\nhidden short queue_${each}_at, queue_${each}_end;`,
      ),
    ];
  }

  /** An entity receives an event, reacts until no signal is left, and then notifies linked entities. */
  private tell(about: Happening, { depth, path, covered }: Telling): Block {
    const key = `${about.kind} ${about.event}`;
    if (path.includes(key)) throw new Error(`${key} leads to itself through links, and cannot be exported`);
    const queue = `queue_${depth}`;
    const raised = new Set<string>();
    const later = new Set<string>();
    const raise =
      (into: Set<string>) =>
      (signal: string): Block => {
        if (!this.heard.get(about.kind)?.has(signal)) return [];
        raised.add(signal);
        into.add(signal);
        return [`${queue}[${queue}_end] = ${this.signal(about.kind, signal)}`, `${queue}_end++`];
      };
    const reaction = this.counted(reactionTo(this.space, about));
    const first = microstep({ space: this.space, kind: about.kind, raise: raise(new Set()) }, reaction);
    const handled: Case[] = [];
    for (const signal of raised) {
      const answer = this.counted(reactionTo(this.space, { ...about, event: signal }));
      const does = microstep({ space: this.space, kind: about.kind, raise: raise(later) }, answer);
      handled.push({ when: this.isNext(queue, about.kind, signal), does });
    }
    for (const event of [...(covered ? [] : [about.event, ...raised]), ...later]) this.keepStill({ ...about, event });
    const links = [...raised].map((signal) => ({
      when: this.isNext(queue, about.kind, signal),
      does: this.spread(about.kind, signal, { depth: depth + 1, path: [...path, key], covered: false }),
    }));
    if (raised.size > 0) this.queues = Math.max(this.queues, depth + 1);
    return [
      ...(raised.size > 0 ? [`${queue}_end = 0`] : []),
      ...(this.touching.includes(about.kind)
        ? oneOf([{ when: reacts(reaction), does: [`${touched(about.kind)} = 1`] }])
        : []),
      ...first,
      ...drain(queue, oneOf(handled)),
      ...drain(queue, oneOf(links)),
    ];
  }

  private spread(kind: string, signal: string, telling: Telling): Block {
    return this.space
      .listeners(kind, signal)
      .flatMap((outcome) =>
        this.decided(outcome, (targets) =>
          targets.flatMap((target) => this.tell({ kind: target, event: signal, params: {} }, telling)),
        ),
      );
  }

  /** The statements for what code asks and sends. */
  private decided<Value>(outcome: Outcome<Value>, write: (value: Value) => Block): Block {
    if ('value' in outcome) return write(outcome.value);
    if ('told' in outcome) {
      return [...this.tell(outcome.told, { depth: 0, path: [], covered: false }), ...this.decided(outcome.next, write)];
    }
    const { asked, answers } = outcome;
    return oneOf(
      answers.map(({ answer, next }) => ({
        when: this.space.answered(asked, answer),
        does: this.decided(next, write),
      })),
    );
  }

  /** Whether a fixed region would move is checked before a letter is taken, for its first two microsteps. */
  private keepStill(about: Happening): void {
    if (stillMoves(this.space, about) === FALSE) return;
    throw new Error(`${about.kind} ${about.event} may move a region that stands still, and cannot be exported`);
  }

  /** True if something may start by itself after the entity was touched, and others can touch it. */
  private isTouching(kind: string): boolean {
    return this.space.kinds.length > 1 && !('value' in this.space.settling(kind));
  }

  private counted(reaction: Reaction): Reaction {
    this.picks = Math.max(this.picks, picksOf(reaction));
    return reaction;
  }

  private isNext(queue: string, kind: string, signal: string): string {
    return `(${queue}[${queue}_at] == ${this.signal(kind, signal)})`;
  }

  private signal(kind: string, signal: string): string {
    const name = this.space.signal(kind, signal);
    this.signals.add(name);
    return name;
  }
}

interface Telling {
  readonly depth: number;
  readonly path: readonly string[];
  /** The letter's guard has made sure that no fixed region moves. */
  readonly covered: boolean;
}

const touched = (kind: string): string => `touched_${kind.replaceAll(/[^A-Za-z0-9]/g, '_')}`;
