import { describe, expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import { answersOf } from '../../machines/shipped.ts';
import { checkGating, type Predicate } from '../../src/gating/check.ts';
import type { View } from '../../src/model/index.ts';
import { readerOf } from './naive.ts';

const read = readerOf(systems.egnyte);
const shipped = await answersOf('egnyte');

/** `copy.start` as a person would write it, from the facts of the view. */
const copyStart: Predicate = (_, { phases, agent, facts }) =>
  phases.CREATE_MIGRATION === 'SUCCEEDED' &&
  ![`QUEUED`, 'RUNNING', 'PAUSED', 'SUCCEEDED'].includes(phases.FINALIZE_MIGRATION ?? '') &&
  facts.active === null &&
  facts.agentUpgrade === null &&
  agent === 'ACTIVE' &&
  !facts.destinationConflict &&
  !facts.destinationForbidden &&
  ['SUCCEEDED', 'SKIPPED'].includes(phases.SCAN ?? '') &&
  !facts.filesOverLimit &&
  !facts.bytesOverLimit &&
  !facts.activeJobsAtLimit &&
  !facts.linkUnstable;

/** The example page's gating, written by hand: it is right. */
const { default: right } = (await import('../../docs/examples/gating-ui/variants/right.js' as string)) as {
  readonly default: Predicate;
};

const copy = { read, shipped, commands: ['copy.start'] };

test('right gating of copy.start has no mismatch in any situation', { timeout: 120_000 }, async () => {
  const { mismatches, summary } = await checkGating(systems.egnyte, 'job', copyStart, copy);
  expect(mismatches).toEqual([]);
  expect(summary).toMatchObject({ level: 'exhaustive', unexercised: [] });
  expect(BigInt(summary.situations)).toBeGreaterThan(10n ** 17n);
});

test('each forgotten fact is found, and nothing else', { timeout: 300_000 }, async () => {
  const forgotten = {
    linkUnstable: 693,
    activeJobsAtLimit: 628,
    filesOverLimit: 629,
    bytesOverLimit: 640,
    destinationForbidden: 643,
    destinationConflict: 632,
  };
  for (const [fact, code] of Object.entries(forgotten)) {
    // The other facts are read only where they matter.
    const forgets: Predicate = (command, seen) =>
      copyStart(command, { ...seen, facts: Object.create(seen.facts, { [fact]: { value: false } }) as View['facts'] });
    const { mismatches, summary } = await checkGating(systems.egnyte, 'job', forgets, copy);
    expect(summary.unconfirmed).toBe(0);
    expect(mismatches).toMatchObject([
      { ui: 'enabled', model: 'rejected', error: { code }, view: { facts: { [fact]: true } } },
    ]);
  }
});

test('a UI that is wrong only where the agent is DEACTIVATED is found', { timeout: 120_000 }, async () => {
  const forgets: Predicate = (command, seen) =>
    copyStart(command, { ...seen, agent: seen.agent === 'DEACTIVATED' ? 'ACTIVE' : (seen.agent ?? null) });
  const { mismatches } = await checkGating(systems.egnyte, 'job', forgets, copy);
  expect(mismatches).toMatchObject([{ error: { code: 688 }, view: { agent: 'DEACTIVATED' } }]);
  expect(mismatches[0]?.scenario).toContain('agent deactivate');
});

test('for a UI that offers everything, every refusal is reported', { timeout: 120_000 }, async () => {
  const { mismatches } = await checkGating(systems.egnyte, 'job', () => true, copy);
  expect(mismatches.find(({ error }) => error?.code === 650)).toMatchObject({
    command: 'copy.start',
    scenario: ['given ready', 'job scan.start'],
  });
  expect([...new Set(mismatches.map(({ error }) => error?.code))].sort()).toEqual(
    [
      2017, 628, 629, 632, 640, 643, 650, 651, 652, 653, 654, 655, 661, 663, 664, 665, 666, 667, 668, 669, 670, 671,
      672, 673, 674, 675, 677, 678, 680, 681, 682, 684, 685, 688, 693,
    ]
      .map(Number)
      .sort(),
  );
});

describe('a UI with all commands of a job', () => {
  const check = (predicate: Predicate) => checkGating(systems.egnyte, 'job', predicate, { read, shipped });

  test('that never offers schedule.stop is found wrong', { timeout: 600_000 }, async () => {
    const { mismatches } = await check((command, view) => command !== 'schedule.stop' && right(command, view));
    expect(mismatches).toMatchObject([{ command: 'schedule.stop', ui: 'disabled', model: 'accepted' }]);
    expect(mismatches[0]?.scenario?.length).toBeGreaterThan(0);
  });

  test('that reads everything, and is wrong where three facts come together, is found wrong', {
    timeout: 600_000,
  }, async () => {
    const { mismatches } = await check((command, view) => {
      const { linkUnstable, filesOverLimit, bytesOverLimit } = view.facts;
      const wrong = command === 'scan.start' && linkUnstable && filesOverLimit && bytesOverLimit;
      return wrong === true || right(command, { ...view, phases: { ...view.phases } });
    });
    expect(mismatches.map(({ command, ui, error }) => `${command} ${ui} ${error?.code}`)).toContain(
      'scan.start enabled 693',
    );
  });

  test('that spreads the phases is checked in every class, and is clean', { timeout: 600_000 }, async () => {
    const spreads: Predicate = (command, view) => right(command, { ...view, phases: { ...view.phases } });
    const { mismatches, summary } = await check(spreads);
    expect(mismatches).toEqual([]);
    expect(['classes', 'exhaustive']).toContain(summary.level);
    expect(summary.unexercised).toEqual([]);
  });
});
