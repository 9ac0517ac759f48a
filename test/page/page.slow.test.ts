import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dovecot } from '../../machines/dovecot/index.ts';
import { type Cover, coverOf } from '../../src/gating/cover.ts';
import type { System } from '../../src/model/index.ts';
import { launchOptions } from '../../src/page/browser.ts';
import { checkPage, type PageCheck } from '../../src/page/index.ts';
import { ScenarioReader } from '../../src/scenario/index.ts';
import { lacking } from './browser.ts';
import { pagesFor, sameAsBefore, threeOf } from './pages.ts';
import { type Server, serve } from './serving.ts';
import { example } from './variants.ts';

const SLOW = { timeout: 240_000 };
const readerOf = (system: System) => {
  const reader = new ScenarioReader(system);
  return (line: string) => reader.line(line);
};

const title = lacking === undefined ? 'a live page' : `a live page (skipped: ${lacking})`;

describe.skipIf(lacking !== undefined)(title, () => {
  let server: Server;
  let folder: string;
  let account: Cover;
  const others: Server[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gating-page-'));
    account = coverOf(dovecot, 'account', { read: readerOf(dovecot) });
    const elsewhere = await serve(example, pagesFor(account, ''));
    server = await serve(example, pagesFor(account, elsewhere.url));
    others.push(elsewhere);
  }, 120_000);

  afterAll(async () => {
    for (const each of [server, ...others]) await each?.close();
    if (folder) rmSync(folder, { recursive: true });
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

  test('that draws in the next frame, and acknowledges nothing, is waited for', SLOW, async () => {
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

  test('that throws, or writes errors, is reported with the situation', SLOW, async () => {
    const { page } = await ofAccount('/throws');
    expect(page.errors.map(({ kind, says }) => `${kind}: ${says}`).sort()).toEqual(['console: oh', 'uncaught: dear']);
    for (const { scenario } of page.errors) expect(scenario?.length).toBeGreaterThan(0);
  });

  test('that throws while it is opened is reported', SLOW, async () => {
    const { mismatches, page } = await ofAccount('/throws-at-load');
    expect(mismatches).toEqual([]);
    expect(page.errors).toEqual([{ kind: 'uncaught', says: 'early', count: 1, scenario: undefined }]);
  });

  test('that throws an error with a hostile message cannot garble a terminal', SLOW, async () => {
    const { page, says } = await ofAccount('/garbles');
    expect(page.errors.map((error) => error.says)).toEqual([String.raw`\u{1b}[2J\u{202e}`]);
    expect(says).toContain(String.raw`The page threw: \u{1b}[2J\u{202e}, when it was opened`);
  });

  test('that goes white in one situation is reported there, and the check goes on', SLOW, async () => {
    const { mismatches, page } = await ofAccount('/white');
    expect(new Set(mismatches.map(({ cause }) => cause))).toEqual(new Set(['the page shows no control']));
    for (const { situations, scenario } of mismatches) {
      expect(situations).toBe(1);
      expect(scenario).toEqual(account.representatives[7]?.lines);
    }
    expect(page.shows).toBe(account.sequence.length);
  });

  test('that draws late is read again before a mismatch counts', SLOW, async () => {
    expect((await ofAccount('/slow')).mismatches).toEqual([]);
    expect((await ofAccount('/slow', { settle: 0 })).mismatches.length).toBeGreaterThan(0);
  });

  test('that draws late, and wrong where it looked right at first, is found wrong', SLOW, async () => {
    const { mismatches, page } = await ofAccount('/slow-and-wrong');
    const { command, view } = sameAsBefore(account);
    expect(mismatches).toMatchObject([{ command, view, kind: 'withheld', situations: 1 }]);
    expect(page.pause).toBeGreaterThan(100);
  });

  test('that depends on the two situations before is read again after the same ones', SLOW, async () => {
    const { mismatches, page } = await ofAccount('/remembers');
    expect(mismatches.length).toBeGreaterThan(0);
    expect(page.pause).toBe(0);
  });

  test.each(['/framed', '/framed-elsewhere'])(
    '%s has its controls in a frame, and they are found',
    SLOW,
    async (path) => {
      expect((await ofAccount(path)).mismatches).toEqual([]);
    },
  );

  test('may have a control that is hidden, disabled or missing, and the report says which', SLOW, async () => {
    const { mismatches } = await ofAccount('/three-ways');
    const found = new Map(mismatches.map(({ command, control, hint }) => [command, { control, hint }]));
    const [hidden = '', disabled = '', missing = ''] = threeOf(account);
    expect(found.get(hidden)).toEqual({
      control: 'hidden',
      hint: 'no situation offers it: its control is always hidden',
    });
    expect(found.get(disabled)?.control).toBe('disabled');
    expect(found.get(missing)).toEqual({
      control: 'not found',
      hint: `no situation shows data-command="${missing}": mark its control, or leave it out by --command`,
    });
  });

  test('with a control for an unknown command is reported', SLOW, async () => {
    const { mismatches } = await ofAccount('/unknown');
    expect(mismatches.find(({ command }) => command === 'strat')).toMatchObject({
      model: 'rejected',
      cause: 'the model has no such command',
      fault: { says: 'has a control for it, and the model has no such command (did you mean start?)' },
    });
  });

  test('is asked only about the named commands, and not about those of other entities', SLOW, async () => {
    const [command = ''] = account.representatives[0]?.rules.keys() ?? [];
    const { summary, mismatches } = await ofAccount('/late', { commands: [command] });
    expect(Object.keys(summary.commands)).toEqual([command]);
    expect(mismatches).toEqual([]);
  });

  test('is opened with the cookies and storage of a file', SLOW, async () => {
    const state = join(folder, 'state.json');
    const cookie = { name: 'who', value: 'me', domain: '127.0.0.1', path: '/', expires: -1 };
    const flags = { httpOnly: false, secure: false, sameSite: 'Lax' };
    writeFileSync(state, JSON.stringify({ cookies: [{ ...cookie, ...flags }], origins: [] }));
    expect((await ofAccount('/signed-in', { storageState: state })).mismatches).toEqual([]);
    await expect(ofAccount('/signed-in')).rejects.toThrow('no control with data-command');
    writeFileSync(state, '{}');
    await expect(ofAccount('/signed-in', { storageState: state })).rejects.toThrow('is no storage state');
    for (const wrong of [
      { cookies: [1], origins: [] },
      { cookies: [], origins: [{ origin: '\u001b[2J', localStorage: [] }] },
    ]) {
      writeFileSync(state, JSON.stringify(wrong));
      await expect(ofAccount('/signed-in', { storageState: state })).rejects.toMatchObject({
        name: 'Complaint',
        message: expect.stringMatching(/^\S+ is no storage state: [^\p{C}]+$/u),
      });
    }
  });

  test('can be put into a situation, and read, by an adapter', SLOW, async () => {
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
    ['/empty', 'the page has no control with data-command'],
    ['/nowhere', 'cannot be opened: it answers 404'],
  ])('%s is refused in one line', SLOW, async (path, says) => {
    await expect(ofAccount(path)).rejects.toThrow(says);
  });

  test('that is not served is refused in one line', SLOW, async () => {
    await expect(ofAccount('', { url: 'http://127.0.0.1:9/' })).rejects.toThrow('cannot be opened');
    await expect(ofAccount('', { url: 'nothing' })).rejects.toThrow('"nothing" is no URL');
  });

  test('is refused with a module that is no adapter', SLOW, async () => {
    await expect(ofAccount('/late', { adapter: adapter('export default 7;') })).rejects.toThrow('no object');
    await expect(ofAccount('/late', { adapter: adapter('export default { shwo() {} };') })).rejects.toThrow(
      'unknown part of an adapter "shwo" (did you mean show?)',
    );
    await expect(ofAccount('/late', { adapter: join(folder, 'none.mjs') })).rejects.toThrow('cannot be loaded');
  });
});

test('the browser has its sandbox, except for root or if it is turned off', () => {
  const sandboxOf = (sandbox: boolean, uid: number) => launchOptions('chromium', sandbox, uid).chromiumSandbox;
  expect([sandboxOf(true, 1000), sandboxOf(true, 0), sandboxOf(false, 1000)]).toEqual([true, false, false]);
});

test('a missing browser is reported in one line', async () => {
  const check = { system: dovecot, kind: 'account', url: 'http://127.0.0.1/', read: readerOf(dovecot) };
  await expect(checkPage({ ...check, browser: '/nowhere/chromium' })).rejects.toThrow(
    'no browser at /nowhere/chromium',
  );
});
