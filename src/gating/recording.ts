import { besideIn, ONE_OF, type OneOf, type Value, type View, valueIn } from '../model/index.ts';

/** Called with each read of the view: whether a phase or a fact has one of some values, and the answer. */
export type Reader = (name: string, values: readonly Value[], holds: boolean) => void;

/**
 * A view that reports what is read of it. Its members are getters: listing its names reads nothing, while everything that
 * takes values out of it (destructuring, spreading, `JSON.stringify`, `structuredClone`) reads them. It cannot be changed,
 * and each question has its own, so what a predicate keeps of it stays true. Code that only needs to know whether a value
 * is one of several can ask just that, as the gates of this package do.
 */
export function recorded(view: View, read: Reader): View {
  const beside = besideIn(view);
  const oneOf: OneOf = (name, values) => {
    const holds = values.includes(valueIn(view, name) as Value);
    read(name, values, holds);
    return holds;
  };
  // Its members have the order of a plain view, because some predicates compare its JSON.
  const copy = Object.defineProperties({}, getters({ entity: view.entity }, read));
  Object.assign(copy, { phases: watched(view.phases, read) });
  Object.defineProperties(copy, getters(beside, read));
  Object.assign(copy, { facts: watched(view.facts, read) });
  return Object.freeze(Object.defineProperty(copy, ONE_OF, { value: oneOf })) as View;
}

/** A plain view that cannot be changed: the view itself if it is one, else a copy. */
export function frozen(view: View): View {
  if (Object.isFrozen(view)) return view;
  return Object.freeze({ ...view, phases: Object.freeze({ ...view.phases }), facts: Object.freeze({ ...view.facts }) });
}

function watched<Of extends Value>(values: { readonly [name: string]: Of }, read: Reader): { [name: string]: Of } {
  return Object.freeze(Object.defineProperties({}, getters(values, read)));
}

function getters(values: { readonly [name: string]: Value }, read: Reader): PropertyDescriptorMap {
  const descriptors: PropertyDescriptorMap = {};
  for (const [name, value] of Object.entries(values)) {
    descriptors[name] = {
      enumerable: true,
      get: () => {
        read(name, [value], true);
        return value;
      },
    };
  }
  return descriptors;
}
