import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import { simulate } from '../../src/engine/simulate.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { root } from './stage.ts';

const examples = globSync('docs/examples/*.txt', { cwd: root });

test.each(examples)('%s has expectations, and all hold', (path) => {
  const steps = readScenario(systems.egnyte, readFileSync(join(root, path), 'utf8'), path);
  expect(steps.some(({ expect: expected }) => expected)).toBe(true);
  expect([...simulate(steps, systems.egnyte)].filter(({ missed }) => missed)).toEqual([]);
});

test('there are examples', () => expect(examples).toContain('docs/examples/first.txt'));
