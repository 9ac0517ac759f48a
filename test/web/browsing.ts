import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { fragmentOf } from '../../src/link/fragment.ts';
import { launch } from '../../src/page/browser.ts';
import { siteForTests } from './site.ts';

/** The whole site in Chromium, for the tests of one block. */
export function browsing() {
  let site: Awaited<ReturnType<typeof siteForTests>>;
  let browser: Browser;
  /** Errors on a page, violations of its policy among them. */
  const faults: string[] = [];

  beforeAll(async () => {
    site = await siteForTests();
    browser = await launch(undefined);
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  async function blank(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage();
    page.on('pageerror', ({ message }) => faults.push(`${path}: ${message}`));
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => faults.push(`${path}: ${dialog.message()}`)));
    page.on('console', (message) => message.type() === 'error' && faults.push(`${path}: ${message.text()}`));
    return page;
  }

  /** A page in a context of its own. */
  async function opened(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const page = await blank(path, options);
    await page.goto(site.url + path);
    if (path.startsWith('play/')) await page.locator('.time').waitFor();
    return page;
  }

  const playing = async (
    scenario: string,
    system = 'egnyte',
    query = '',
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<Page> => opened(`play/${query}#${await fragmentOf({ system, scenario })}`, options);

  return { faults, blank, opened, playing, url: () => site.url };
}
