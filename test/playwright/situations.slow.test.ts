import { describe, expect, test } from 'vitest';
import { dovecot } from '../../machines/dovecot/index.ts';
import { coverOf } from '../../src/gating/cover.ts';
import { gate, view as viewOf, worldAfter } from '../../src/index.ts';
import { launch } from '../../src/page/browser.ts';
import { type RepresentativeSituation, situationsFixture } from '../../src/playwright/index.ts';
import { ScenarioReader } from '../../src/scenario/index.ts';
import { representatives } from '../../src/testing/index.ts';
import { lacking } from '../page/browser.ts';

const all: RepresentativeSituation[] = [];
for await (const each of representatives('dovecot', 'account')) all.push(each);

describe('representatives', () => {
  test('each has the view to which its scenario leads, and expects what a gate answers there', () => {
    expect(all.length).toBe(17);
    for (const { scenario, view, expected } of all) {
      expect(viewOf(worldAfter(scenario.join('\n'), { system: 'dovecot' }), 'account')).toEqual(view);
      const answers = gate('dovecot', view);
      for (const [command, { allowed, code }] of Object.entries(expected)) {
        expect([command, allowed, code]).toEqual([command, answers[command]?.allowed, answers[command]?.code]);
      }
    }
  });

  test('no two have the same answers', () => {
    expect(new Set(all.map(({ expected }) => JSON.stringify(expected))).size).toBe(all.length);
  });

  test('has every row of answers that explicit search finds', () => {
    const reader = new ScenarioReader(dovecot);
    const { representatives: found } = coverOf(dovecot, 'account', { read: (line) => reader.line(line) });
    const rowOf = ({ expected }: RepresentativeSituation) =>
      Object.values(expected)
        .map(({ code }) => code ?? '')
        .join();
    const rows = new Set(all.map(rowOf));
    const commands = Object.keys(all[0]?.expected ?? {});
    for (const { rules } of found) {
      const row = commands.map((command) => {
        const rule = rules.get(command);
        return rule && 'code' in rule ? rule.code : '';
      });
      expect(rows).toContain(row.join());
    }
  });

  test('an unknown entity is a mistake', async () => {
    await expect(representatives('dovecot', 'job' as never).next()).rejects.toThrow('dovecot has no job');
  });
});

describe.skipIf(lacking !== undefined)('the fixture', () => {
  test("brings the test's page into each of them", { timeout: 120_000 }, async () => {
    const browser = await launch(undefined);
    try {
      const page = await browser.newPage();
      await page.setContent(`<button data-command="start">Start</button><script>
        addEventListener('message', ({ data }) => {
          if (data.type === 'lifecycle:view') document.title = JSON.stringify(data.view.phases);
        });</script>`);
      let shown = 0;
      const { situations } = situationsFixture({ system: 'dovecot', entity: 'account' });
      await situations({ page }, async (each) => {
        for await (const { view } of each) {
          expect(await page.title()).toBe(JSON.stringify(view.phases));
          shown += 1;
        }
      });
      expect(shown).toBe(all.length);
    } finally {
      await browser.close();
    }
  });

  test('names the page in a pattern, from which Playwright reads what a fixture needs', () => {
    const { situations } = situationsFixture({ system: 'dovecot', entity: 'account' });
    expect(String(situations)).toMatch(/^async situations\(\{\s*page\s*\}/);
  });
});
