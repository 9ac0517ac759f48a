import { expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import type { System } from '../../src/model/index.ts';
import { exportsOf } from './exports.ts';

// After an intended change: `npx vitest run --project unit test/golden/exports -u`. Read the diff.
test.each(Object.values<System>(systems).map((system) => [system.name, system] as const))(
  'the data of %s reads as in its file',
  (name, system) => expect(exportsOf(system)).toMatchFileSnapshot(`${name}.exports.txt`),
);
