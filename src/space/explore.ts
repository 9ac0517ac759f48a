import { type Code, isRefusal, type System } from '../model/index.ts';
import { findStrips } from './bit-rows.ts';
import { Sweep } from './bitset-search.ts';
import { layOut } from './layout.ts';
import { compileSpace, type Quotient } from './quotient.ts';
import { count, type Tally } from './tally.ts';

/** All that was found of the situations of an entity. */
export interface Explored {
  readonly system: string;
  readonly entity: string;
  /** The entities that it was explored with. */
  readonly with: readonly string[];
  /** False where the search ended at its limit: then all numbers are of what was seen so far. */
  readonly complete: boolean;
  readonly situations: number;
  /** Situations times what can happen in each and is taken, whether it leads elsewhere or not. */
  readonly transitions: number;
  /** How many steps away from the beginning the farthest situation is. */
  readonly depth: number;
  readonly statuses: Tally;
  /** Situations that nothing leads out of. */
  readonly deadEnds: number;
  /** Rules of the entity that decide in no situation, as command, gate and code. */
  readonly undecided: readonly { readonly command: string; readonly gate: string; readonly code: Code | null }[];
  /** Codes of the entity's rules that are given in no situation. */
  readonly ungiven: readonly Code[];
  /** Facts that were free. */
  readonly free: readonly string[];
  /** Facts that ask for what is outside the space, and were held at their usual value. */
  readonly held: readonly string[];
  /** Bytes that the search held, for each situation. */
  readonly bytes: number;
}

export interface ExploreOptions {
  /** Facts of the entity that may be any of their values at any time. */
  readonly free?: readonly string[];
  /** Ends the search once the steps of so many situations were taken. */
  readonly limit?: number;
  /** Is told after each level of the search. */
  readonly progress?: (situations: number, depth: number) => void;
}

/** Visits every situation of an entity that can be reached, and counts. */
export function explore(system: System, kind: string, options: ExploreOptions = {}): Explored {
  const { free = [], limit = Number.POSITIVE_INFINITY, progress } = options;
  const quotient = compileSpace(system, kind, { free });
  // A strip has at least one situation: no more than the limit of them can be needed.
  const sweep = new Sweep(findStrips(layOut(quotient), limit));
  let complete = true;
  while (complete && !sweep.over) {
    complete = sweep.step(limit);
    progress?.(sweep.situations, sweep.depth);
  }
  const { situations, statuses, deadEnds, nodes } = count(sweep);
  const decided = new Set([...nodes].flatMap((node) => quotient.nodes[node]?.answers.map(({ rule }) => rule) ?? []));
  const { undecided, ungiven } = silentRules(system, kind, quotient, decided);
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
    undecided,
    ungiven,
    free,
    held: [...quotient.held].sort(),
    bytes: sweep.bytes / situations,
  };
}

function silentRules(
  system: System,
  kind: string,
  { deeds }: Quotient,
  decided: ReadonlySet<object>,
): Pick<Explored, 'undecided' | 'ungiven'> {
  const rules = Object.entries(system.entities[kind]?.rules ?? {}).flatMap(([command, list]) =>
    list.map((rule) => ({ command, rule })),
  );
  const silent = rules.filter(({ command, rule }) => {
    const done = 'effect' in rule && !isRefusal(rule) && deeds.has(`${kind} ${command} ${rule.effect}`);
    return !decided.has(rule) && !done;
  });
  const codesOf = (some: typeof rules): Code[] => some.flatMap(({ rule }) => (isRefusal(rule) ? [rule.code] : []));
  const given = new Set(codesOf(rules.filter(({ rule }) => decided.has(rule))));
  return {
    undecided: silent.map(({ command, rule }) => {
      return { command, gate: rule.gate, code: isRefusal(rule) ? rule.code : null };
    }),
    ungiven: [...new Set(codesOf(silent))].filter((code) => !given.has(code)),
  };
}
