import { loaders } from '../../machines/lazy.ts';
import { isSystem } from '../define/unchecked.ts';
import type { System } from '../model/index.ts';

/** A system that the page offers. */
export interface Offered {
  readonly name: string;
  readonly title: string;
  /** The address of its module, unless it is one of the package's. */
  readonly module?: string;
}

/** Loads a system. The module's address is absolute, because a worker resolves relative ones differently. */
export async function loadSystem({ name, module }: Offered): Promise<System> {
  const registry: { readonly [name: string]: () => Promise<System> } = loaders;
  const load = registry[name];
  if (module === undefined && load) return load();
  const { default: system } = (await import(module ?? '')) as { readonly default?: unknown };
  if (!isSystem(system)) throw new TypeError(`${module} has no system as its default export`);
  return system;
}
