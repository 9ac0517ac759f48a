import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { egnyte } from '../../../machines/egnyte/index.ts';
import { Simulator } from '../../../src/engine/simulate.ts';
import { readScenario } from '../../../src/scenario/index.ts';

const folder = join(import.meta.dirname, 'scenarios');
const files = readdirSync(folder);

describe('the scenarios of acceptance', () => {
  it('are all here, and nothing else is', () => {
    expect(files).toHaveLength(118);
    expect(files.filter((file) => !file.endsWith('.txt'))).toEqual([]);
  });

  it.each(files)('%s', (file) => {
    const simulator = new Simulator(egnyte);
    const steps = readScenario(egnyte, readFileSync(join(folder, file), 'utf8'), file);
    expect(steps.some((step) => step.expect)).toBe(true);
    expect(steps.map((step) => simulator.run(step)).filter(({ missed }) => missed)).toEqual([]);
  });
});
