import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import { drawn } from '../../src/diagram/draw.ts';
import { launch } from '../../src/page/browser.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { Watched } from '../../src/session/watched.ts';
import { lacking } from '../page/browser.ts';
import { expectAccessible } from '../web/axe.ts';
import { sourcesOf } from './subjects.ts';

const { egnyte } = systems;
const scenario = `given ready
job scan.start
job scan.started
job scan.start
job copy.start
agent disconnect
job create
`;

const watched = new Watched(egnyte, 'scenario');
for (const step of readScenario(egnyte, scenario)) watched.take(step);
const way = watched.wayOf('job', undefined);

const htmlOf = (phase?: string, idPrefix = ''): Promise<string> =>
  drawn(
    egnyte,
    { view: 'trace', entity: 'job', way, ...(phase === undefined ? {} : { phase }) },
    'html',
    sourcesOf(egnyte),
    idPrefix === '' ? {} : { idPrefix },
  );

test('a job is explored in one file of less than 400 KB', async () => {
  expect(Buffer.byteLength(await htmlOf())).toBeLessThan(400_000);
});

const title = lacking === undefined ? 'in a browser' : `in a browser (skipped: ${lacking})`;

describe.skipIf(lacking !== undefined)(title, { timeout: 120_000 }, () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'explorer-'));
  const faults: string[] = [];

  beforeAll(async () => {
    browser = await launch(undefined);
    writeFileSync(join(folder, 'scan.html'), await htmlOf('SCAN'));
    writeFileSync(join(folder, 'job.html'), await htmlOf(undefined, 'x-'));
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function opened(name: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage();
    const url = pathToFileURL(join(folder, name)).href;
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('request', (request) => request.url() !== url && faults.push(`asks for ${request.url()}`));
    await page.goto(url);
    await page.locator('.explorer .told p').waitFor();
    return page;
  }

  const state = (page: Page, status: string) => page.locator(`[data-phase="SCAN"][data-status="${status}"]`);
  const told = (page: Page) => page.locator('.told').innerText();
  const said = (page: Page) => page.locator('.said').innerText();
  const marked = (page: Page, mark: string) =>
    page
      .locator(`svg .${mark}`)
      .evaluateAll((found) => found.map(({ dataset }) => `${dataset.phase}.${dataset.status ?? dataset.event}`));
  const transform = (page: Page): Promise<string> => page.locator('svg').evaluate(({ style }) => style.transform);

  test('a click on a status shows its code, transitions and refusals, with reasons', async () => {
    const page = await opened('scan.html');
    await state(page, 'RUNNING').click();
    const text = await told(page);
    expect(text).toContain('SCAN RUNNING 930');
    expect(text).toContain('RUNNING to SUCCEEDED');
    expect(text).toMatch(/650 SCAN_INPROGRESS_ERR: the scan is queued or running \(S\)\. .*scan\.start/);
    await page.keyboard.press('Escape');
    await expect.poll(() => told(page)).toContain('Click a status');
  });

  test('a status can be chosen with the keyboard', async () => {
    const page = await opened('scan.html');
    await state(page, 'PAUSED').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => told(page)).toContain('SCAN PAUSED 935');
  });

  test('a kind of arrows can be hidden and shown again', async () => {
    const page = await opened('scan.html');
    const pausing = page.locator('[data-event="left AGENT.ACTIVE"]');
    const both = page.locator('[data-event="scan.start|entered step.scan"]').first();
    await page.getByLabel('changes of other regions').uncheck();
    await expect.poll(() => pausing.isVisible()).toBe(false);
    await expect.poll(() => both.isVisible()).toBe(true);
    await expect.poll(() => both.locator('text.signal').isVisible()).toBe(false);
    await page.getByLabel('commands').uncheck();
    await expect.poll(() => both.isVisible()).toBe(false);
    await page.getByLabel('changes of other regions').check();
    await expect.poll(() => pausing.isVisible()).toBe(true);
  });

  test('a note is hidden with its arrow', async () => {
    const page = await opened('scan.html');
    const notes = async (): Promise<number> => {
      const all = await page.locator('svg .any').all();
      return (await Promise.all(all.map((note) => note.isVisible()))).filter(Boolean).length;
    };
    const before = await notes();
    await page.getByLabel('reports').uncheck();
    await expect.poll(notes).toBeLessThan(before);
    await page.getByLabel('reports').check();
    await expect.poll(notes).toBe(before);
  });

  test('keys step through the scenario and show its transitions and states', async () => {
    const page = await opened('scan.html');
    await expect.poll(() => said(page)).toBe(`Before the first of ${way.steps.length} steps.`);
    for (let step = 0; step < 8; step += 1) await page.keyboard.press('ArrowRight');
    await expect.poll(() => said(page)).toBe('8 job scan.started: SCAN RUNNING');
    await expect.poll(() => marked(page, 'here')).toEqual(['SCAN.RUNNING']);
    await expect.poll(() => marked(page, 'taken')).toEqual(['SCAN.scan.started']);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => said(page)).toBe('9 job scan.start: refused with 650; the scan is queued or running');
    await expect.poll(() => marked(page, 'refusing')).toEqual(['SCAN.RUNNING']);
    await expect.poll(() => marked(page, 'taken')).toEqual([]);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => marked(page, 'refusing')).toEqual([]);
    await page.keyboard.press('End');
    await expect.poll(() => said(page)).toMatch(/^12 job create: refused with 505, for what no status here decides; /);
    await page.keyboard.press('Home');
    await expect.poll(() => marked(page, 'here')).toEqual(['SCAN.null']);
  });

  test('a click on a step selects it and scrolls it into view', async () => {
    const page = await opened('job.html', { viewport: { width: 900, height: 600 } });
    for (let times = 0; times < 8; times += 1) await page.getByRole('button', { name: 'zoom in' }).click();
    await page.getByRole('button', { name: '8 job scan.started' }).click();
    const [inner, outer] = [await page.locator('svg .taken').boundingBox(), await page.locator('.view').boundingBox()];
    if (!inner || !outer) throw new Error('nothing is taken');
    const middle = { x: inner.x + inner.width / 2, y: inner.y + inner.height / 2 };
    const inside = middle.x > outer.x && middle.x < outer.x + outer.width && middle.y > outer.y;
    expect(inside && middle.y < outer.y + outer.height).toBe(true);
  });

  test('a step of a whole job is readable', async () => {
    const page = await opened('job.html', { viewport: { width: 900, height: 600 } });
    const scale = async (): Promise<number> => Number(/scale\((.*)\)/.exec(await transform(page))?.[1]);
    await expect.poll(scale).toBeLessThan(0.5);
    await page.getByRole('button', { name: '8 job scan.started' }).click();
    await expect.poll(scale).toBeCloseTo(10 / 11);
    await expect.poll(() => page.locator('svg .taken').isVisible()).toBe(true);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => marked(page, 'refusing')).toEqual(['SCAN.RUNNING']);
  });

  test('the picture zooms by wheel and keys, and dragging moves it without a selection', async () => {
    const page = await opened('scan.html');
    const first = await transform(page);
    await page.mouse.move(300, 400);
    await page.mouse.wheel(0, -400);
    await expect.poll(() => transform(page), { timeout: 20_000 }).not.toBe(first);
    await page.keyboard.press('0');
    await expect.poll(() => transform(page)).toBe(first);
    const box = await state(page, 'QUEUED').boundingBox();
    if (!box) throw new Error('QUEUED is nowhere');
    await page.mouse.move(box.x + 10, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + 90, box.y + 60, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => transform(page)).not.toBe(first);
    await expect.poll(() => told(page)).toContain('Click a status');
  });

  test.each([
    ['scan.html', 'light'],
    ['scan.html', 'dark'],
    ['job.html', 'light'],
  ] as const)('axe finds nothing in %s, %s', async (name, colorScheme) => {
    const page = await opened(name, { colorScheme });
    await page.locator('[data-status="RUNNING"]').first().focus();
    await page.keyboard.press('Enter');
    await expectAccessible(page);
  });

  test('nothing was requested, and there were no errors', () => {
    expect(faults).toEqual([]);
  });
});
