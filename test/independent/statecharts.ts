import { scxml } from '../../src/diagram/export/scxml.ts';
import type { Entity } from '../../src/engine/entity.ts';
import { judge } from '../../src/engine/judge.ts';
import { alphabetOf } from '../../src/engine/sample-lines.ts';
import { Simulator } from '../../src/engine/simulate.ts';
import type { World } from '../../src/engine/world.ts';
import { mulberry } from '../../src/laws/walk.ts';
import { isRefusal, type Params, type Step, type System, type Value } from '../../src/model/index.ts';
import { ScenarioReader, writeStep } from '../../src/scenario/index.ts';
import { type Prepared, prepare, type Session } from './scion.ts';

/** The result of random steps of a system. */
export interface Walked {
  readonly steps: number;
  /** Events that both engines received, and commands that both refused. */
  readonly told: number;
  readonly refused: number;
  readonly differences: readonly string[];
}

/**
 * Takes random steps in a system, while the exported statechart of every entity runs in an independent engine. Both get
 * the same events with the same facts. They must answer with the same code, and be in the same states after each event.
 */
export async function walkBeside(system: System, { seed, steps }: { seed: number; steps: number }): Promise<Walked> {
  const documents = new Map<string, Prepared>();
  for (const [kind, lifecycle] of Object.entries(system.entities)) {
    documents.set(kind, await prepare(scxml(system, lifecycle)));
  }
  const chance = mulberry(seed);
  const reader = new ScenarioReader(system);
  const lines = alphabetOf(system).map((line) => reader.line(line)[0] as Step);
  const opening = reader.line('given ready');
  const sum = { steps: 0, told: 0, refused: 0, differences: [] as string[] };
  for (let walk = 0; sum.steps < steps && sum.differences.length === 0; walk += 1) {
    const simulator = new Simulator(system);
    const beside = new Beside(simulator.world, documents);
    const taken: Step[] = [];
    for (let count = 0; count < 200 && sum.steps < steps && beside.differences.length === 0; count += 1) {
      const step = walk % 4 > 0 && count < opening.length ? (opening[count] as Step) : choose(simulator, lines, chance);
      taken.push(step);
      sum.steps += 1;
      beside.take(simulator, step);
    }
    sum.told += beside.told;
    sum.refused += beside.refused;
    const [difference] = beside.differences;
    if (difference) sum.differences.push(`seed ${seed}: ${difference}, after\n${taken.map(writeStep).join('\n')}`);
  }
  return sum;
}

/** The first of four random lines that would have an effect here; else the last. */
function choose({ world }: Simulator, lines: readonly Step[], chance: () => number): Step {
  let step = lines[0] as Step;
  for (let tries = 0; tries < 4; tries += 1) {
    step = lines[Math.floor(chance() * lines.length)] as Step;
    if ('wait' in step || world.reacts(world.peek(step.kind, step.id), step.type, step.params)) return step;
  }
  return step;
}

/** The statecharts of one world's entities, kept beside it. */
class Beside {
  told = 0;
  refused = 0;
  readonly differences: string[] = [];
  private readonly world: World;
  private readonly documents: ReadonlyMap<string, Prepared>;
  private readonly sessions = new Map<string, Session>();
  private pending: { entity: Entity; event: string } | undefined;
  /** The facts when the gates were asked: a gate may use something up before the chart gets the event. */
  private asked: { key: string; event: string; facts: { readonly [fact: string]: Value } } | undefined;

  constructor(world: World, documents: ReadonlyMap<string, Prepared>) {
    this.world = world;
    this.documents = documents;
    world.watcher = (entity, event, params) => this.follow(entity, event, params);
  }

  take(simulator: Simulator, step: Step): void {
    if (!('wait' in step)) this.ask(step.kind, step.id, step.type, step.params);
    simulator.run(step);
    this.compare();
    this.asked = undefined;
  }

  /** The statechart is asked first. A command that is refused or accepted by a gate is not sent. */
  private ask(kind: string, id: string, event: string, params: Params): void {
    const entity = this.world.peek(kind, id);
    if (entity.lifecycle.reports.has(event)) return;
    const facts = this.factsOf(entity, event, params);
    this.asked = { key: entity.key, event, facts };
    const { accepted, code, rule } = judge(this.world, { kind, id, type: event, params });
    if (accepted && !rule) return;
    const answers = this.tell(entity, event, params, facts);
    const expected = accepted ? `answered.${event}` : `error.refused.${code}`;
    if (answers.join() !== expected) this.differences.push(`${entity.key} ${event}: ${answers} instead of ${expected}`);
    if (rule && isRefusal(rule)) this.refused += 1;
    this.pending = { entity, event };
    this.compare();
  }

  private follow(entity: Entity, event: string, params: Params): void {
    this.compare();
    const asked = this.asked?.key === entity.key && this.asked.event === event ? this.asked : undefined;
    this.asked = undefined;
    const answers = this.tell(entity, event, params, asked?.facts ?? this.factsOf(entity, event, params));
    const expected = entity.lifecycle.commands.has(event) ? `accepted.${event}` : '';
    if (answers.join() !== expected) this.differences.push(`${entity.key} ${event}: ${answers} instead of ${expected}`);
    this.told += 1;
    this.pending = { entity, event };
  }

  private tell(
    entity: Entity,
    event: string,
    params: Params,
    facts: { readonly [fact: string]: Value },
  ): readonly string[] {
    const session = this.sessions.get(entity.key) ?? (this.documents.get(entity.kind) as Prepared)();
    this.sessions.set(entity.key, session);
    session.send('facts', facts);
    return session.send(/^(entered|left|after) /.test(event) ? event.replaceAll(' ', '.') : event, params);
  }

  /** The states of both after the last event. */
  private compare(): void {
    if (!this.pending) return;
    const { entity, event } = this.pending;
    this.pending = undefined;
    const standing = this.sessions.get(entity.key)?.standing;
    const ours = entity.lifecycle.regions.map(({ name }) => `${name}.${entity.state(name)}`);
    const theirs = [...(standing ?? [])].filter((state) => state.includes('.'));
    const missing = ours.filter((state) => !standing?.has(state));
    if (missing.length > 0 || theirs.length !== ours.length) {
      this.differences.push(`${entity.key} ${event}: it stands in ${theirs}, the engine in ${missing}`);
    }
  }

  private factsOf(entity: Entity, event: string, params: Params): { readonly [fact: string]: Value } {
    const question = this.world.ask(entity, event, params);
    const facts = Object.entries(entity.lifecycle.source.facts).map(
      ([name, fact]) => [name, fact.of(question)] as const,
    );
    return Object.fromEntries(facts);
  }
}
