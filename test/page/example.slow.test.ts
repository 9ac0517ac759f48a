import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { egnyte } from '../../machines/egnyte/index.ts';
import { answersOf } from '../../machines/shipped.ts';
import { checkGating } from '../../src/gating/check.ts';
import { ScenarioReader } from '../../src/scenario/index.ts';
import { seedOr } from '../random/seed.ts';
import { example, faults, gatingOf, groupsOf } from './variants.ts';
import { differencesOn, sampleOf } from './walking.ts';

const reader = new ScenarioReader(egnyte);
const shipped = await answersOf('egnyte');
const check = async (name: string) =>
  checkGating(egnyte, 'job', await gatingOf(name), { read: (line) => reader.line(line), shipped });
const SLOW = { timeout: 240_000 };
const SEED = seedOr(20_261_121);

/** The shortest scenario that is reported for each variant. */
const nearest: { readonly [name: string]: readonly string[] } = {
  'wrong-order': ['given ready', 'domain set latest=4.0.0', 'agent upgrade'],
  'forgets-stopping': ['given ready', 'job scan.start', 'job scan.started', 'job scan.stop'],
  'ignores-agent': ['given ready', 'agent disconnect'],
  'skipped-is-not-scanned': ['given ready', 'job scan.start', 'job scan.skipped'],
  'forgets-review': ['given ready', 'job sync.start', 'job sync.started', 'job sync.reviewRequired code=9080'],
  'deletes-while-active': ['given ready', 'job scan.start'],
  'ignores-link': ['given ready', 'agent link.unstable'],
  'paused-is-finished': ['given ready', 'job scan.start', 'job scan.started', 'agent disconnect'],
  'forgets-scheduler': ['given ready', 'agent disconnect', 'agent register version=3.20.0 scheduler=off'],
  // There is a shorter one: `job scan.stop` instead of the last two lines.
  'ignores-conflict': [
    'agent register version=3.20.0',
    'job:2 create destination=/Shared/A',
    'job:2 create.started',
    'job:2 create.succeeded',
    'job create destination=/Shared/A',
    'job create.started',
    'job create.succeeded',
    'job scan.started',
    'job scan.succeeded',
  ],
  'starts-beside': ['given ready', 'job scan.start'],
  'forgets-transport': ['given ready', 'job copy.start', 'job copy.started', 'job copy.suspended'],
};

test('there are twelve faults, each with a variant of its own', () => {
  expect(faults).toHaveLength(12);
  const variants = readdirSync(join(example, 'variants')).map((file) => file.replace('.js', ''));
  expect(variants.sort()).toEqual([...faults.map(({ name }) => name), 'right'].sort());
});

test('the gating is written by hand: it imports nothing of the package', () => {
  const files = readdirSync(example, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  expect(files.length).toBeGreaterThan(12);
  for (const file of files) {
    const imports = [...readFileSync(join(example, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*['"`]([^'"`]+)/g)];
    for (const [, from = ''] of imports) expect(from, file).toMatch(/^\.\.?\//);
  }
});

describe('the right variant', () => {
  test('has no mismatch in any situation of a job', SLOW, async () => {
    const { mismatches, summary } = await check('right');
    expect(mismatches).toEqual([]);
    expect(summary).toMatchObject({ level: 'exhaustive', unexercised: [] });
  });

  test('has none on random walks either, with schedules, projects and settings', SLOW, async () => {
    const gating = await gatingOf('right');
    for (const steps of sampleOf(SEED, 40)) {
      expect([...differencesOn(steps, gating)], `walks from seed ${SEED}`).toEqual([]);
    }
  });
});

describe.each(faults)('$name, which $says,', ({ name, brings, withSchedule = [] }) => {
  test('is found, with a scenario, and nothing else', SLOW, async () => {
    const { mismatches, summary } = await check(name);
    expect(groupsOf(mismatches)).toEqual([...brings, ...withSchedule].sort());
    expect(summary.unconfirmed).toBe(0);
    const lengths = mismatches.map(({ scenario = [] }) => scenario.length);
    expect(mismatches[lengths.indexOf(Math.min(...lengths))]?.scenario).toEqual(nearest[name]);
  });
});
