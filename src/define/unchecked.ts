import type { System } from '../model/index.ts';

/** A symbol of the whole process: the command line and a user's module may each have loaded this module. */
const DEFINED = Symbol.for('migration-lifecycles.system');

/**
 * Makes a system of its parts and trusts them: for a package whose tests hold `laws(system)`, the first of which is the
 * check that `migration-lifecycles/define` makes at each start. A page need not load that check.
 */
export function defineSystem<const S extends System>(definition: S): S {
  Object.defineProperty(definition, DEFINED, { value: true });
  return definition;
}

/** Whether a value was made by defineSystem. A copy that was changed was not. */
export const isSystem = (value: unknown): value is System =>
  typeof value === 'object' && value !== null && DEFINED in value;
