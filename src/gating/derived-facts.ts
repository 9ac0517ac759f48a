import { namesOf } from '../condition/walk.ts';
import {
  type Condition,
  type EntityView,
  type Fact,
  isPhase,
  kept,
  type Lifecycle,
  stateOf,
  statusOf,
  type Value,
} from '../model/index.ts';
import { ASKED_FOR_MORE, nothing } from './nothing.ts';

/** A value of a fact, and the condition over the phases under which the fact has it if no earlier condition holds. */
export interface DerivedValue {
  readonly when: Condition;
  readonly value: Value;
}

/** A fact with more values or branches than this is not analysed. */
const MOST = 64;

/**
 * How a fact follows from the phases of its entity: the value of the first condition that holds. Undefined if the fact
 * depends on anything else. The fact itself is computed, once for each way in which its questions can be answered.
 */
export function derivedFact(lifecycle: Lifecycle, fact: Fact): DerivedValue[] | undefined {
  const derived: DerivedValue[] = [];
  let answers: boolean[] = [];
  try {
    do {
      const { value, asked } = askedWith(lifecycle, fact, answers);
      answers = asked.map((_, index) => answers[index] ?? true);
      // Cases excluded by a negative answer come earlier in the list, so the questions that hold are enough.
      derived.push({ when: { all: asked.filter((_, index) => answers[index]) }, value });
      while (answers.at(-1) === false) answers.pop();
      if (answers.length > 0) answers[answers.length - 1] = false;
    } while (answers.length > 0 && derived.length < MOST);
  } catch (error) {
    if (error === ASKED_FOR_MORE) return undefined;
    throw error;
  }
  return answers.length > 0 ? undefined : derived;
}

/** The fact's value if its first questions are answered like this and all others with yes. */
function askedWith(
  lifecycle: Lifecycle,
  fact: Fact,
  answers: readonly boolean[],
): { value: Value; asked: readonly Condition[] } {
  const asked: Condition[] = [];
  const earlier = new Map<string, boolean>();
  const holds = (condition: Condition): boolean => {
    if (![...namesOf(condition)].every(isPhase)) throw ASKED_FOR_MORE;
    return kept(earlier, JSON.stringify(condition), () => answers[asked.push(condition) - 1] ?? true);
  };
  const self = nothing<EntityView>({
    is: (name: string) => holds(lifecycle.is[name] as Condition),
    state: (region: string) => {
      const states = Object.keys(lifecycle.chart.states[region]?.states ?? {});
      const others = states.slice(0, -1);
      return others.find((state) => holds({ [region]: statusOf(state) })) ?? stateOf(states.at(-1) ?? null);
    },
  });
  return { value: fact.of({ world: nothing(), self, event: '', params: nothing() }), asked };
}
