import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { explorerModule, explorerScript } from '../../src/build/explorer.ts';
import { root } from '../support/packed.ts';

test('the script in a page to explore is made of what src/web/explorer has now (else: npm run build)', async () => {
  expect(await explorerScript(root)).toBe(readFileSync(explorerModule(root), 'utf8'));
});
