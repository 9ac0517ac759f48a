// The page of docs/examples/control-plane: with MSW alone, against a server, by its own Playwright tests, and as it is checked.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Browser, Page } from 'playwright-core';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dovecot } from '../../machines/dovecot/index.ts';
import { chromiumAt, launch } from '../../src/page/browser.ts';
import { checkPage } from '../../src/page/index.ts';
import { type ControlPlaneServer, controlPlaneFor, serveControlPlane } from '../../src/playwright/index.ts';
import { ScenarioReader } from '../../src/scenario/index.ts';
import { end } from '../cli/program.ts';
import { lacking } from '../page/browser.ts';
import { type Server, serve } from '../page/serving.ts';

const SLOW = { timeout: 240_000 };
const root = join(import.meta.dirname, '../..');
const example = join(root, 'docs/examples/control-plane');
const title = lacking === undefined ? 'the page of an account' : `the page of an account (skipped: ${lacking})`;

/** The page with the files that MSW needs, as `npx msw init` and a bundler write them. */
async function built(folder: string): Promise<void> {
  for (const file of ['index.html', 'page.js', 'gating.js']) {
    writeFileSync(join(folder, file), readFileSync(join(example, file)));
  }
  const worker = new URL(import.meta.resolve('msw/mockServiceWorker.js'));
  writeFileSync(join(folder, 'mockServiceWorker.js'), readFileSync(worker));
  const bundle = await rolldown({
    input: join(example, 'mock.js'),
    platform: 'browser',
    resolve: { alias: { 'migration-lifecycles/msw': join(root, 'src/server/msw.ts') } },
  });
  await bundle.write({ file: join(folder, 'mock.js'), format: 'es', codeSplitting: false });
  await bundle.close();
}

describe.skipIf(lacking !== undefined)(title, () => {
  let folder: string;
  let pages: Server;
  let browser: Browser;
  let server: ControlPlaneServer;
  const faults: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'control-plane-'));
    await built(folder);
    pages = await serve(folder);
    browser = await launch(undefined);
    server = await serveControlPlane({ system: 'dovecot' });
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await pages?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function fresh(): Promise<Page> {
    const page = await (await browser.newContext()).newPage();
    page.on('pageerror', ({ message }) => faults.push(message));
    return page;
  }
  const status = (page: Page, phase: string) => page.locator(`[data-phase=${phase}]`);
  const shows = (page: Page, phase: string, text: string) =>
    expect.poll(() => status(page, phase).textContent(), { timeout: 20_000 }).toBe(text);
  const press = (page: Page, command: string) => page.locator(`[data-command="${command}"]`).click();

  test('runs with MSW only: commands, events and refusals', SLOW, async () => {
    const page = await fresh();
    await page.goto(`${pages.url}/?mock`);
    await press(page, 'enqueue');
    await shows(page, 'MIGRATION', 'QUEUED');
    await press(page, 'start');
    await shows(page, 'MIGRATION', 'RUNNING');
    // Changes that no button asked for arrive as events.
    const reported = `fetch('/v1/account/1/exited', { method: 'POST', body: '{"code":0}',
      headers: { 'content-type': 'application/json' } }).then(({ status }) => status)`;
    await expect.poll(() => page.evaluate(reported)).toBe(202);
    await shows(page, 'MIGRATION', 'SYNCED');
    const refused = await page.evaluate(`fetch('/v1/account/1/enqueue', { method: 'POST' }).then((r) => r.json())`);
    expect(refused).toMatchObject({ status: 409, code: 'AlreadyListed' });
    expect(faults).toEqual([]);
  });

  test('has a world of its own for each test', SLOW, async () => {
    const [one, other] = [await fresh(), await fresh()];
    const [first, second] = [
      await controlPlaneFor(one, { url: server.url }),
      await controlPlaneFor(other, { url: server.url }),
    ];
    await first.to('account:1', { MIGRATION: 'RUNNING' });
    await Promise.all([one.goto(pages.url), other.goto(pages.url)]);
    await shows(one, 'MIGRATION', 'RUNNING');
    await shows(other, 'MIGRATION', 'not yet');
    await first.play('account exited code=0');
    await shows(one, 'MIGRATION', 'SYNCED');
    await press(other, 'enqueue');
    await shows(other, 'MIGRATION', 'QUEUED');
    await expect.poll(() => second.scenario()).toBe('account enqueue\n');
    expect((await second.view('account:1')).phases.MIGRATION).toBe('QUEUED');
    await expect(first.wait('next timer')).rejects.toThrow('POST /_lifecycle/wait: no timer is running');
    await Promise.all([first.close(), second.close()]);
    expect(faults).toEqual([]);
  });

  test('learns what happened before its stream of events was open', SLOW, async () => {
    const page = await fresh();
    const controlPlane = await controlPlaneFor(page, { url: server.url });
    await controlPlane.to('account:1', { MIGRATION: 'RUNNING' });
    let open = (): void => {};
    const held = new Promise<void>((resolve) => {
      open = resolve;
    });
    await page.route('**/v1/events', (route) => held.then(() => route.fallback()));
    await page.goto(pages.url);
    await shows(page, 'MIGRATION', 'RUNNING');
    await controlPlane.play('account exited code=0');
    open();
    await shows(page, 'MIGRATION', 'SYNCED');
    await controlPlane.close();
  });

  test('says why a command was refused after somebody else changed the state', SLOW, async () => {
    const page = await fresh();
    const controlPlane = await controlPlaneFor(page, { url: server.url });
    await controlPlane.to('account:1', { MIGRATION: 'QUEUED' });
    // No events: the page does not learn that the account runs.
    await page.route('**/v1/events', (route) => route.abort());
    await page.goto(pages.url);
    await status(page, 'MIGRATION').waitFor();
    await controlPlane.play('account start');
    await press(page, 'start');
    await expect.poll(() => page.getByRole('status').textContent(), { timeout: 20_000 }).toMatch(/^AlreadyRunning: /);
    await controlPlane.close();
  });

  test('is clean in the gating check, and is not with a fault', SLOW, async () => {
    const reader = new ScenarioReader(dovecot);
    const read = (line: string) => reader.line(line);
    const check = () => checkPage({ system: dovecot, kind: 'account', url: `${pages.url}/?check`, read });
    expect((await check()).mismatches).toEqual([]);
    const gating = join(folder, 'gating.js');
    writeFileSync(gating, readFileSync(gating, 'utf8').replace("now !== 'FAILED' && ", ''));
    const { mismatches } = await check();
    expect(new Set(mismatches.map(({ command }) => command))).toEqual(new Set(['start', 'final']));
    writeFileSync(gating, readFileSync(join(example, 'gating.js')));
  });

  test('passes its own tests with Playwright Test', SLOW, async () => {
    const { PATH = '' } = process.env;
    const env = { PATH, CHROMIUM: chromiumAt(undefined), CI: '1', HOME: folder };
    const child = spawn(
      process.execPath,
      [join(root, 'node_modules/@playwright/test/cli.js'), 'test', '--reporter=line'],
      {
        cwd: example,
        env,
      },
    );
    const [printed, complaints, ended] = await Promise.all([text(child.stdout), text(child.stderr), end(child)]);
    expect([ended, printed, complaints]).toEqual([0, expect.stringMatching(/2 passed/), expect.anything()]);
  });
});
