import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dovecot } from '../../machines/dovecot/index.ts';
import { coverOf } from '../../src/gating/cover.ts';
import { fragmentOf, sharedIn } from '../../src/link/fragment.ts';
import { launch } from '../../src/page/browser.ts';
import { checkPage } from '../../src/page/index.ts';
import { ScenarioReader } from '../../src/scenario/index.ts';
import { lacking } from '../page/browser.ts';
import { seedOr } from '../random/seed.ts';
import { type Walked, walk } from './in-browser.ts';
import { siteForTests } from './site.ts';

const SLOW = { timeout: 240_000 };
const SEED = seedOr(20_261_129);
const title = lacking === undefined ? 'the site in a browser' : `the site in a browser (skipped: ${lacking})`;

/** What somebody has pasted who asks why a copy cannot be started. */
const report = `given ready
job sync.start        # True-Up
job sync.started
agent disconnect
`;

describe.skipIf(lacking !== undefined)(title, () => {
  let site: Awaited<ReturnType<typeof siteForTests>>;
  let browser: Browser;
  const faults: string[] = [];

  beforeAll(async () => {
    site = await siteForTests();
    browser = await launch(undefined);
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  /** A page of its own, on which whatever breaks, or asks to be let through the policy, is a fault. */
  async function opened(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage();
    page.on('pageerror', ({ message }) => faults.push(`${path}: ${message}`));
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => faults.push(`${path}: ${dialog.message()}`)));
    page.on('console', (message) => message.type() === 'error' && faults.push(`${path}: ${message.text()}`));
    await page.goto(site.url + path);
    return page;
  }

  async function playing(scenario: string, system = 'egnyte'): Promise<Page> {
    const page = await opened(`play/#${await fragmentOf({ system, scenario })}`);
    await page.locator('.time').waitFor();
    return page;
  }

  const command = (page: Page, name: string) => page.locator(`[data-command="${name}"]`);
  const steps = (page: Page) => page.locator('.time .step').allTextContents();
  const text = (page: Page) => page.locator('#scenario').inputValue();

  test('671 is found by / from any page, and its scenario is played', SLOW, async () => {
    const page = await opened('dovecot/');
    await page.keyboard.press('/');
    await page.keyboard.type('671');
    await page.locator('dialog li a').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '671 SYNC_STOP_REQUIRED_ERR' }).waitFor();
    await page.getByRole('link', { name: 'Play it' }).click();
    await page.locator('.time .outcome.rejected').waitFor();
    expect(await page.locator('.time li').last().textContent()).toContain('671 SYNC_STOP_REQUIRED_ERR');
  });

  test('why a copy cannot be started is said of a scenario that is pasted', SLOW, async () => {
    const page = await playing('');
    await page.locator('#scenario').fill(report);
    await page.locator('[data-entity="job:1"].entity').click();
    const start = command(page, 'copy.start');
    expect(await start.isDisabled()).toBe(true);
    expect(await start.getAttribute('data-code')).toBe('671');
    const why = page.locator(`#${await start.getAttribute('aria-describedby')}`);
    expect(await why.textContent()).toMatch(/671 SYNC_STOP_REQUIRED_ERR True-Up is paused or suspended S/);
  });

  test('a refused command can be sent all the same', SLOW, async () => {
    const page = await playing(report);
    await page.getByRole('button', { name: 'send copy.start anyway' }).click();
    expect(await page.locator('.time li').last().textContent()).toMatch(/rejected 671/);
    expect(await text(page)).toMatch(/job copy\.start\n$/);
  });

  test('five steps back, another way: the first is kept, and can be taken again', SLOW, async () => {
    const page = await playing(`${report}job sync.stop\nagent register version=3.20.0\n`);
    const before = await steps(page);
    for (let back = 0; back < 5; back += 1) await page.getByRole('button', { name: 'undo' }).click();
    expect(await page.locator('.time li.undone').count()).toBe(5);
    await command(page, 'scan.start').click();
    expect(await steps(page)).toEqual(['given ready', 'job:1 scan.start']);
    await page.locator('.branches button').click();
    expect(await steps(page)).toEqual(before);
    expect(await page.locator('.time li.undone').count()).toBe(0);
  });

  test('a click on a step goes there, and the slider too', SLOW, async () => {
    const page = await playing(report);
    await page.locator('.time .step').nth(1).click();
    expect(await page.locator('.time li.undone').count()).toBe(2);
    await page.getByLabel('steps taken').fill('3');
    expect(await page.locator('.time li.undone').count()).toBe(1);
  });

  test('the address is the whole state: it can be opened elsewhere', SLOW, async () => {
    const page = await playing(report);
    await page.getByRole('button', { name: 'undo' }).click();
    await page.locator('[data-entity="agent:1"].entity').click();
    const linked = () => sharedIn(new URL(page.url()).hash.slice(1));
    await expect.poll(linked, { timeout: 10_000 }).toMatchObject({ entity: 'agent:1', turns: 3 });
    const other = await opened(page.url().slice(site.url.length));
    await other.locator('.time').waitFor();
    expect(await text(other)).toBe(report.trimEnd());
    expect(await other.locator('.time li.undone').count()).toBe(1);
    expect(await other.locator('.entity[aria-pressed="true"]').getAttribute('data-entity')).toBe('agent:1');
  });

  test('a parameter is a field', SLOW, async () => {
    const page = await playing('given ready\n');
    await page.getByRole('button', { name: '+ job:2' }).click();
    const form = page.locator('form', { has: command(page, 'create') });
    await form.locator('summary').click();
    await form.getByLabel('destination').fill('/Shared/B');
    await command(page, 'create').click();
    expect(await text(page)).toMatch(/job:2 create .*destination=\/Shared\/B/);
  });

  test('a line with an error is named with its place, and the session stays', SLOW, async () => {
    const page = await playing(report);
    await page.locator('#scenario').fill(`${report}jbo scan.start\n`);
    expect(await page.getByRole('alert').textContent()).toMatch(
      /line 5, column 1: unknown entity "jbo".*did you mean job/,
    );
    expect(await steps(page)).toHaveLength(4);
  });

  test('the way to where a command is accepted is found, and taken', SLOW, async () => {
    const page = await playing('given ready\njob scan.start\n');
    await page.getByRole('button', { name: 'how do I get to where copy.start is accepted?' }).click();
    await page.getByRole('button', { name: /these steps/ }).click({ timeout: 120_000 });
    expect(await command(page, 'copy.start').isEnabled()).toBe(true);
  });

  test('the next timer is waited for', SLOW, async () => {
    const page = await playing('given ready\ndomain set latest=4.0.0\nagent upgrade\n');
    expect(await page.getByLabel('virtual time').textContent()).toBe('0s');
    await page.getByRole('button', { name: 'next timer in 5m' }).click();
    expect(await page.getByLabel('virtual time').textContent()).toBe('5m');
    expect(await page.locator('.time li').last().textContent()).toContain('AGENT_UPGRADE → TIMEOUT');
  });

  test.each([
    ['damaged', '1abcdef'],
    ['of another version', '9xyz'],
    ['too long', `1${'a'.repeat(9000)}`],
    ['markup', '<script>alert(1)</script>'],
    ['a word of JavaScript', '__proto__'],
  ])('a link that is %s gives a sentence and an empty session', SLOW, async (_, fragment) => {
    const page = await opened(`play/#${fragment}`);
    await page.locator('.time').waitFor();
    expect(await page.getByRole('status').first().textContent()).toMatch(/link .*\. This is an empty session\.$/);
    expect(await steps(page)).toEqual([]);
  });

  test('a link to a scenario of a million steps, or of markup, gives its errors as text', SLOW, async () => {
    const many = await playing('wait 1s\n'.repeat(12_000));
    expect(await many.getByRole('alert').textContent()).toContain('at most 5000 lines');
    const markup = await playing('<img src=x onerror=alert(1)> y\n');
    expect(await markup.getByRole('alert').textContent()).toContain('<img');
  });

  const kinds = ['', 'play/', 'egnyte/', 'egnyte/job/', 'egnyte/job/copy.start/', 'egnyte/codes/671/'];
  test.each(kinds.flatMap((path) => (['light', 'dark'] as const).map((colorScheme) => ({ path, colorScheme }))))(
    'axe finds nothing on /$path, $colorScheme',
    SLOW,
    async ({ path, colorScheme }) => {
      const page = await opened(path, { colorScheme, viewport: { width: 1400, height: 900 } });
      if (path === 'play/') await page.locator('.time').waitFor();
      await page.evaluate(readFileSync(fileURLToPath(import.meta.resolve('axe-core')), 'utf8'));
      const { violations, passes } = await page.evaluate<AxeResults>('axe.run()');
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(passes.length).toBeGreaterThan(10);
    },
  );

  test('a phone needs no scrolling to the side', SLOW, async () => {
    for (const path of kinds) {
      const page = await opened(path, { viewport: { width: 400, height: 800 } });
      if (path === 'play/') await page.locator('.time').waitFor();
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      expect(width, path).toBeLessThanOrEqual(400);
    }
  });

  test('the gating check is clean on it, without an adapter', SLOW, async () => {
    const reader = new ScenarioReader(dovecot);
    const read = (line: string) => reader.line(line);
    const cover = coverOf(dovecot, 'manager', { read });
    const url = `${site.url}play/#dovecot`;
    const { mismatches } = await checkPage({ system: dovecot, kind: 'manager', url, read, cover });
    expect(mismatches).toEqual([]);
  });

  test('a hundred thousand random steps are answered as here', SLOW, async () => {
    const page = await opened('play/');
    const names = ['egnyte', 'dovecot', 'dropsuite', 'wildduck', 'mozilla-sync'] as const;
    for (const name of names) {
      const asked = `import(${JSON.stringify(`${site.url}assets/test/walk.js`)}).then(({ walk }) => walk('${name}', 20_000, ${SEED}))`;
      const there = await page.evaluate<Walked>(asked);
      expect(there, `seed ${SEED}`).toEqual(await walk(name, 20_000, SEED));
      expect(there.rejected).toBeGreaterThan(1000);
    }
  });

  test('nothing broke on any of these pages, and the policy held', () => {
    expect(faults).toEqual([]);
  });
});
