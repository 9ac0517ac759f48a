import type { Entity } from '../../src/engine/entity.ts';
import { decidingRule } from '../../src/engine/judge.ts';
import { World } from '../../src/engine/world.ts';
import { type Fact, isPass, isRefusal, type Lifecycle, type Rule, type System } from '../../src/model/index.ts';
import type { Letter } from '../../src/space/letters.ts';
import type { Quotient } from '../../src/space/quotient.ts';

/**
 * The same space without classes, tables and bit sets: the engine's world with the entity and those explored with it,
 * and their charts as they are, delays included. Only the facts that the space holds are held here, at their usual value
 * or at that of a world around.
 */
export class Plain {
  readonly members: readonly Entity[];
  readonly initial: string;
  readonly world: World;
  private readonly quotient: Quotient;
  /** Fixed regions, by member and region. */
  private readonly still: readonly { readonly member: number; readonly region: number }[];

  constructor(system: System, kind: string, quotient: Quotient, around?: World) {
    const lifecycle = system.entities[kind] as Lifecycle;
    const kinds = [kind, ...Object.keys(lifecycle.space?.with ?? {})];
    const { fault: _fault, settle, ...rest } = system;
    this.world = new World({
      ...rest,
      entities: Object.fromEntries(
        kinds.map((each) => [each, holding(system.entities[each] as Lifecycle, quotient, around)]),
      ),
      effects: Object.fromEntries(Object.keys(system.effects).map((name) => [name, () => {}])),
      delays: Object.fromEntries(Object.keys(system.delays).map((name) => [name, () => 1])),
      links: system.links
        .filter(({ from }) => kinds.includes(from))
        .map((link) => ({ ...link, to: (world, from) => link.to(world, from).filter((each) => each !== undefined) })),
      ...(settle ? { settle: (world, touched) => forgiving(() => settle(world, touched)) } : {}),
    });
    this.quotient = quotient;
    this.members = kinds.map((each) => this.world.touch(each, system.entities[each]?.singleton ?? '1'));
    this.initial = this.standing();
    const own = this.members.findIndex((member) => member.kind === kind);
    this.still = (lifecycle.space?.fixed ?? []).map((name) => ({
      member: own,
      region: this.members[own]?.lifecycle.regionIndex.get(name) as number,
    }));
  }

  standing(): string {
    return this.members.map(({ at }) => String.fromCharCode(...at)).join('');
  }

  /** Whether the regions are in these states, in the order of the space's places. */
  standsAt(standing: Uint8Array): boolean {
    let place = 0;
    for (const { at } of this.members) {
      for (let region = 0; region < at.length; region += 1, place += 1)
        if (at[region] !== standing[place]) return false;
    }
    return place === standing.length;
  }

  stand(standing: string): void {
    let from = 0;
    for (const { at } of this.members) {
      for (let region = 0; region < at.length; region += 1) at[region] = standing.charCodeAt(from + region);
      from += at.length;
    }
  }

  /** Whether the letter is taken, and the rule that decides. A step that moves a fixed region is undone. */
  take({ kind, event, params }: Letter): { taken: boolean; rule: Rule | undefined } {
    const { world } = this;
    const entity = this.members.find((member) => member.kind === kind) as Entity;
    const before = this.members.map(({ at }) => (this.still.length > 0 ? at.slice() : at));
    world.begin();
    const isCommand = entity.lifecycle.commands.has(event);
    const rule = isCommand ? decidingRule(entity, event, world.ask(entity, event, params)) : undefined;
    if (rule && isRefusal(rule)) return { taken: false, rule };
    const reacted = rule && isPass(rule) ? true : world.tell(entity, event, params);
    world.settle();
    this.dropTimers();
    if (this.still.length > 0) {
      const moved = this.still.some(
        ({ member, region }) => before[member]?.[region] !== this.members[member]?.at[region],
      );
      if (moved) {
        this.members.forEach(({ at }, member) => {
          at.set(before[member] as Uint8Array);
        });
        return { taken: false, rule };
      }
    }
    return { taken: isCommand || reacted, rule };
  }

  /** Every situation, and the number of transitions. */
  everything(): { situations: Set<string>; transitions: number } {
    const situations = new Set([this.initial]);
    let transitions = 0;
    for (const situation of situations) {
      for (const letter of this.quotient.letters) {
        this.stand(situation);
        if (!this.take(letter).taken) continue;
        transitions += 1;
        situations.add(this.standing());
      }
    }
    return { situations, transitions };
  }

  private dropTimers(): void {
    for (const { timers } of this.members) {
      for (const timer of timers.flatMap((list) => list ?? [])) this.world.clock.drop(timer);
      timers.length = 0;
    }
  }
}

/** Facts that read the outside have their usual value, or their value in the world around. */
function holding(lifecycle: Lifecycle, { held }: Quotient, around: World | undefined): Lifecycle {
  const facts = Object.entries(lifecycle.facts).map(([name, fact]) => {
    if (!held.has(`${lifecycle.kind} ${name}`)) return [name, { ...fact, of: unlessOutside(fact) }];
    const of: Fact['of'] = (question) =>
      around
        ? fact.of({ ...question, world: around, self: around.peek(lifecycle.kind, question.self.id) })
        : fact.usual;
    return [name, { ...fact, of }];
  });
  return { ...lifecycle, facts: Object.fromEntries(facts) };
}

/** A shadow asks every fact. One that no condition of the space reads may read entities outside this world. */
const unlessOutside =
  (fact: Fact): Fact['of'] =>
  (question) => {
    try {
      return fact.of(question);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return fact.usual;
    }
  };

/** What starts by itself may read entities outside this world. */
function forgiving(settle: () => void): void {
  try {
    settle();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}
