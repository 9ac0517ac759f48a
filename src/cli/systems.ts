import { systems, usualSystem } from '../../machines/index.ts';
import type { System } from '../model/index.ts';
import { unknown } from './complaint.ts';

const registry: { readonly [name: string]: System } = systems;

export const allSystems: readonly System[] = Object.values(registry);

/** The name of the system that is meant where none is named. */
export const usual: string = usualSystem;

/** The system of that name. Throws a Complaint where there is none. */
export function systemNamed(name: string): System {
  const system = Object.hasOwn(registry, name) ? registry[name] : undefined;
  if (system) return system;
  const names = Object.keys(registry);
  throw unknown('system', name, names, `it is one of ${names.join(', ')}`);
}
