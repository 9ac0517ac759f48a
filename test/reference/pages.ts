import { systems } from '../../machines/index.ts';
import type { System } from '../../src/model/index.ts';
import { readGolden } from '../golden/scenarios.ts';
import { codesPage } from './codes-page.ts';
import { entitiesPage } from './entities-page.ts';

/** Every generated page under docs/reference: its path there, and its text. */
export function* pages(): Generator<readonly [path: string, text: string]> {
  for (const system of Object.values(systems) as System[]) {
    yield [`${system.name}/codes.md`, codesPage(system, readGolden(system))];
    yield [`${system.name}/entities.md`, entitiesPage(system)];
  }
}
