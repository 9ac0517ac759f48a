import { besideIn, ONE_OF, type OneOf, type Value, type View, valueIn } from '../model/index.ts';

/** Is told what was asked of the view: whether a phase or a fact is one of some values, and whether it is. */
export type Reader = (name: string, values: readonly Value[], holds: boolean) => void;

/**
 * The view, which tells what is read of it. Its members are getters, so that looking at its names alone reads nothing,
 * while whatever takes values out of it (destructuring, spreading, `JSON.stringify`, `structuredClone`) reads them. It
 * cannot be changed, and each question has one of its own: what a predicate keeps of it stays true. Who only wants to
 * know whether a value is one of several can ask for that: gates of this package do.
 */
export function recorded(view: View, read: Reader): View {
  const beside = besideIn(view);
  const copy = { entity: view.entity, phases: watched(view.phases, read), facts: watched(view.facts, read) };
  const oneOf: OneOf = (name, values) => {
    const holds = values.includes(valueIn(view, name) as Value);
    read(name, values, holds);
    return holds;
  };
  Object.defineProperty(copy, ONE_OF, { value: oneOf });
  return Object.freeze(Object.defineProperties(copy, getters(beside, read)));
}

/** A plain view that cannot be changed. */
export function frozen(view: View): View {
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
