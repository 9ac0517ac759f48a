import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { missed, type Named } from './scenario.ts';
import type { AnyOracle } from './types.ts';

/** What has to be known of an oracle to run the scenarios of acceptance with it. */
export interface Acceptance {
  readonly folder: URL;
  readonly make: () => AnyOracle;
  /** What `given ready` stands for. */
  readonly ready: readonly string[];
  readonly named?: Named;
}

/** One test for each scenario of acceptance: the oracle has to answer as it expects. */
export function answersAsExpected({ folder, make, ready, named }: Acceptance): void {
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));

  test('there are scenarios to run', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  test.for(files)('the oracle answers as %s expects', (file) => {
    const result = missed(readFileSync(new URL(file, folder), 'utf8'), make(), ready, named);
    expect(result.expectations).toBeGreaterThan(0);
    expect(result.missed).toEqual([]);
  });
}
