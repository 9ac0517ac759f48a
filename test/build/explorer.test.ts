import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { explorerModule, explorerScript } from '../../src/build/explorer.ts';
import { root } from '../support/packed.ts';

test('the script of an explorable picture is built from the present src/web/explorer (if not: npm run build)', async () => {
  expect(await explorerScript(root)).toBe(readFileSync(explorerModule(root), 'utf8'));
});
