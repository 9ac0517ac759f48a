import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { lacking } from '../page/browser.ts';
import { expectAccessible } from './axe.ts';
import { browsing } from './browsing.ts';

const SLOW = { timeout: 240_000 };
const title = lacking === undefined ? 'pages of the site' : `pages of the site (skipped: ${lacking})`;

/** One of each kind. */
const kinds = [
  '',
  'play/',
  'play/?embed',
  'egnyte/',
  'egnyte/job/',
  'egnyte/job/phases/SCAN/',
  'egnyte/job/copy.start/',
  'egnyte/matrix/agent/',
  'egnyte/codes/671/',
  'egnyte/codes/930/',
];

/** Pictures are the last files, and the server answers once they are there. */
const explored = (page: Page): Promise<void> => page.locator('.explorer .told').waitFor({ timeout: 120_000 });

async function expectNoFindings(page: Page): Promise<void> {
  await expectAccessible(page);
  await page.context().close();
}

/** The most script that the playground may load at first, in KB, compressed. */
const MOST_SCRIPT = 100;

describe.skipIf(lacking !== undefined)(title, () => {
  const { faults, blank, opened, playing, url } = browsing();

  test.each(kinds.flatMap((path) => (['light', 'dark'] as const).map((colorScheme) => ({ path, colorScheme }))))(
    'axe finds nothing on /$path, $colorScheme',
    SLOW,
    async ({ path, colorScheme }) => {
      const page = await opened(path, { colorScheme, viewport: { width: 1400, height: 900 } });
      if (path === 'play/') await page.locator('.picture svg').waitFor({ timeout: 120_000 });
      if (path.includes('/phases/')) await explored(page);
      await expectNoFindings(page);
    },
  );

  test.each(
    (['light', 'dark'] as const).flatMap((colorScheme) =>
      [400, 1400].map((width) => ({ colorScheme, viewport: { width, height: 900 } })),
    ),
  )(
    'axe finds nothing in the search and in a session with a refusal, an error and a branch, %o',
    SLOW,
    async (look) => {
      const search = await opened('egnyte/', look);
      await search.keyboard.press('/');
      await search.keyboard.type('sync');
      await search.locator('dialog li a').first().waitFor();
      await expectNoFindings(search);

      const page = await playing('given ready\njob scan.start\nagent disconnect\n', 'egnyte', '', look);
      await page.getByRole('button', { name: 'undo' }).click();
      await page.getByRole('button', { name: 'send anyway copy.start' }).click();
      await page.locator('.branches button').waitFor();
      await page.getByText('Statuses over time').click();
      await page.locator('.lanes [role=img]').waitFor();
      await page.locator('#scenario').fill('given ready\njob scan.start\njbo scan.start\n');
      await page.getByRole('alert').waitFor();
      await page.getByRole('button', { name: 'how do I get there? copy.stop' }).click();
      await page.getByRole('button', { name: /these steps/ }).waitFor({ timeout: 120_000 });
      await expectNoFindings(page);
    },
  );

  test('the picture of a phase is explored on its page: a click, keys and a filter', SLOW, async () => {
    const page = await opened('egnyte/job/phases/SCAN/');
    await explored(page);
    const state = page.locator('svg [data-status="RUNNING"]');
    await state.click();
    await expect
      .poll(() => page.locator('.told').innerText())
      .toMatch(/SCAN RUNNING 930[\s\S]*650 SCAN_INPROGRESS_ERR: the scan is queued/);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.told').innerText()).toContain('Click a status');
    const pausing = page.locator('[data-event="left AGENT.ACTIVE"]');
    await page.getByLabel('changes of other regions').uncheck();
    await expect.poll(() => pausing.isVisible()).toBe(false);
    await page.context().close();
  });

  test('without JavaScript the picture of a phase is an image', SLOW, async () => {
    const page = await opened('egnyte/job/phases/SCAN/', { javaScriptEnabled: false });
    await expect.poll(() => page.locator('[data-explored] img').getAttribute('src')).toMatch(/SCAN\.svg$/);
    await expect.poll(() => page.locator('.explorer').count()).toBe(0);
  });

  test('no page scrolls sideways on a phone', SLOW, async () => {
    for (const path of kinds) {
      const page = await opened(path, { viewport: { width: 400, height: 800 } });
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      expect(width, path).toBeLessThanOrEqual(400);
      await page.context().close();
    }
  });

  test('a chosen theme holds for all pages', SLOW, async () => {
    const page = await opened('egnyte/', { colorScheme: 'light' });
    const paper = () => page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');
    const light = await paper();
    await page.getByRole('button', { name: 'Dark' }).click();
    const dark = await paper();
    expect(dark).not.toBe(light);
    await page.goto(`${url()}egnyte/job/`);
    await expect.poll(paper).toBe(dark);
    await page.getByRole('button', { name: 'Light' }).click();
    await expect.poll(paper).toBe(light);
  });

  test('the page of a code needs no JavaScript', SLOW, async () => {
    const page = await opened('egnyte/codes/671/', { javaScriptEnabled: false });
    await expect
      .poll(() => page.locator('main').innerText())
      .toMatch(/671 SYNC_STOP_REQUIRED_ERR[\s\S]*copy\.start[\s\S]*job scan\.start/);
    await expect.poll(() => page.locator('button:visible').count()).toBe(0);
  });

  test('the matrix is filtered by command, phase and answer, and the filter is in the address', SLOW, async () => {
    const page = await opened('egnyte/matrix/job/');
    const rows = () => page.locator('tbody tr:visible').count();
    const all = await rows();
    await page.getByLabel('phase').selectOption('SCAN');
    const some = await rows();
    await page.getByRole('searchbox', { name: 'command' }).fill('.stop');
    await page.getByLabel('answer').selectOption('663');
    expect([all > some, some > 1, await rows()]).toEqual([true, true, 1]);
    await expect.poll(() => page.locator('tbody tr:visible th').textContent()).toBe('scan.stop');
    await expect.poll(() => page.getByRole('status').textContent()).toBe('1 row');
    await page.goto(page.url());
    await expect.poll(rows).toBe(1);
  });

  test.each([
    ['a code', '671', 'egnyte/codes/671/'],
    ['the beginning of its name', 'sync_stop_req', 'egnyte/codes/671/'],
    ['words of its meaning', 'paused suspended awaiting review', 'egnyte/codes/671/'],
    ['another name of it', 'EX_TEMPFAIL', 'dovecot/codes/75/'],
    ['a phase', 'job SCAN', 'egnyte/job/phases/SCAN/'],
    ['a command', 'copy.start', 'egnyte/job/copy.start/'],
  ])('the search finds %s', SLOW, async (_, words, path) => {
    const page = await opened('dropsuite/');
    await page.keyboard.press('/');
    await page.keyboard.type(words);
    await page.locator(`dialog li a[href="${url()}${path}"]`).waitFor();
    await page.context().close();
  });

  test(`the playground loads at most ${MOST_SCRIPT} KB of script at first, compressed`, SLOW, async () => {
    const page = await blank('play/');
    const sizes = new Map<string, Promise<number>>();
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) {
        sizes.set(
          response.url(),
          response.body().then((body) => gzipSync(body).length),
        );
      }
    });
    await page.goto(`${url()}play/`);
    await page.locator('.time').waitFor();
    const all = await Promise.all(sizes.values());
    expect(all.length).toBeGreaterThan(3);
    expect(all.reduce((sum, size) => sum + size, 0) / 1000).toBeLessThanOrEqual(MOST_SCRIPT);
  });

  test('no page had an error or violated its policy', () => {
    expect(faults).toEqual([]);
  });
});
