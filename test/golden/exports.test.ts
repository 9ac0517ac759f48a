import { expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import type { System } from '../../src/model/index.ts';
import { exportsOf } from './exports.ts';

// A change that is meant: `npx vitest run --project unit test/golden/exports -u`. Read the difference.
test.each(Object.values<System>(systems).map((system) => [system.name, system] as const))(
  'what is read of %s is as in its file',
  (name, system) => expect(exportsOf(system)).toMatchFileSnapshot(`${name}.exports.txt`),
);
