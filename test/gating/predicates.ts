import fc from 'fast-check';
import type { Predicate, UiAnswer } from '../../src/gating/report.ts';
import type { View } from '../../src/model/index.ts';

/** The value of a name of a view. */
export const inView = ({ phases, agent, facts }: View, name: string) =>
  name === 'agent' ? agent : Object.hasOwn(phases, name) ? phases[name] : facts[name];

/**
 * Decision trees over the names of a view: which name is read next depends on what was read, and so does the answer. The
 * same numbers give the same predicate.
 */
export const predicates = (names: readonly string[], answers: readonly UiAnswer[]): fc.Arbitrary<Predicate> =>
  fc.record({ seed: fc.nat(), depth: fc.integer({ min: 0, max: 4 }) }).map(({ seed, depth }) => {
    const predicate: Predicate = (command, view) => {
      let hash = mixed(seed, command);
      for (let left = depth; left > 0; left -= 1) {
        const name = names[hash % names.length] as string;
        hash = mixed(hash, `${name}=${String(inView(view, name))}`);
      }
      return answers[hash % answers.length] as UiAnswer;
    };
    return Object.assign(predicate, { [fc.toStringMethod]: () => `predicate of seed ${seed}, depth ${depth}` });
  });

/** FNV-1a. */
function mixed(seed: number, text: string): number {
  let hash = (seed ^ 0x811c9dc5) >>> 0;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return (hash ^ (hash >>> 15)) >>> 0;
}
