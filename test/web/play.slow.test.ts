import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dovecot } from '../../machines/dovecot/index.ts';
import { egnyte } from '../../machines/egnyte/index.ts';
import { Simulator } from '../../src/engine/simulate.ts';
import { sharedIn } from '../../src/link/fragment.ts';
import { checkPage } from '../../src/page/index.ts';
import { readScenario, ScenarioReader } from '../../src/scenario/index.ts';
import { lacking } from '../page/browser.ts';
import { seedOr } from '../random/seed.ts';
import { browsing } from './browsing.ts';
import { type Walked, walk } from './in-browser.ts';

const SLOW = { timeout: 240_000 };
const SEED = seedOr(20_261_129);
/** For each of the five systems: a hundred thousand in all. */
const STEPS = Number(process.env.STEPS ?? 20_000);
const title = lacking === undefined ? 'the playground' : `the playground (skipped: ${lacking})`;

/** A scenario that a user pastes to ask why a copy cannot be started. */
const report = `given ready
job sync.start        # True-Up
job sync.started
agent disconnect
`;

describe.skipIf(lacking !== undefined)(title, () => {
  const { faults, opened, playing, url } = browsing();

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
    await expect.poll(() => page.locator('.time li').last().textContent()).toContain('671 SYNC_STOP_REQUIRED_ERR');
  });

  test('a pasted scenario shows why a copy cannot be started', SLOW, async () => {
    const page = await playing('');
    await page.locator('#scenario').fill(report);
    await page.locator('[data-entity="job:1"].entity').click();
    const start = command(page, 'copy.start');
    await expect.poll(() => start.isDisabled()).toBe(true);
    await expect.poll(() => start.getAttribute('data-code')).toBe('671');
    const why = page.locator(`#${await start.getAttribute('aria-describedby')}`);
    await expect.poll(() => why.textContent()).toMatch(/671 SYNC_STOP_REQUIRED_ERR True-Up is paused or suspended S/);
  });

  test('a refused command can be sent anyway', SLOW, async () => {
    const page = await playing(report);
    await page.getByRole('button', { name: 'send anyway copy.start' }).click();
    await expect.poll(() => page.locator('.time li').last().textContent()).toMatch(/rejected 671/);
    await expect.poll(() => text(page)).toMatch(/job copy\.start\n$/);
  });

  test('steps that were undone and replaced are kept, and can be taken again', SLOW, async () => {
    const page = await playing(`${report}job sync.stop\nagent register version=3.20.0\n`);
    const before = await steps(page);
    for (let back = 0; back < 5; back += 1) await page.getByRole('button', { name: 'undo' }).click();
    await expect.poll(() => page.locator('.time li.undone').count()).toBe(5);
    await command(page, 'scan.start').click();
    await expect.poll(() => steps(page)).toEqual(['given ready', 'job:1 scan.start']);
    await page.locator('.branches button').click();
    await expect.poll(() => steps(page)).toEqual(before);
    await expect.poll(() => page.locator('.time li.undone').count()).toBe(0);
  });

  test('a click on a step goes to it, and so does the slider', SLOW, async () => {
    const page = await playing(report);
    await page.locator('.time .step').nth(1).click();
    await expect.poll(() => page.locator('.time li.undone').count()).toBe(2);
    await page.getByLabel('steps taken').fill('3');
    await expect.poll(() => page.locator('.time li.undone').count()).toBe(1);
  });

  test('the address holds the whole state, and opens it elsewhere', SLOW, async () => {
    const page = await playing(report);
    await page.getByRole('button', { name: 'undo' }).click();
    await page.locator('[data-entity="agent:1"].entity').click();
    const linked = () => sharedIn(new URL(page.url()).hash.slice(1));
    await expect.poll(linked).toMatchObject({ entity: 'agent:1', turns: 3 });
    const other = await opened(page.url().slice(url().length));
    await expect.poll(() => text(other)).toBe(report.trimEnd());
    await expect.poll(() => other.locator('.time li.undone').count()).toBe(1);
    await expect.poll(() => other.locator('.entity[aria-pressed="true"]').getAttribute('data-entity')).toBe('agent:1');
  });

  test('a parameter is a field', SLOW, async () => {
    const page = await playing('given ready\n');
    await page.getByRole('button', { name: '+ job:2' }).click();
    const form = page.locator('form', { has: command(page, 'create') });
    await form.locator('summary').click();
    await form.getByLabel('destination').fill('/Shared/B');
    await command(page, 'create').click();
    await expect.poll(() => text(page)).toMatch(/job:2 create .*destination=\/Shared\/B/);
  });

  test('a command whose fields were never opened is sent in its plainest form', SLOW, async () => {
    const page = await playing('given ready\n');
    await command(page, 'schedule.create').click();
    await expect.poll(() => text(page)).toMatch(/\njob schedule\.create start=\+1h frequency=once\n$/);
  });

  test('an error in a line is shown with its place, and the session stays', SLOW, async () => {
    const page = await playing(report);
    await page.locator('#scenario').fill(`${report}jbo scan.start\n`);
    await expect
      .poll(() => page.getByRole('alert').textContent())
      .toMatch(/line 5, column 1: unknown entity "jbo".*did you mean job/);
    await expect.poll(() => steps(page)).toHaveLength(4);
  });

  test('the shortest way to where a command is accepted is found and taken', SLOW, async () => {
    const page = await playing('given ready\njob scan.start\n');
    await page.getByRole('button', { name: 'how do I get there? copy.start' }).click();
    await page.getByRole('button', { name: /these steps/ }).click({ timeout: 120_000 });
    await expect.poll(() => command(page, 'copy.start').isEnabled()).toBe(true);
  });

  test('a click waits for the next timer', SLOW, async () => {
    const page = await playing('given ready\ndomain set latest=4.0.0\nagent upgrade\n');
    await expect.poll(() => page.getByLabel('virtual time').textContent()).toBe('0s');
    await page.getByRole('button', { name: 'next timer in 5m' }).click();
    await expect.poll(() => page.getByLabel('virtual time').textContent()).toBe('5m');
    await expect.poll(() => page.locator('.time li').last().textContent()).toContain('AGENT_UPGRADE → TIMEOUT');
  });

  test.each([
    ['damaged', '1abcdef'],
    ['of another version', '9xyz'],
    ['too long', `1${'a'.repeat(9000)}`],
    ['markup', '<script>alert(1)</script>'],
    ['a word of JavaScript', '__proto__'],
  ])('a link that is %s gives a sentence and an empty session', SLOW, async (_, fragment) => {
    const page = await opened(`play/#${fragment}`);
    await expect
      .poll(() => page.getByRole('status').first().textContent())
      .toMatch(/link .*\. This is an empty session\.$/);
    await expect.poll(() => steps(page)).toEqual([]);
  });

  test('a link to a scenario of a million steps, or of markup, gives its errors as text', SLOW, async () => {
    const many = await playing('wait 1s\n'.repeat(12_000));
    await expect.poll(() => many.getByRole('alert').textContent()).toContain('at most 5000 lines');
    const markup = await playing('<img src=x onerror=alert(1)> y\n');
    await expect.poll(() => markup.getByRole('alert').textContent()).toContain('<img');
  });

  test.each([
    ['manager', dovecot],
    ['account', dovecot],
    ['agent', egnyte],
  ] as const)('the gating check finds nothing on it, without an adapter: %s', SLOW, async (kind, system) => {
    const reader = new ScenarioReader(system);
    const read = (line: string) => reader.line(line);
    // As patient as the other tests, for busy machines.
    const check = { system, kind, url: `${url()}play/#${system.name}`, read, limit: 20_000 };
    const { mismatches, page } = await checkPage(check);
    expect(mismatches).toEqual([]);
    expect(page.errors).toEqual([]);
    expect(page.shows).toBeGreaterThan(1);
  });

  test(`${STEPS} random steps of each system are answered as in Node`, SLOW, async () => {
    const page = await opened('play/');
    const names = ['egnyte', 'dovecot', 'dropsuite', 'wildduck', 'mozilla-sync'] as const;
    for (const name of names) {
      const asked = `import(${JSON.stringify(`${url()}assets/test/walk.js`)}).then(({ walk }) => walk('${name}', ${STEPS}, ${SEED}))`;
      const there = await page.evaluate<Walked>(asked);
      expect(there, `seed ${SEED}`).toEqual(await walk(name, STEPS, SEED));
      expect(there.rejected).toBeGreaterThan(STEPS / 20);
    }
  });

  test('the picture shows where an entity stands and what moved it last', SLOW, async () => {
    const page = await playing('given ready\njob scan.start\njob scan.started\n');
    const picture = page.getByRole('group', { name: 'picture of SCAN' });
    await picture.locator('.lit').waitFor({ timeout: 120_000 });
    await expect.poll(() => picture.locator('.lit').getAttribute('data-status')).toBe('RUNNING');
    await expect.poll(() => picture.locator('.last').getAttribute('data-event')).toMatch(/scan\.started/);
    await command(page, 'scan.stop').click();
    await expect.poll(() => picture.locator('.lit').getAttribute('data-status')).toBe('STOPPING');
    await page.getByRole('button', { name: 'undo' }).click();
    await expect.poll(() => picture.locator('.lit').getAttribute('data-status')).toBe('RUNNING');
  });

  test('an arrow that leaves several statuses is highlighted too', SLOW, async () => {
    const lines = [
      'config.update sanitize=no',
      'migrateData.start',
      'migrateData.started',
      'scan.started',
      'scan.succeeded',
    ];
    const page = await playing(['given ready', ...lines.map((line) => `job ${line}`), ''].join('\n'));
    await page.getByRole('combobox', { name: 'phase' }).selectOption('SANITIZE');
    const picture = page.getByRole('group', { name: 'picture of SANITIZE' });
    await expect.poll(() => picture.locator('.last').getAttribute('data-from')).toBe('null|STOPPED|SUCCEEDED|FAILED');
  });

  test('the picture can be enlarged, and dragging it is no click on a status', SLOW, async () => {
    const page = await playing('given ready\n');
    const picture = page.getByRole('group', { name: /^picture of/ });
    await picture.locator('.lit').waitFor({ timeout: 120_000 });
    const width = () => picture.locator('svg').evaluate((svg) => svg.getBoundingClientRect().width);
    const before = await width();
    for (let click = 0; click < 4; click += 1) await page.getByRole('button', { name: 'larger' }).click();
    await expect.poll(async () => (await width()) / before).toBeCloseTo(1.25 ** 4, 1);
    const scrolled = () => picture.evaluate(({ scrollTop }) => scrollTop);
    const top = await scrolled();
    await picture.locator('.lit').hover();
    await page.mouse.down();
    await page.mouse.move(300, 10, { steps: 5 });
    await page.mouse.up();
    await expect.poll(scrolled).toBeGreaterThan(top);
    await expect.poll(() => page.getByRole('region', { name: 'way' }).count()).toBe(0);
  });

  test('the keyboard focus is not lost when a step disables or removes its button', SLOW, async () => {
    const page = await playing('given ready\n');
    const focused = () =>
      page.evaluate<string>(`document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent`);
    await command(page, 'scan.start').focus();
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('send anyway scan.start');
    await page.getByRole('button', { name: 'how do I get there? scan.start' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'close' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('how do I get there? scan.start');
    await page.getByRole('button', { name: 'undo' }).focus();
    for (let back = 0; back < 2; back += 1) await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('redo');
    await expect.poll(() => page.locator('.time li.undone').count()).toBe(2);
  });

  test('a status in the picture leads to the shortest way to it, by the keyboard too', SLOW, async () => {
    const page = await playing('given ready\njob scan.start\n');
    const failed = page.getByRole('button', { name: 'SCAN FAILED: how do I get there?' });
    await failed.focus({ timeout: 120_000 });
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /these steps/ }).click({ timeout: 120_000 });
    await page.getByRole('button', { name: 'SCAN FAILED, where it stands' }).waitFor();
    await expect.poll(() => text(page)).toMatch(/scan\.failed/);
  });

  test('the statuses over time follow the session', SLOW, async () => {
    const page = await playing('given ready\njob scan.start\n');
    await page.getByText('Statuses over time').click();
    const lanes = page.getByRole('region', { name: 'statuses over time' });
    await lanes.getByRole('img').waitFor();
    await expect.poll(() => lanes.textContent()).not.toContain('8 job scan.started');
    await page.locator('[data-report="scan.started"]').click();
    await expect.poll(() => lanes.textContent()).toContain('8 job scan.started');
  });

  test('the names of the lanes stay in view while the lanes are scrolled', SLOW, async () => {
    const page = await playing(`given ready\n${'job scan.start\njob scan.stop\n'.repeat(10)}`);
    await page.getByText('Statuses over time').click();
    const lanes = page.getByRole('region', { name: 'statuses over time' });
    await lanes.getByRole('img').waitFor();
    await expect.poll(() => lanes.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(100);
    const left = (selector: string) => page.locator(selector).evaluate((each) => each.getBoundingClientRect().left);
    expect((await left('.lanes .names')) - (await left('.lanes section'))).toBeLessThan(3);
    await expect.poll(() => lanes.locator('.names').textContent()).toMatch(/job:1.*SCAN/);
  });

  test('without a network the session goes on, and what could not be loaded is loaded later', SLOW, async () => {
    const page = await playing('given ready\n');
    await page.locator('.picture svg').waitFor({ timeout: 120_000 });
    const known = faults.length;
    await page.context().setOffline(true);
    await command(page, 'scan.start').click();
    await expect.poll(() => steps(page)).toHaveLength(2);
    await page.getByText('Statuses over time').click();
    await page.getByText('This could not be loaded.').waitFor();
    await page.getByRole('combobox', { name: 'System' }).selectOption('dovecot');
    await page.getByText(/^Dovecot dsync migrations could not be loaded: /).waitFor();
    await expect.poll(() => page.getByRole('combobox', { name: 'System' }).inputValue()).toBe('egnyte');
    await page.getByRole('button', { name: 'how do I get there? copy.start' }).click();
    await page.getByText('The search failed: the worker could not be started').waitFor();
    await page.getByRole('button', { name: 'Search' }).click();
    await page.keyboard.type('671');
    await page.getByText('The search could not be loaded. Try again.').waitFor();
    // The browser itself reports each request that failed; nothing else did.
    expect(faults.splice(known).filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);

    await page.context().setOffline(false);
    await page.keyboard.press('Backspace');
    await page.locator('dialog li a').first().waitFor();
    // The first empties the field, as in every search field.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'how do I get there? copy.start' }).click();
    await page.getByRole('button', { name: /these steps/ }).waitFor({ timeout: 120_000 });
    await page.getByRole('combobox', { name: 'System' }).selectOption('dovecot');
    await page.locator('[data-entity="account:1"].entity').waitFor();
  });

  test('NDJSON is imported, and exported as a test that expects the outcomes', SLOW, async () => {
    const page = await playing('');
    const ndjson = '{"given":"ready"}\n{"to":"job","type":"scan.start"}\n{"to":"job","type":"copy.start"}\n';
    await page
      .getByLabel('import')
      .setInputFiles({ name: 'scenario.ndjson', mimeType: 'text/plain', buffer: Buffer.from(ndjson) });
    await expect.poll(() => steps(page)).toEqual(['given ready', 'job:1 scan.start', 'job:1 copy.start']);
    const saved = async (name: string): Promise<string> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name, exact: true }).click(),
      ]);
      return readFileSync(await download.path(), 'utf8');
    };
    const exported = await saved('test');
    expect(exported).toMatch(
      /^given ready\njob scan\.start +=> accepted SCAN:QUEUED\njob copy\.start +=> rejected 650\n$/,
    );
    const simulator = new Simulator(egnyte);
    expect(readScenario(egnyte, exported).flatMap((step) => simulator.run(step).missed ?? [])).toEqual([]);
    expect(readScenario(egnyte, await saved('NDJSON'))).toHaveLength(readScenario(egnyte, exported).length);
  });

  test('in a frame it has no header and no scenario, and a link to the whole page', SLOW, async () => {
    const page = await playing(report, 'egnyte', '?embed');
    await expect.poll(() => page.locator('header:visible, #scenario').count()).toBe(0);
    await expect.poll(() => steps(page)).toHaveLength(4);
    const whole = (await page.getByRole('link', { name: 'open' }).getAttribute('href')) ?? '';
    expect(whole).toMatch(/play\/#1/);
  });

  test('a screen reader gets the name of each command, and why it is refused', SLOW, async () => {
    const page = await playing(report);
    const names = Object.keys(egnyte.entities.job.commands);
    const commands = page.getByRole('region', { name: 'Commands of job:1' });
    for (const name of names) await commands.getByRole('button', { name, exact: true }).waitFor();
    const told = await commands.ariaSnapshot();
    expect(told).toMatch(/- button "copy\.start" \[disabled\][\s\S]*?link "671 SYNC_STOP_REQUIRED_ERR"/);
    expect(
      await page.getByRole('region', { name: 'Time line' }).getByRole('slider').getAttribute('aria-valuetext'),
    ).toBe('4 of 4');
  });

  test('no page had an error or violated its policy', () => {
    expect(faults).toEqual([]);
  });
});
