import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dovecot } from '../../machines/dovecot/index.ts';
import { egnyte } from '../../machines/egnyte/index.ts';
import { type Cover, coverOf } from '../../src/gating/cover.ts';
import type { System } from '../../src/model/index.ts';
import { checkPage, type PageCheck } from '../../src/page/index.ts';
import { ScenarioReader } from '../../src/scenario/index.ts';
import { lacking } from './browser.ts';
import { pagesFor } from './pages.ts';
import { type Server, serve } from './serving.ts';
import { example, faults, groupOf, metIn } from './variants.ts';

const SLOW = { timeout: 240_000 };
const readerOf = (system: System) => {
  const reader = new ScenarioReader(system);
  return (line: string) => reader.line(line);
};

const title = lacking === undefined ? 'a live page' : `a live page (skipped: ${lacking})`;

describe.skipIf(lacking !== undefined)(title, () => {
  let server: Server;
  let folder: string;
  let whole: Cover;
  let account: Cover;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gating-page-'));
    whole = coverOf(egnyte, 'job', { read: readerOf(egnyte) });
    account = coverOf(dovecot, 'account', { read: readerOf(dovecot) });
    server = await serve(example, pagesFor(account));
  }, 240_000);

  afterAll(async () => {
    await server?.close();
    if (folder) rmSync(folder, { recursive: true });
  });

  const ofJob = (variant: string, more: Partial<PageCheck> = {}) =>
    checkPage({
      system: egnyte,
      kind: 'job',
      url: `${server.url}/?variant=${variant}`,
      read: readerOf(egnyte),
      cover: whole,
      ...more,
    });
  const ofAccount = (path: string, more: Partial<PageCheck> = {}) =>
    checkPage({
      system: dovecot,
      kind: 'account',
      url: `${server.url}${path}`,
      read: readerOf(dovecot),
      cover: account,
      ...more,
    });
  const adapter = (text: string): string => {
    const path = join(folder, `adapter-${text.length}.mjs`);
    writeFileSync(path, text);
    return path;
  };

  test('whose gating is right brings nothing', SLOW, async () => {
    const { mismatches, page } = await ofJob('right');
    expect(mismatches).toEqual([]);
    expect(page).toMatchObject({ representatives: whole.representatives.length, errors: [] });
  });

  /** One situation for each mismatch that there is to be found, and every twentieth of the others. */
  async function coverFor(name: string): Promise<Cover> {
    const telling = new Set((await metIn(whole, name)).map(({ representative }) => representative));
    const sequence = whole.sequence.filter(
      (index, at) => at % 20 === 0 || telling.has(whole.representatives[index] as Cover['representatives'][number]),
    );
    return { ...whole, sequence };
  }

  test('gives a picture of each kind of mismatch', SLOW, async () => {
    const screenshots = join(folder, 'pictures');
    const { page } = await ofJob('forgets-stopping', { screenshots, cover: await coverFor('forgets-stopping') });
    expect(page.screenshots).toHaveLength(8);
    expect(readdirSync(screenshots)).toContain('offered-scan.stop-663.png');
  });

  test.each(faults)('with the fault $name shows all that is wrong with it, and nothing else', SLOW, async (fault) => {
    const { mismatches } = await ofJob(fault.name, { cover: await coverFor(fault.name) });
    expect(mismatches.map(groupOf).sort()).toEqual([...fault.brings].sort());
  });

  test('that draws in a frame of its own, and acknowledges nothing, is waited for', SLOW, async () => {
    const { mismatches } = await ofAccount('/late');
    expect(mismatches).toEqual([]);
  });

  test('whose controls cannot be used offers nothing', SLOW, async () => {
    const { mismatches } = await ofAccount('/unusable');
    expect(mismatches.length).toBeGreaterThan(0);
    expect(new Set(mismatches.map(({ kind }) => kind))).toEqual(new Set(['withheld']));
  });

  test('whose controls can be used, wherever they are, offers everything', SLOW, async () => {
    const { mismatches } = await ofAccount('/usable');
    expect(mismatches.length).toBeGreaterThan(0);
    expect(new Set(mismatches.map(({ kind }) => kind))).toEqual(new Set(['offered']));
  });

  test('that hangs in one situation is reported there, and the check goes on', SLOW, async () => {
    const { mismatches, page } = await ofAccount('/hangs', { limit: 500 });
    const faulty = mismatches.filter(({ kind }) => kind === 'faulty');
    expect(faulty.length).toBeGreaterThan(0);
    expect(faulty[0]?.fault).toEqual({ kind: 'timed-out', says: 'has shown nothing after 0.5 s' });
    expect(faulty[0]?.situations).toBe(1);
    expect(page.shows).toBe(account.sequence.length);
  });

  test('that throws, or writes errors, is told with the situation in which it did', SLOW, async () => {
    const { page } = await ofAccount('/throws');
    expect(page.errors.map(({ kind, says }) => `${kind}: ${says}`).sort()).toEqual(['console: oh', 'uncaught: dear']);
    for (const { scenario } of page.errors) expect(scenario.length).toBeGreaterThan(0);
  });

  test('can be brought into a situation, and asked, by an adapter', SLOW, async () => {
    const path = adapter(`export default {
      async open(page, url) { await page.goto(url + '?adapted'); },
      async show(page, view) { await page.evaluate((it) => { window.situation = it; }, view); },
      async settle(page) { await page.waitForFunction(() => window.situation); },
      async enabled(page, command) { return page.evaluate((it) => window.offers(it), command); },
    };`);
    const { mismatches } = await ofAccount('/adapted', { adapter: path });
    expect(mismatches).toEqual([]);
  });

  test.each([
    ['/unknown', 'unknown command on the page "strat" (did you mean start?)'],
    ['/empty', 'the page has no control with data-command'],
    ['/nowhere', 'cannot be opened: it answers 404'],
  ])('%s is refused in one line', SLOW, async (path, says) => {
    await expect(ofAccount(path)).rejects.toThrow(says);
  });

  test('that is not served is refused in one line', SLOW, async () => {
    await expect(ofAccount('', { url: 'http://127.0.0.1:9/' })).rejects.toThrow('cannot be opened');
    await expect(ofAccount('', { url: 'nothing' })).rejects.toThrow('"nothing" is no URL');
  });

  test('is not shown with an adapter that is none', SLOW, async () => {
    await expect(ofAccount('/late', { adapter: adapter('export default 7;') })).rejects.toThrow('no object');
    await expect(ofAccount('/late', { adapter: adapter('export default { shwo() {} };') })).rejects.toThrow(
      'unknown part of an adapter "shwo" (did you mean show?)',
    );
    await expect(ofAccount('/late', { adapter: join(folder, 'none.mjs') })).rejects.toThrow('cannot be loaded');
  });
});

test('a browser that is not there is said in one line', async () => {
  const check = { system: dovecot, kind: 'account', url: 'http://127.0.0.1/', read: readerOf(dovecot) };
  await expect(checkPage({ ...check, browser: '/nowhere/chromium' })).rejects.toThrow(
    'no browser at /nowhere/chromium',
  );
});
