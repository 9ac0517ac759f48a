import { beforeAll, describe, expect, test } from 'vitest';
import { egnyte } from '../../machines/egnyte/index.ts';
import { systems } from '../../machines/index.ts';
import { type Cover, coverOf } from '../../src/gating/cover.ts';
import { isRefusal, type System } from '../../src/model/index.ts';
import { ScenarioReader } from '../../src/scenario/index.ts';
import { ScenarioRunner } from '../../src/search/run-scenario.ts';
import { faults, groupsOf, metIn } from './variants.ts';

const SLOW = 240_000;

function coveringOf(system: System, kind: string): { readonly cover: Cover; readonly stage: ScenarioRunner } {
  const reader = new ScenarioReader(system);
  const read = (line: string) => reader.line(line);
  return { cover: coverOf(system, kind, { read }), stage: new ScenarioRunner(system, kind, read) };
}

const small = [
  { name: 'dovecot account', system: systems.dovecot, kind: 'account' },
  { name: 'egnyte project', system: systems.egnyte, kind: 'project' },
];

describe.each(small)('the cover of $name', ({ system, kind }) => {
  const { cover, stage } = coveringOf(system, kind);

  test('shows every representative, and both ends of some steps', () => {
    expect(new Set(cover.sequence).size).toBe(cover.representatives.length);
    expect(cover.sequence.length).toBeGreaterThanOrEqual(cover.representatives.length);
    expect(cover.transitions).toBeGreaterThan(0);
  });

  test('has no view twice, and its scenarios lead to them', () => {
    const views = cover.representatives.map(({ view }) => JSON.stringify(view));
    expect(new Set(views).size).toBe(views.length);
    for (const { lines, view, rules } of cover.representatives) {
      const scene = stage.after(lines);
      expect(scene.view).toEqual(view);
      for (const [command, rule] of rules) expect(scene.ruleOf(command)).toBe(rule);
    }
  });

  test('is the same when it is computed again', () => {
    const again = coveringOf(system, kind).cover;
    expect(again.sequence).toEqual(cover.sequence);
    expect(again.representatives.map(({ lines }) => lines)).toEqual(cover.representatives.map(({ lines }) => lines));
  });
});

describe('the cover of a job', () => {
  let cover: Cover;
  beforeAll(() => {
    ({ cover } = coveringOf(egnyte, 'job'));
  }, SLOW);

  const foundIn = async (name: string): Promise<string[]> =>
    groupsOf((await metIn(cover, name)).map(({ mismatch }) => mismatch));

  test('has thousands of situations, not millions, each a few steps away', () => {
    const { representatives, sequence, missed } = cover;
    expect(representatives.length).toBeGreaterThan(2_000);
    expect(sequence.length).toBeLessThan(4_000);
    expect(Math.max(...representatives.map(({ lines }) => lines.length))).toBeLessThan(20);
    expect(missed).toBeLessThan(20);
  });

  test('has every status of every phase that moves without a schedule, and every answer of a rule in the space', () => {
    const seen = new Set(cover.representatives.flatMap(({ view }) => Object.entries(view.phases).map(String)));
    const { chart } = egnyte.entities.job;
    for (const [phase, { states }] of Object.entries(chart.states)) {
      // Sanitizing is never a step of Migrate Data here, and a job has the usual transport.
      if (!/^[A-Z_]+$/.test(phase) || ['SCHEDULE_JOB', 'ASYNC_COPY'].includes(phase)) continue;
      for (const state of Object.keys(states)) {
        expect([...seen], phase).toContain(`${phase},${state === 'null' ? '' : state}`);
      }
    }
    const codes = new Set(
      cover.representatives.flatMap(({ rules }) =>
        [...rules].flatMap(([command, rule]) => (rule && isRefusal(rule) ? [`${command} ${rule.code}`] : [])),
      ),
    );
    for (const word of ['scan', 'copy', 'sync']) {
      for (const code of [650, 665, 671, 680, 681, 632, 693, 2017]) expect(codes).toContain(`${word}.start ${code}`);
    }
  });

  test('finds nothing wrong with the right variant', async () => {
    expect(await foundIn('right')).toEqual([]);
  });

  test.each(faults)('finds all that is wrong with $name', async ({ name, brings }) => {
    expect(await foundIn(name)).toEqual([...brings].sort());
  });
});
