import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Simulator } from '../../../../../../src/engine/simulate.ts';
import { readScenario } from '../../../../../../src/scenario/index.ts';
import { sampleProduct } from '../../../machines/sample-product/index.ts';

const folder = join(import.meta.dirname, 'scenarios');
const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));

describe('the scenarios', () => {
  it('are there', () => expect(files.length).toBeGreaterThan(0));

  it.each(files)('%s', (file) => {
    const simulator = new Simulator(sampleProduct);
    const steps = readScenario(sampleProduct, readFileSync(join(folder, file), 'utf8'), file);
    expect(steps.some((step) => step.expect)).toBe(true);
    expect(steps.map((step) => simulator.run(step)).filter(({ missed }) => missed)).toEqual([]);
  });
});
