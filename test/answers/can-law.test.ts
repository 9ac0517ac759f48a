import { describe, expect, test } from 'vitest';
import { holdAgainstReach } from './law.ts';
import { sourceOf } from './sources.ts';

const sources = await Promise.all((['dovecot', 'dropsuite', 'mozilla-sync', 'wildduck'] as const).map(sourceOf));

describe.each(sources)('$system.name', (source) => {
  const kinds = Object.values(source.system.entities).filter(
    ({ kind, phases, commands }) =>
      source.shipped.entities[kind] && Object.keys(phases).length > 0 && Object.keys(commands).length > 0,
  );
  test.each(kinds)('can of a $kind gives the answers in the situations of each status', ({ kind }) => {
    expect(holdAgainstReach(source, kind)).toBeGreaterThan(0);
  });
});
