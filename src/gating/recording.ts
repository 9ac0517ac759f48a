import type { Value, View } from '../model/index.ts';

/** Is told of a name of the view that was read: a phase, a fact, or `agent`. */
export type Reader = (name: string) => void;

/**
 * The view, which tells what is read of it. Its members are getters, so that looking at its names alone reads nothing,
 * while whatever takes values out of it (destructuring, spreading, `JSON.stringify`, `structuredClone`) reads them. It
 * cannot be changed, and each question has one of its own: what a predicate keeps of it stays true.
 */
export function recorded(view: View, read: Reader): View {
  const { entity, agent } = view;
  const copy: View = { entity, phases: watched(view.phases, read), facts: watched(view.facts, read) };
  if (agent === undefined) return Object.freeze(copy);
  Object.defineProperty(copy, 'agent', { enumerable: true, get: () => told('agent', agent, read) });
  return Object.freeze(copy);
}

/** A plain view that cannot be changed. */
export function frozen(view: View): View {
  return Object.freeze({ ...view, phases: Object.freeze({ ...view.phases }), facts: Object.freeze({ ...view.facts }) });
}

function watched<Of extends Value>(values: { readonly [name: string]: Of }, read: Reader): { [name: string]: Of } {
  const descriptors: PropertyDescriptorMap = {};
  for (const [name, value] of Object.entries(values)) {
    descriptors[name] = { enumerable: true, get: () => told(name, value, read) };
  }
  return Object.freeze(Object.defineProperties({}, descriptors));
}

function told<Of extends Value>(name: string, value: Of, read: Reader): Of {
  read(name);
  return value;
}
