import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { egnyte } from '../../machines/egnyte/index.ts';
import { alphabetOf } from '../../src/engine/sample-lines.ts';
import { fragmentOf, LinkError, MOST_TEXT, sharedIn } from '../../src/link/fragment.ts';
import { fc } from '../random/fast-check.ts';

const scenario = `given ready
job scan.start
job scan.started
job scan.succeeded files=120000
job copy.start
job copy.started
agent disconnect
job scan.start
wait 1h
agent register version=3.20.0
job copy.succeeded
job sync.start
job sync.started
job:2 create destination=/Shared/Finance
job:2 create.started
job:2 create.succeeded
job:2 scan.start
job sync.reviewRequired code=9080
job sync.stop
job:2 scan.stop
`;

const coded = (text: string | Uint8Array): string => `1${deflateRawSync(text).toString('base64url')}`;

describe('the fragment of a link', () => {
  test('of twenty ordinary lines has at most 300 characters', async () => {
    expect(scenario.trimEnd().split('\n')).toHaveLength(20);
    const fragment = await fragmentOf({ system: 'egnyte', scenario, entity: 'job:1' });
    expect(fragment.length).toBeLessThanOrEqual(300);
    expect(fragment).toMatch(/^[\w-]+$/);
  });

  test('gives back what it was made of', async () => {
    const shared = { system: 'egnyte', scenario: scenario.trimEnd(), entity: 'job:2', turns: 7 };
    expect(await sharedIn(await fragmentOf(shared))).toEqual(shared);
  });

  test('gives back any text, as far as it ends with a step', async () => {
    const lines = fc.array(fc.oneof(fc.constantFrom(...alphabetOf(egnyte)), fc.string({ unit: 'grapheme' })));
    await fc.assert(
      fc.asyncProperty(
        lines.map((all) => all.join('\n')),
        fc.option(fc.nat(999_999), { nil: undefined }),
        fc.option(fc.constantFrom('job:1', 'agent:a-b.c'), { nil: undefined }),
        async (text, turns, entity) => {
          const shared = {
            system: 'egnyte',
            scenario: text,
            ...(turns ? { turns } : {}),
            ...(entity ? { entity } : {}),
          };
          const back = await sharedIn(await fragmentOf(shared));
          expect(back).toEqual({ ...shared, scenario: text.trimEnd() });
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a session without a link', () => {
  test('is one that is too long', async () => {
    await expect(fragmentOf({ system: 'egnyte', scenario: 'x'.repeat(MOST_TEXT + 1) })).rejects.toThrow(LinkError);
  });
});

describe('a link that somebody has made', () => {
  test.each([
    ['is of another version', '2abc', 'another version'],
    ['is cut off', coded(scenario).slice(0, 40), 'damaged'],
    ['has letters that none has', '1<script>alert(1)</script>', 'damaged'],
    ['is no base64', '1a', 'damaged'],
    ['is too long', `1${'a'.repeat(10_000)}`, 'too long'],
    ['stands for a hundred million letters', coded(`egnyte\n${'a'.repeat(5_000_000)}`), 'more than this page plays'],
    ['is no text', coded(new Uint8Array([255, 254, 253])), 'damaged'],
    ['names no system', coded('\njob scan.start'), 'damaged'],
    ['has markup for a system', coded('<img src=x>\njob scan.start'), 'damaged'],
  ])('and that %s is refused with a sentence', async (_, fragment, says) => {
    await expect(sharedIn(fragment)).rejects.toThrow(LinkError);
    await expect(sharedIn(fragment)).rejects.toThrow(says);
  });

  test('is read or refused with a sentence, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `1${text}`),
          fc.uint8Array().map(coded),
        ),
        async (text) => {
          const read = await sharedIn(text).catch((error: unknown) => error);
          expect(read instanceof LinkError || typeof (read as { system: unknown }).system === 'string').toBe(true);
        },
      ),
    );
  });

  test('keeps a word that means something to JavaScript a word', async () => {
    expect((await sharedIn(coded('__proto__\nx'))).system).toBe('__proto__');
  });
});
