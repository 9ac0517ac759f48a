import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missedIn, run } from './facts/run.ts';

const folder = new URL('./scenarios/', import.meta.url);
const files = readdirSync(folder);

describe('acceptance scenarios', () => {
  it('are all there', () => {
    expect(files).toHaveLength(64);
  });

  it.each(files)('%s', (file) => {
    expect(missedIn(run(readFileSync(new URL(file, folder), 'utf8').split('\n')))).toEqual([]);
  });
});
