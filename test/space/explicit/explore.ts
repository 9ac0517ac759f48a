import { type SilentRules, silentRules } from '../../../src/answers/silent-rules.ts';
import { type Fact, isRefusal, type Lifecycle, type Rule, type System } from '../../../src/model/index.ts';
import { compileSpace } from '../../../src/space/quotient.ts';
import { findStrips } from './bit-rows.ts';
import { Sweep } from './bitset-search.ts';
import { layOut } from './layout.ts';
import { count, type Tally } from './tally.ts';

/** What the exploration of an entity found. */
export interface Explored extends SilentRules {
  readonly system: string;
  readonly entity: string;
  /** The entities explored with it. */
  readonly with: readonly string[];
  /** False if the search stopped at its limit: then all numbers count only what was visited. */
  readonly complete: boolean;
  readonly situations: number;
  /** Pairs of a situation and an event that is taken there, including those that lead back to the same situation. */
  readonly transitions: number;
  /** The distance of the farthest situation, in steps. */
  readonly depth: number;
  readonly statuses: Tally;
  /** Situations without a way out. */
  readonly deadEnds: number;
  /** The free facts. */
  readonly free: readonly string[];
  /** Facts that read the outside, and were held at their usual value. */
  readonly held: readonly string[];
  /** Memory of the search in bytes per situation. */
  readonly bytes: number;
}

export interface ExploreOptions {
  /** Facts of the entity that can take any of their values at any time. */
  readonly free?: readonly string[];
  /** Stops the search once so many situations were expanded. */
  readonly limit?: number;
}

/** Visits every reachable situation of an entity, and counts. */
export function explore(system: System, kind: string, options: ExploreOptions = {}): Explored {
  const { free = [], limit = Number.POSITIVE_INFINITY } = options;
  const acting = new Set<string>();
  const watched = withDeedsWatched(system, kind, acting);
  const quotient = compileSpace(watched, kind, { free });
  // Every strip has at least one situation, so the limit on situations also limits strips.
  const sweep = new Sweep(findStrips(layOut(quotient), limit));
  let complete = true;
  while (complete && !sweep.over) complete = sweep.step(limit);
  const { situations, statuses, deadEnds, nodes } = count(sweep);
  const decided = new Set([...nodes].flatMap((node) => quotient.nodes[node]?.answers.map(({ rule }) => rule) ?? []));
  const acted = (command: string, rule: Rule): boolean =>
    'effect' in rule && !isRefusal(rule) && acting.has(deedOf(command, rule.effect));
  return {
    system: system.name,
    entity: kind,
    with: Object.keys(system.entities[kind]?.space?.with ?? {}),
    complete,
    situations,
    transitions: sweep.transitions,
    depth: complete ? sweep.depth - 1 : sweep.depth,
    statuses,
    deadEnds,
    ...silentRules(watched.entities[kind]?.rules ?? {}, decided, acted),
    free,
    held: [...quotient.held].sort(),
    bytes: sweep.bytes / situations,
  };
}

const deedOf = (command: string, effect: string | undefined): string => `${command} acts: ${effect}`;

/** The system with one more test in each gate that acts: a fact that always holds, asked last, which notes the deed. */
function withDeedsWatched(system: System, kind: string, acting: Set<string>): System {
  const lifecycle = system.entities[kind] as Lifecycle;
  const watching: { [fact: string]: Fact } = {};
  const watched = (command: string, rule: Rule): Rule => {
    if (isRefusal(rule) || !('effect' in rule)) return rule;
    const deed = deedOf(command, rule.effect);
    watching[deed] = { values: [true], usual: true, says: {}, of: () => acting.add(deed).has(deed) };
    return { ...rule, when: { all: [rule.when, { [deed]: true }] } };
  };
  const rules = Object.fromEntries(
    Object.entries(lifecycle.rules).map(([command, list]) => [command, list.map((rule) => watched(command, rule))]),
  );
  const facts = { ...lifecycle.facts, ...watching };
  return { ...system, entities: { ...system.entities, [kind]: { ...lifecycle, rules, facts } } };
}
