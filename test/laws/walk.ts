import { decidingRule } from '../../src/engine/judge.ts';
import { alphabetOf } from '../../src/engine/sample-lines.ts';
import { Simulator } from '../../src/engine/simulate.ts';
import type { World } from '../../src/engine/world.ts';
import { isRefusal, type Step, type System } from '../../src/model/index.ts';
import { ScenarioReader, writeStep } from '../../src/scenario/index.ts';
import { Shadow } from './shadow.ts';

/** What random scenarios of a system have shown. */
export interface Walked {
  readonly findings: string[];
  /** Rules that decided, as `KIND COMMAND GATE CODE`. */
  readonly decided: Set<string>;
  /** `KIND PHASE.STATUS` that was reached. */
  readonly reached: Set<string>;
  readonly steps: number;
}

/**
 * Walks at random over the lines that the system's data suggests, mostly those that do something where the walk is, with
 * the XState machines running beside. The same seed walks the same way.
 */
export function walk(system: System, { seed, walks, steps }: { seed: number; walks: number; steps: number }): Walked {
  const chance = mulberry(seed);
  const reader = new ScenarioReader(system);
  const lines = alphabetOf(system).map((line) => reader.line(line)[0] as Step);
  const opening = reader.line('given ready');
  const walked: Walked = { findings: [], decided: new Set(), reached: new Set(), steps: walks * steps };
  for (let each = 0; each < walks && walked.findings.length === 0; each += 1) {
    const simulator = new Simulator(system);
    const shadow = new Shadow(system, simulator.world);
    const taken: Step[] = each % 4 === 0 ? [] : [...opening];
    for (const step of taken) simulator.run(step);
    for (let count = 0; count < steps && walked.findings.length === 0; count += 1) {
      const step = choose(simulator, lines, chance);
      taken.push(step);
      for (const finding of examine(simulator, shadow, step, walked)) {
        walked.findings.push(`SEED=${seed}: ${finding} after\n${taken.map(writeStep).join('\n')}`);
      }
    }
  }
  return walked;
}

/** Takes a step and says which of the laws 1, 2 and 7 it broke. */
function examine(simulator: Simulator, shadow: Shadow, step: Step, { decided, reached }: Walked): string[] {
  const { world } = simulator;
  const findings: string[] = [];
  if (!('wait' in step)) {
    const entity = world.peek(step.kind, step.id);
    if (entity.lifecycle.commands.has(step.type)) {
      const rule = decidingRule(entity, step.type, world.ask(entity, step.type, step.params));
      if (rule) decided.add(ruleName(step.kind, step.type, rule));
      if (!shadow.agrees(step.kind, step.id, step.type, step.params)) findings.push('2: can() and the judge disagree');
    }
  }
  const before = statuses(world);
  const result = simulator.run(step);
  shadow.settle();
  const after = statuses(world);
  if (result.outcome === 'rejected' || result.outcome === 'ignored') {
    if (result.changes.length > 0 || before !== after) findings.push(`1: ${result.outcome}, and something changed`);
  }
  if (result.outcome === 'rejected' && result.error === undefined) findings.push('1: rejected without a code');
  if (result.error && !world.system.codes.some(({ code }) => code === result.error?.code))
    findings.push('1: a code of no row');
  findings.push(...shadow.differences.splice(0).map((difference) => `7: ${difference}`));
  for (const { entity, phase, status } of result.changes) reached.add(`${entity.split(':')[0]} ${phase}.${status}`);
  return findings;
}

/** Where every phase stands. A rejection may count a failure or use something up, but it changes no status. */
const statuses = (world: World): string =>
  world
    .entities()
    .flatMap(({ key, at, lifecycle }) =>
      lifecycle.regions.flatMap(({ name, shown, statuses: all }, index) => {
        const status = all[at[index] as number];
        return shown && status !== null ? [`${key} ${name} ${status}`] : [];
      }),
    )
    .join();

export const ruleName = (kind: string, command: string, rule: object): string => {
  const { gate, code } = rule as { gate: string; code?: unknown };
  return `${kind} ${command} ${gate} ${isRefusal(rule as never) ? code : 'accepts'}`;
};

/** Of six lines drawn the first that would do something here; else the last. */
function choose(simulator: Simulator, lines: readonly Step[], chance: () => number): Step {
  const { world } = simulator;
  let step = lines[0] as Step;
  for (let tries = 0; tries < 6; tries += 1) {
    step = lines[Math.floor(chance() * lines.length)] as Step;
    if ('wait' in step) {
      if (chance() < 0.3) return step;
    } else if (world.reacts(world.peek(step.kind, step.id), step.type, step.params)) return step;
  }
  return step;
}

/** A small generator of numbers from 0 to 1: the same seed gives the same ones. */
export function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
