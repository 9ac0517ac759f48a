import { type Code, isPhase, isRefusal, type Rule, statusOf } from '../model/index.ts';
import { countSteps, notCovered, type Query } from '../reach/index.ts';
import { queryOf, type Source } from './source.ts';

/** Above 2⁵³ a count is a string. */
export type Count = number | string;

/** All that is known of the situations of an entity. */
export interface Reached {
  readonly system: string;
  readonly entity: string;
  /** The entities that it was explored with. */
  readonly with: readonly string[];
  readonly complete: true;
  readonly situations: Count;
  /** Situations times what can be said in each and is taken, whether it leads elsewhere or not. */
  readonly transitions: Count;
  /** How many lines away from the beginning the farthest situation is; null if the rings grew too large to tell. */
  readonly depth: number | null;
  /** Kind, phase, status; `null` for a phase that has not run. */
  readonly statuses: { readonly [kind: string]: { readonly [phase: string]: { readonly [status: string]: Count } } };
  /** Situations that nothing that can be said leads out of. */
  readonly deadEnds: Count;
  /** Rules of the entity that decide in no situation, as command, gate and code. */
  readonly undecided: readonly { readonly command: string; readonly gate: string; readonly code: Code | null }[];
  /** Codes of the entity's rules that are given in no situation. */
  readonly ungiven: readonly Code[];
  /** Facts, as `KIND FACT`, that may be any of their values at any time. */
  readonly free: readonly string[];
  /** Nothing is held still. */
  readonly held: readonly [];
  /** What is left out, in words. */
  readonly notCovered: readonly string[];
}

/** Counts the situations that an entity can come to, with the entities that it stands with, and what is done in them. */
export function countReached(source: Source, kind: string): Reached {
  const query = queryOf(source, kind);
  const { reachable, system } = query;
  const { transitions, deadEnds, decided } = countSteps(query);
  const { routes } = query;
  for (let ring = 0; routes.ringAt(ring) !== undefined; ring += 1);
  return {
    system: system.name,
    entity: kind,
    with: reachable.world.closed.members.slice(1).map((member) => member.kind),
    complete: true,
    situations: numberOf(query.all.count),
    transitions: numberOf(transitions),
    depth: routes.complete ? routes.rings.length - 1 : null,
    statuses: tallyOf(query),
    deadEnds: numberOf(deadEnds),
    ...silentRules(query, decided),
    free: reachable.outside,
    held: [],
    notCovered: notCovered(query),
  };
}

export const numberOf = (count: bigint): Count =>
  count <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(count) : String(count);

function tallyOf({ reachable, all }: Query): Reached['statuses'] {
  const tally: { [kind: string]: { [phase: string]: { [status: string]: Count } } } = {};
  reachable.world.levels.forEach(({ kind, name, states }, level) => {
    if (!isPhase(name)) return;
    const phases = tally[kind] ?? {};
    tally[kind] = phases;
    phases[name] = Object.fromEntries(
      states.map((state, index) => [
        statusOf(state) ?? 'null',
        numberOf(reachable.diagrams.count(reachable.diagrams.restrict(all.set, level, 1 << index))),
      ]),
    );
  });
  return tally;
}

/** A rule that does something and does not answer decides where it holds and none before it does. */
function silentRules({ lifecycle, all }: Query, decided: ReadonlySet<Rule>): Pick<Reached, 'undecided' | 'ungiven'> {
  const rules = Object.entries(lifecycle.rules).flatMap(([command, list]) => list.map((rule) => ({ command, rule })));
  const isDone = ({ rule }: (typeof rules)[number]): boolean =>
    'effect' in rule && !isRefusal(rule) && all.where(rule.when).any;
  const silent = rules.filter((each) => !decided.has(each.rule) && !isDone(each));
  const codesOf = (some: typeof rules): Code[] => some.flatMap(({ rule }) => (isRefusal(rule) ? [rule.code] : []));
  const given = new Set(codesOf(rules.filter(({ rule }) => decided.has(rule))));
  return {
    undecided: silent.map(({ command, rule }) => ({
      command,
      gate: rule.gate,
      code: isRefusal(rule) ? rule.code : null,
    })),
    ungiven: [...new Set(codesOf(silent))].filter((code) => !given.has(code)),
  };
}
