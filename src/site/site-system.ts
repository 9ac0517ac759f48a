import type { Sources } from '../diagram/draw.ts';
import type { CodeRow, System } from '../model/index.ts';
import type { SystemAnswers } from '../reach/index.ts';

/** A system with what is known of it when its pages are written. */
export interface SiteSystem {
  readonly system: System;
  /** What is shipped of its situations, where that is so. */
  readonly answers?: SystemAnswers;
  /** What its pictures are drawn from, besides the data. */
  readonly pictures: Sources;
  /** A shortest scenario that shows a row. */
  scenarioOf(row: CodeRow): readonly string[] | undefined;
  /** Where the page loads its module from, from the root, where it is none of the package's. */
  readonly module?: string;
}
