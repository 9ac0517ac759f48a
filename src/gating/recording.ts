import { besideIn, type Value, type View } from '../model/index.ts';

/** Is told of a name of the view that was read: a phase or a fact. */
export type Reader = (name: string) => void;

/**
 * The view, which tells what is read of it. Its members are getters, so that looking at its names alone reads nothing,
 * while whatever takes values out of it (destructuring, spreading, `JSON.stringify`, `structuredClone`) reads them. It
 * cannot be changed, and each question has one of its own: what a predicate keeps of it stays true.
 */
export function recorded(view: View, read: Reader): View {
  const copy = { entity: view.entity, phases: watched(view.phases, read), facts: watched(view.facts, read) };
  return Object.freeze(Object.defineProperties(copy, getters(besideIn(view), read)));
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
    descriptors[name] = { enumerable: true, get: () => told(name, value, read) };
  }
  return descriptors;
}

function told<Of extends Value>(name: string, value: Of, read: Reader): Of {
  read(name);
  return value;
}
