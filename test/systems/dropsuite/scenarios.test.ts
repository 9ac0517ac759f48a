import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dropsuite } from '../../../machines/dropsuite/index.ts';
import { Simulator } from '../../../src/engine/simulate.ts';
import { readScenario } from '../../../src/scenario/index.ts';

const folder = join(import.meta.dirname, 'scenarios');
const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));

describe('the scenarios of acceptance', () => {
  it('are all here', () => expect(files).toHaveLength(66));

  it.each(files)('%s', (file) => {
    const simulator = new Simulator(dropsuite);
    const steps = readScenario(dropsuite, readFileSync(join(folder, file), 'utf8'), file);
    expect(steps.map((step) => simulator.run(step)).filter(({ missed }) => missed)).toEqual([]);
  });
});
