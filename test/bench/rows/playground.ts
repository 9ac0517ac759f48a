import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { fragmentOf } from '../../../src/link/fragment.ts';
import { launch } from '../../../src/page/browser.ts';
import { lacking } from '../../page/browser.ts';
import { siteForTests } from '../../web/site.ts';
import { middle } from '../compete.ts';
import { fleet } from '../fleet.ts';
import { atMost, type Bar, type Row, rounded, type Scale } from '../row.ts';

const LOADS: Record<Scale, number> = { full: 7, quick: 3, tiny: 1 };
const CLICKS: Record<Scale, number> = { full: 200, quick: 40, tiny: 2 };
const THROTTLE = 4;
/** The longest wait for a page in milliseconds, even on a busy machine. */
const PATIENCE = 120_000;

interface Found {
  readonly kilobytes: number;
  readonly answered: number;
  readonly whole: number;
  readonly click: number;
}

export default {
  title: 'The playground',
  says:
    'The page in Chromium, served from this machine. First the size of its script, compressed by gzip. Then the time to the ' +
    `first answered click, without a cache and with the processor throttled ${THROTTLE} times: a command is clicked as soon as it ` +
    'is drawn enabled, and the clock stops when its outcome is drawn. Then, at full speed, the time from a click on a command ' +
    'until all answers are drawn and laid out, in a session with five agents and twenty jobs and its picture open. After each ' +
    'click the next command must be enabled.',
  async run(scale) {
    const found = lacking === undefined ? await measured(scale) : undefined;
    const bars: Bar[] = [
      atMost('script until the playground is there, compressed', 100, found?.kilobytes, ' KB'),
      atMost(
        `until the first click is answered, processor slowed down ${THROTTLE} times`,
        1000,
        found?.answered,
        ' ms',
      ),
      atMost('from a click to all answers', 16, found?.click, ' ms'),
    ];
    return {
      columns: ['', ''],
      lines: [
        ...bars.map(({ what, reached }) => [what, reached ?? '–']),
        ['until the rest of it is drawn too, slowed down alike', found ? `${rounded(found.whole)} ms` : '–'],
      ],
      bars,
      notes: lacking === undefined ? [] : [`Not measured: ${lacking}.`],
    };
  },
} satisfies Row;

async function measured(scale: Scale): Promise<Found> {
  const site = await siteForTests();
  const browser = await launch(undefined);
  try {
    await site.filled;
    const loads: Load[] = [];
    for (let load = 0; load < LOADS[scale]; load += 1) loads.push(await loaded(browser, `${site.url}play/`));
    const fragment = await fragmentOf({ system: 'egnyte', scenario: fleet.join('\n'), entity: 'job:2' });
    const clicks = await clicked(browser, `${site.url}play/#${fragment}`, CLICKS[scale]);
    return {
      kilobytes: middle(loads.map(({ bytes }) => bytes / 1000)),
      answered: middle(loads.map(({ answered }) => answered)),
      whole: middle(loads.map(({ whole }) => whole)),
      click: middle(clicks),
    };
  } finally {
    await browser.close();
    site.close();
  }
}

/**
 * Clicks the first enabled command on the page, and reports when its outcome and when the time line, the last part of
 * the page, were drawn. Like a user's click, it is handled before all other waiting work. The page measures this
 * itself, because the script of a waiting locator would run in the slowed page as well.
 */
const WATCH = `{
  const drawn = (then) => requestAnimationFrame(() => scheduler.postTask(then, { priority: 'user-blocking' }));
  const once = (selector, then) =>
    new MutationObserver((_, observer) => {
      const found = document.querySelector(selector);
      if (!found) return;
      observer.disconnect();
      drawn(() => then(found));
    }).observe(document, { childList: true, subtree: true });
  const say = (says) => () => console.debug(says, performance.now());
  once('[data-command]:enabled', (command) => {
    once('.last-step .outcome', say('answered'));
    command.click();
  });
  once('.time', say('whole'));
}`;

interface Load {
  readonly bytes: number;
  /** Milliseconds until a click was answered, and until the whole page was drawn. */
  readonly answered: number;
  readonly whole: number;
}

/** Reopens the page. */
async function loaded(browser: Browser, url: string): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.setDefaultNavigationTimeout(PATIENCE);
    const scripts: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.push(response.body().then((body) => gzipSync(body).length));
    });
    await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    await page.addInitScript(WATCH);
    const told = async (says: string): Promise<number> =>
      Number((await page.waitForEvent('console', (message) => message.text().startsWith(says))).text().split(' ')[1]);
    const [answered, whole] = await Promise.all([
      told('answered'),
      told('whole'),
      page.goto(url, { waitUntil: 'commit' }),
    ]);
    const sizes = await Promise.all(scripts);
    return { bytes: sizes.reduce((sum, size) => sum + size, 0), answered, whole };
  } finally {
    await context.close();
  }
}

/** Milliseconds from each click until the page is drawn and laid out again. */
async function clicked(browser: Browser, url: string, count: number): Promise<number[]> {
  const page: Page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  page.setDefaultTimeout(PATIENCE);
  await page.goto(url);
  await page.locator('.picture .lit').waitFor();
  return page.evaluate<number[]>(`(async () => {
    const control = (name) => document.querySelector('[data-command="scan.' + name + '"]');
    const times = [];
    for (let click = 0; click < ${count}; click += 1) {
      const [name, next] = control('stop').disabled ? ['start', 'stop'] : ['stop', 'start'];
      const drawn = new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          if (control(next).disabled) return;
          observer.disconnect();
          document.body.offsetHeight;
          resolve(performance.now());
        });
        observer.observe(document.querySelector('#play'), { attributes: true, childList: true, subtree: true });
      });
      const began = performance.now();
      control(name).click();
      times.push((await drawn) - began);
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }
    return times;
  })()`);
}
