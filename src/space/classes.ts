import { testsOf } from '../condition/walk.ts';
import type { CompiledTransition } from '../engine/compiled-transition.ts';
import type { Entity } from '../engine/entity.ts';
import { type Condition, type Lifecycle, stateOf } from '../model/index.ts';
import type { ClosedWorld } from './closed-world.ts';
import { heardBy } from './letters.ts';

/** One region of one of the space's entities. */
export interface Place {
  /** Which of the entities, and which of its regions. */
  readonly member: number;
  readonly region: number;
  readonly kind: string;
  readonly name: string;
  readonly states: readonly string[];
  /** The class of each state. */
  readonly classOf: Uint8Array;
  /** The states of each class, in order. */
  readonly classes: readonly (readonly number[])[];
  /** Which state of its class each state is. */
  readonly digitOf: Uint8Array;
}

/**
 * The regions of a space, the states of each sorted into classes: two states are of one class where nothing that is asked
 * or done tells them apart. They stand in the same sets of every condition, the same transitions lead on from them,
 * leaving them raises the same signals, and no code reads which of them it is. So what an event does is the same for all
 * situations that differ within classes only, and has to be worked out once for all of them.
 */
export function placesOf({ members, read }: ClosedWorld): Place[] {
  return members.flatMap((member, index) =>
    member.lifecycle.regions.map(({ name, states }, region): Place => {
      const isRead = read.has(`${member.kind} ${name}`);
      const signatures = isRead ? states.map((state) => state) : signaturesOf(member, region);
      const distinct = [...new Set(signatures)];
      const classOf = Uint8Array.from(signatures, (signature) => distinct.indexOf(signature));
      const classes = distinct.map((_, each) =>
        states.flatMap((_state, state) => (classOf[state] === each ? [state] : [])),
      );
      const digitOf = Uint8Array.from(states, (_, state) => (classes[classOf[state] as number] ?? []).indexOf(state));
      return { member: index, region, kind: member.kind, name, states, classOf, classes, digitOf };
    }),
  );
}

/** What tells each state of a region from the others, as text. */
function signaturesOf(member: Entity, region: number): string[] {
  const { lifecycle } = member;
  const { name, states, left } = lifecycle.regions[region] as (typeof lifecycle.regions)[number];
  const sets = [...conditionsOf(lifecycle.source)].flatMap((condition) => setsOf(condition, name));
  const events = [...heardBy(lifecycle.source.chart)];
  return states.map((state, index) => {
    const tests = sets.map((set) => (set.has(state) ? 1 : 0)).join('');
    const moves = events.map((event) => {
      const found = lifecycle.reactions.get(event)?.regions.find((each) => each.index === region);
      return found?.transitions[index]?.map((each) => signatureOf(each, index)).join('|') ?? '';
    });
    return [tests, left[index] ?? '', ...moves].join('\n');
  });
}

/** A transition to the state itself that is not entered anew is none. */
const signatureOf = ({ guard, target, anew, error }: CompiledTransition, from: number): string =>
  `${JSON.stringify(guard)} ${target === from && !anew ? 'stays' : target} ${anew} ${error}`;

/** Every condition that may be asked of an entity. */
function* conditionsOf({ chart, rules, is }: Lifecycle): Generator<Condition> {
  for (const list of Object.values(rules)) for (const { when } of list) yield when;
  yield* Object.values(is);
  for (const { states, on } of Object.values(chart.states)) {
    for (const handlers of [on, ...Object.values(states).map((node) => node.on)]) yield* guardsOf(handlers);
  }
  yield* guardsOf(chart.on);
}

function* guardsOf(handlers: Lifecycle['chart']['on']): Generator<Condition> {
  for (const moves of Object.values(handlers ?? {})) {
    for (const move of Array.isArray(moves) ? moves : [moves]) if (move.guard !== undefined) yield move.guard;
  }
}

/** The sets of states that a condition asks whether the region stands in. */
function setsOf(condition: Condition, region: string): Set<string>[] {
  return testsOf(condition)
    .filter(({ name }) => name === region)
    .map(({ values }) => new Set(values.map((value) => stateOf(value === null ? null : String(value)))));
}
