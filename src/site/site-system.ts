import type { Sources } from '../diagram/draw.ts';
import type { CodeRow, System } from '../model/index.ts';
import type { SystemAnswers } from '../reach/index.ts';

/** A system, and what its pages need beside it. */
export interface SiteSystem {
  readonly system: System;
  /** What is reached of its entities, and how commands are answered there. */
  readonly answers?: SystemAnswers;
  /** What its pictures need beside the data. */
  readonly pictures: Sources;
  /** A shortest scenario that shows a row. */
  scenarioOf(row: CodeRow): readonly string[] | undefined;
  /** The modules of a system that is not one of the package's, from the root: its own first, then what that imports. */
  readonly modules?: readonly string[];
}
