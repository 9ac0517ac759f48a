import type { System } from '../model/index.ts';

/** A global symbol: the CLI and a user's module may each have their own copy of this module. */
const DEFINED = Symbol.for('migration-lifecycles.system');

/**
 * Makes a system from its parts without checking them. For packages whose tests run `laws(system)`: its first law is
 * the check that `migration-lifecycles/define` makes at every start. A page need not load that check.
 */
export function defineSystem<const S extends System>(definition: S): S {
  Object.defineProperty(definition, DEFINED, { value: true });
  return definition;
}

/** Whether defineSystem made this value. A modified copy does not count. */
export const isSystem = (value: unknown): value is System =>
  typeof value === 'object' && value !== null && DEFINED in value;
