import { type SystemName, type Systems, systems } from '../machines/index.ts';
import { checked } from './core.ts';
import type { System } from './model/index.ts';
import { nearest } from './model/near.ts';

/** A registered system by name, or one made by defineSystem. */
export type SystemLike = SystemName | System;

/** The system, typed from its own data. */
export type SystemOf<S extends SystemLike> = S extends SystemName ? Systems[S] : S extends System ? S : never;

/** The kinds of entities of the system. */
export type KindOf<S extends SystemLike> =
  SystemOf<S> extends { readonly entities: infer E } ? keyof E & string : never;

/** Looks up a name; returns a system as it is. Throws a TypeError for anything else. */
export function systemOf<S extends SystemLike>(system: S): SystemOf<S> & System {
  return found(system) as SystemOf<S> & System;
}

function found(system: SystemLike): System {
  if (typeof system !== 'string') return checked(system);
  if (Object.hasOwn(systems, system)) return systems[system];
  const near = nearest(system, Object.keys(systems));
  const hint = near === undefined ? `there are ${Object.keys(systems).join(', ')}` : `did you mean ${near}?`;
  throw new TypeError(`there is no system ${system}; ${hint}`);
}
