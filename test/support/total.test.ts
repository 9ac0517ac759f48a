import { expect, it } from 'vitest';
import { closingLine } from './closing-line.ts';
import { total } from './total.ts';

it.each([
  ['two runs', ['noise\n3 passed, 0 failed\n', '4 passed, 1 failed, 2 skipped\n'], '7 passed, 1 failed, 2 skipped'],
  ['a run that stopped at the types', ['error TS2304\n', '4 passed, 0 failed\n'], '4 passed, 1 failed'],
  ['a run whose tests print such a line too', ['9 passed, 9 failed\n3 passed, 0 failed\n'], '3 passed, 0 failed'],
])('the closing line of %s', (_, outputs, line) => {
  expect(closingLine(total(outputs))).toBe(line);
});
