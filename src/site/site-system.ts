import type { Sources } from '../diagram/draw.ts';
import type { CodeRow, System } from '../model/index.ts';
import type { SystemAnswers } from '../reach/index.ts';

/** A system, and what its pages need besides. */
export interface SiteSystem {
  readonly system: System;
  /** The reachable situations of its entities, and the answers to commands there. */
  readonly answers?: SystemAnswers;
  /** What its pictures need besides. */
  readonly pictures: Sources;
  /** A shortest scenario that shows a row. */
  scenarioOf(row: CodeRow): readonly string[] | undefined;
  /** The modules of a system that is not one of the package's, from the root: its own first, then what that imports. */
  readonly modules?: readonly string[];
}
