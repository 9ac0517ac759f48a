import type { System } from '../../src/model/index.ts';
import { ClosedWorld } from '../../src/space/closed-world.ts';
import { explore } from '../space/explicit/explore.ts';
import { promela } from './promela/promela.ts';
import { type Bounds, type Verified, verify } from './spin.ts';

/** The Promela model of an entity's space, with the alphabet that `lifecycle explore` takes. */
export const modelOf = (system: System, kind: string): string =>
  promela(system, kind, new ClosedWorld(system, kind).letters);

/** What both found of a space. */
export interface Compared {
  readonly ours: { readonly situations: number; readonly transitions: number };
  readonly theirs: Verified;
}

/** Explores a space with our engine and, from the data again, with SPIN. */
export async function compareSpace(system: System, kind: string, bounds: Bounds = {}): Promise<Compared> {
  const { situations, transitions } = explore(system, kind);
  return { ours: { situations, transitions }, theirs: await verify(modelOf(system, kind), bounds) };
}
