import type { System } from '../model/index.ts';
import type { Context } from './hono.ts';
import type { FindPath } from './way-to.ts';
import type { ServedWorld } from './world.ts';

/** What the routes share. */
export interface Served {
  readonly system: System;
  readonly find: FindPath;
  /** The world that a request chooses, by a header or by the query. */
  worldOf(c: Context): ServedWorld;
  /** Ends the world that a request chooses. */
  end(c: Context): void;
}
