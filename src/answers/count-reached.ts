import { isPhase, isRefusal, type Rule, statusOf } from '../model/index.ts';
import { type Count, countOf, countSteps, notCovered, type Query } from '../reach/index.ts';
import { type SilentRules, silentRules } from './silent-rules.ts';
import { queryOf, type Source } from './source.ts';

/** What `explore` shows of the situations of an entity. */
export interface Reached extends SilentRules {
  readonly system: string;
  readonly entity: string;
  /** The entities that it was explored with. */
  readonly with: readonly string[];
  readonly complete: true;
  readonly situations: Count;
  /** Pairs of a situation and an event that is taken there, including those that lead back to the same situation. */
  readonly transitions: Count;
  /** The distance of the farthest situation, in lines; null if the rings grew too large to tell. */
  readonly depth: number | null;
  /** Kind, phase, status; `null` for a phase that has not run. */
  readonly statuses: { readonly [kind: string]: { readonly [phase: string]: { readonly [status: string]: Count } } };
  /** Situations without a way out. */
  readonly deadEnds: Count;
  /** Facts, as `KIND FACT`, that can take any of their values at any time. */
  readonly free: readonly string[];
  /** No fact is held fixed. */
  readonly held: readonly [];
  /** What is left out, in words. */
  readonly notCovered: readonly string[];
}

/** Counts the reachable situations of an entity, with the entities explored with it, and their transitions. */
export function countReached(source: Source, kind: string): Reached {
  const query = queryOf(source, kind);
  const { reachable, system } = query;
  const { transitions, deadEnds, decided } = countSteps(query);
  const acted = (_: string, rule: Rule): boolean =>
    'effect' in rule && !isRefusal(rule) && query.all.where(rule.when).any;
  const { rings } = query.routes;
  for (const _ of rings.entries());
  return {
    system: system.name,
    entity: kind,
    with: reachable.world.closed.members.slice(1).map((member) => member.kind),
    complete: true,
    situations: countOf(query.all.count),
    transitions: countOf(transitions),
    depth: rings.complete ? rings.count - 1 : null,
    statuses: tallyOf(query),
    deadEnds: countOf(deadEnds),
    ...silentRules(query.lifecycle.rules, decided, acted),
    free: reachable.outside,
    held: [],
    notCovered: notCovered(query),
  };
}

function tallyOf({ reachable, all }: Query): Reached['statuses'] {
  const tally: { [kind: string]: { [phase: string]: { [status: string]: Count } } } = {};
  reachable.world.levels.forEach(({ kind, name, states }, level) => {
    if (!isPhase(name)) return;
    const phases = tally[kind] ?? {};
    tally[kind] = phases;
    phases[name] = Object.fromEntries(
      states.map((state, index) => [
        statusOf(state) ?? 'null',
        countOf(reachable.diagrams.count(reachable.diagrams.restrict(all.set, level, 1 << index))),
      ]),
    );
  });
  return tally;
}
