import type { System } from '../../src/model/index.ts';
import { gatesTables } from './gates-table.ts';
import { GENERATED } from './markdown.ts';

/** The gates of every command of every entity, in the order in which they are asked. */
export const rulesPage = (system: System): string =>
  [
    GENERATED,
    `# ${system.title}: rules`,
    '',
    ...Object.values(system.entities).flatMap((lifecycle) => gatesTables(system, lifecycle, 2)),
  ].join('\n');
