import { once } from 'node:events';
import { type SystemName, systems } from '../../machines/index.ts';
import { usualSystem } from '../../machines/lazy.ts';
import { judge } from '../../src/engine/judge.ts';
import { alphabetOf, specOf } from '../../src/engine/sample-lines.ts';
import { Simulator } from '../../src/engine/simulate.ts';
import type { World } from '../../src/engine/world.ts';
import { mulberry } from '../../src/laws/walk.ts';
import type { EventStep, Lifecycle, Step, System } from '../../src/model/index.ts';
import { ScenarioReader, writeNdjson } from '../../src/scenario/index.ts';

/** The number of entities of each kind in a scenario; for other kinds, the number of the last one. */
const POOL: { readonly [kind: string]: number } = { job: 200, agent: 20, project: 20 };
const OTHERS = 20;

/** The percentage of steps that are waits. */
const WAITS = 3;

/** The percentage of lines that name an entity of another kind, of those that can. */
const NAMED = 70;

/** Counts and limits are drawn from at least this many values. */
const HUNDRED = 100;

/** A parameter of this name has no place in NDJSON. */
const RESERVED = ['to', 'type', 'wait', 'given', 'expect'];

/** How many lines are drawn at most in search of one that would have an effect. */
const TRIES = 6;

/**
 * A scenario like a migration's log: many entities at once, commands and reports with their parameters. Most have an
 * effect; some are refused or come too late. The lines are the sample lines of the system's data, each for an entity of
 * the pool. The same seed gives the same lines.
 */
export function* scenario(steps: number, seed = 1, system: System = systems[usualSystem]): Generator<string> {
  const chance = mulberry(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(chance() * items.length)] as Item;
  const reader = new ScenarioReader(system);
  const alphabet = alphabetOf(system)
    .map((line) => reader.line(line)[0] as Step)
    .filter((step) => 'wait' in step || !RESERVED.some((key) => Object.hasOwn(step.params, key)));
  const kinds = Object.values(system.entities).map(({ kind, singleton: only }) => ({
    kind,
    size: only === undefined ? (POOL[kind] ?? OTHERS) : 1,
    ids: only === undefined ? Array.from({ length: POOL[kind] ?? OTHERS }, (_, each) => String(each + 1)) : [only],
    steps: alphabet.filter((step): step is EventStep => !('wait' in step) && step.kind === kind),
  }));
  const waits = alphabet.filter((step) => 'wait' in step);
  const total = kinds.reduce((sum, { size }) => sum + size, 0);
  const simulator = new Simulator(system);
  const { world } = simulator;

  /** Counts vary, and a parameter with the name of a kind names one of its entities. */
  const varied = ({ kind, type, params }: EventStep): EventStep['params'] => {
    const { params: specs = {} } = specOf(system.entities[kind] as Lifecycle, type);
    const others = kinds.filter((other) => Object.hasOwn(specs, other.kind) && chance() * 100 < NAMED);
    const entries = Object.entries(params).map(([key, value]): [string, string] => {
      const { is } = specs[key] ?? {};
      if (!is || !('whole' in is) || key === 'code') return [key, value];
      const { min = 0, max = Number.POSITIVE_INFINITY } = is.whole;
      return [key, String(Math.min(max, min + Math.floor(chance() * Math.max(Number(value), HUNDRED))))];
    });
    return Object.fromEntries([...entries, ...others.map((other) => [other.kind, pick(other.ids)])]);
  };
  const drawn = (): EventStep => {
    let at = chance() * total;
    const found = kinds.find(({ size }) => {
      at -= size;
      return at < 0;
    });
    const { steps: said, ids } = found ?? (kinds[0] as (typeof kinds)[number]);
    const step = pick(said);
    return { ...step, id: pick(ids), params: varied(step) };
  };
  for (let count = 0; count < steps; count += 1) {
    let step: Step = drawn();
    if (waits.length > 0 && chance() * 100 < WAITS) step = pick(waits);
    else {
      for (let tries = 1; tries < TRIES; tries += 1) {
        if (doesSomething(world, step as EventStep)) break;
        step = drawn();
      }
    }
    simulator.run(step);
    yield writeNdjson(step);
  }
}

/** A command that would be accepted, or a report that would be applied. */
function doesSomething(world: World, step: EventStep): boolean {
  const entity = world.peek(step.kind, step.id);
  if (!world.reacts(entity, step.type, step.params)) return false;
  return !entity.lifecycle.commands.has(step.type) || judge(world, step).accepted;
}

/** `node test/bench/scenarios.ts STEPS [SEED [SYSTEM]]` writes a scenario. */
if (import.meta.filename === process.argv[1]) {
  const [steps = '1000', seed = '1', name = usualSystem] = process.argv.slice(2);
  const system = systems[name as SystemName];
  if (system === undefined) throw new RangeError(`no system ${name}, one of ${Object.keys(systems).join(', ')}`);
  let piece = '';
  for (const line of scenario(Number(steps), Number(seed), system)) {
    piece += `${line}\n`;
    if (piece.length < 1 << 16) continue;
    if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
    piece = '';
  }
  process.stdout.write(piece);
}
