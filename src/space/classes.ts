import { testsOf } from '../condition/walk.ts';
import type { CompiledTransition } from '../engine/compiled-transition.ts';
import type { Entity } from '../engine/entity.ts';
import { allMoves, type Condition, eventsHeard, type Lifecycle, stateOf } from '../model/index.ts';
import type { ClosedWorld } from './closed-world.ts';

/** One region of one of the space's entities. */
export interface Place {
  /** The indexes of the entity and of its region. */
  readonly member: number;
  readonly region: number;
  readonly kind: string;
  readonly name: string;
  readonly states: readonly string[];
  /** The class of each state. */
  readonly classOf: Uint8Array;
  /** The states of each class, in order. */
  readonly classes: readonly (readonly number[])[];
}

/**
 * The regions of a space, with their states partitioned into equivalence classes. Two states are equivalent if nothing
 * distinguishes them: they are in the same sets of every condition, have the same transitions, raise the same signals
 * on exit, and no code reads which of them it is. So an event does the same in all situations that differ only within
 * classes, and is computed once for all of them.
 */
export function placesOf({ members, read }: ClosedWorld): Place[] {
  return members.flatMap((member, index) =>
    member.lifecycle.regions.map(({ name, states }, region): Place => {
      const isRead = read.has(`${member.kind} ${name}`);
      const signatures = isRead ? states : signaturesOf(member, region);
      const distinct = [...new Set(signatures)];
      const classOf = Uint8Array.from(signatures, (signature) => distinct.indexOf(signature));
      const classes = distinct.map((_, each) =>
        states.flatMap((_state, state) => (classOf[state] === each ? [state] : [])),
      );
      return { member: index, region, kind: member.kind, name, states, classOf, classes };
    }),
  );
}

/** A text for each state of a region; equivalent states have equal texts. */
function signaturesOf(member: Entity, region: number): string[] {
  const { lifecycle } = member;
  const { name, states, left } = lifecycle.regions[region] as (typeof lifecycle.regions)[number];
  const sets = [...conditionsOf(lifecycle.source)].flatMap((condition) => setsOf(condition, name));
  const events = eventsHeard(lifecycle.source.chart);
  return states.map((state, index) => {
    const tests = sets.map((set) => (set.has(state) ? 1 : 0)).join('');
    const moves = events.map((event) => {
      const found = lifecycle.reactions.get(event)?.regions.find((each) => each.index === region);
      return found?.transitions[index]?.map((each) => signatureOf(each, index)).join('|') ?? '';
    });
    return [tests, left[index] ?? '', ...moves].join('\n');
  });
}

/** A self-transition without re-entry counts as no transition. */
const signatureOf = ({ guard, target, anew, error }: CompiledTransition, from: number): string =>
  `${JSON.stringify(guard)} ${target === from && !anew ? 'stays' : target} ${anew} ${error}`;

/** Every condition that may be evaluated for an entity without delays: guards, gates, and those with a name. */
export function* conditionsOf({ chart, rules, is }: Lifecycle): Generator<Condition> {
  const regions = Object.values(chart.states).flatMap(({ states, on }) => [
    on,
    ...Object.values(states).map((node) => node.on),
  ]);
  for (const { guard } of [...regions, chart.on].flatMap(allMoves)) if (guard !== undefined) yield guard;
  for (const list of Object.values(rules)) for (const { when } of list) yield when;
  yield* Object.values(is);
}

/** The sets of states of the region that a condition tests. */
function setsOf(condition: Condition, region: string): Set<string>[] {
  return testsOf(condition)
    .filter(({ name }) => name === region)
    .map(({ values }) => new Set(values.map((value) => stateOf(value === null ? null : String(value)))));
}
