import { compileCondition } from '../condition/closure.ts';
import { sentenceOf } from '../condition/sentence.ts';
import { decidingRule, judge } from '../engine/judge.ts';
import { alphabetOf } from '../engine/sample-lines.ts';
import { Simulator } from '../engine/simulate.ts';
import type { World } from '../engine/world.ts';
import { isRefusal, type Step, type System } from '../model/index.ts';
import { ScenarioReader, writeStep } from '../scenario/index.ts';
import type { Refused } from '../xstate/refusal.ts';
import { Shadow } from './shadow.ts';

/** The laws checked on random walks, by number. */
export const walked = {
  1: '1: a command is accepted, or rejected with a code of the catalogue and no status changed',
  2: '2: can() of the XState machine is true exactly where the command is accepted, and refusal() says why where it is not',
  7: '7: the XState machine and the engine stand in the same states after every step',
  9: '9: no walk comes to what a lifecycle says to be unreachable',
} as const;

interface WalkFinding {
  readonly law: keyof typeof walked;
  /** The violation, with the seed and the scenario that shows it. */
  readonly says: string;
}

/** What random walks of a system found. */
interface Walked {
  readonly findings: WalkFinding[];
  /** Rules that decided, as `KIND COMMAND GATE CODE`. */
  readonly decided: Set<string>;
  /** Statuses reached, as `KIND PHASE.STATUS`. */
  readonly reached: Set<string>;
  readonly steps: number;
}

/**
 * Walks at random over the lines that the system's data suggests, preferring lines that have an effect, with the XState
 * machines running alongside. The same seed gives the same walk.
 */
export function walk(system: System, { seed, walks, steps }: { seed: number; walks: number; steps: number }): Walked {
  const chance = mulberry(seed);
  const reader = new ScenarioReader(system);
  const lines = alphabetOf(system).map((line) => reader.line(line)[0] as Step);
  const opening = reader.line('given ready');
  const seen: Walked = { findings: [], decided: new Set(), reached: new Set(), steps: walks * steps };
  for (let each = 0; each < walks && seen.findings.length === 0; each += 1) {
    const simulator = new Simulator(system);
    const shadow = new Shadow(system, simulator.world);
    const taken: Step[] = each % 4 === 0 ? [] : [...opening];
    for (const step of taken) simulator.run(step);
    for (let count = 0; count < steps && seen.findings.length === 0; count += 1) {
      const step = choose(simulator, lines, chance);
      taken.push(step);
      for (const { law, says } of examine(simulator, shadow, step, seen)) {
        seen.findings.push({ law, says: `SEED=${seed}: ${says} after\n${taken.map(writeStep).join('\n')}` });
      }
    }
  }
  return seen;
}

/** Takes a step and returns violations of the laws 1, 2, 7 and 9. */
function examine(simulator: Simulator, shadow: Shadow, step: Step, { decided, reached }: Walked): WalkFinding[] {
  const { world } = simulator;
  const findings: WalkFinding[] = [];
  let refused: Refused | undefined;
  if (!('wait' in step)) {
    const { kind, id, type, params } = step;
    const entity = world.peek(kind, id);
    const isCommand = entity.lifecycle.commands.has(type);
    const asked = shadow.ask(entity, type, params);
    refused = asked.refused;
    if (isCommand) {
      const rule = decidingRule(entity, type, world.ask(entity, type, params));
      if (rule) decided.add(ruleName(kind, type, rule));
    }
    const { accepted, code } = isCommand
      ? judge(world, step)
      : { accepted: world.reacts(entity, type, params), code: null };
    if (asked.can !== accepted) findings.push({ law: 2, says: 'can() and the judge disagree' });
    if (refused?.code !== (accepted ? undefined : code))
      findings.push({ law: 2, says: `refusal() names ${refused?.code}, the judge ${accepted ? 'none' : code}` });
  }
  const before = statuses(world);
  const result = simulator.run(step);
  shadow.settle();
  const after = statuses(world);
  // An armed fault strikes a command that no gate refuses. The machines know nothing of faults.
  if (refused && (refused.reason !== result.reason || (refused.mark ?? undefined) !== result.mark))
    findings.push({ law: 2, says: `refusal() says ${refused.reason}, the simulation ${result.reason}` });
  if (result.outcome === 'rejected' || result.outcome === 'ignored') {
    if (result.changes.length > 0 || before !== after)
      findings.push({ law: 1, says: `${result.outcome}, and something changed` });
  }
  if (result.outcome === 'rejected' && result.error === undefined)
    findings.push({ law: 1, says: 'rejected without a code' });
  if (result.error && !world.system.codes.some(({ code }) => code === result.error?.code))
    findings.push({ law: 1, says: 'a code that is in no row' });
  findings.push(...shadow.differences.splice(0).map((says) => ({ law: 7, says }) as const));
  findings.push(...reachedAfterAll(world));
  for (const { entity, phase, status } of result.changes) reached.add(`${entity.split(':')[0]} ${phase}.${status}`);
  return findings;
}

function reachedAfterAll(world: World): WalkFinding[] {
  return world.entities().flatMap((entity) => {
    const { source } = entity.lifecycle;
    return (source.unreachable ?? []).flatMap((condition) =>
      compileCondition(condition, source)(entity, world.ask(entity, '', {}))
        ? [
            {
              law: 9,
              says: `${entity.key} is in what is said to be unreachable: ${sentenceOf(condition, source)}`,
            } as const,
          ]
        : [],
    );
  });
}

/** The status of every phase. A rejection may count a failure or use something up, but changes no status. */
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

/** Draws up to six lines and takes the first that would have an effect; otherwise the last. */
export function choose(simulator: Simulator, lines: readonly Step[], chance: () => number): Step {
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

/** A small random number generator with values from 0 to 1. The same seed gives the same sequence. */
export function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
