import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Complaint } from '../scenario/complaint.ts';
import { errorWords, oneLine } from '../scenario/wording.ts';
import type { PageAdapter } from './adapter.ts';
import type { PageError } from './errors.ts';
import { notStorage } from './storage.ts';

/** What is opened, and how. */
export interface PageOpening {
  readonly browser: Browser;
  readonly url: string;
  readonly adapter: PageAdapter;
  /** Cookies and storage to begin with. */
  readonly storageState?: string | undefined;
}

/** Opens the page in a browser context of its own, and listens for its errors. */
export async function openPage(
  { browser, url, adapter, storageState }: PageOpening,
  heard: (error: PageError) => void,
): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const options = { reducedMotion: 'reduce', viewport: { width: 1200, height: 900 } } as const;
  const context = await (storageState === undefined
    ? browser.newContext(options)
    : browser.newContext({ ...options, storageState }).catch((error: Error) => {
        throw notStorage(storageState, error);
      }));
  const page = await context.newPage();
  page.setDefaultTimeout(OPEN);
  const hear = (kind: PageError['kind'], text: string): void =>
    heard({ kind, says: oneLine(text.split('\n', 1)[0] as string) });
  page.on('pageerror', (error) => hear('uncaught', errorWords(error).message));
  page.on('console', (message) => {
    // Every browser asks for an icon, and few pages for tests have one.
    if (message.type() !== 'error' || /\/favicon\.ico$/.test(message.location().url)) return;
    hear('console', message.text());
  });
  page.on('crash', () => hear('crash', 'the page crashed'));
  // A dialog would wait for a person, and nobody is there.
  page.on('dialog', (dialog) => dialog.dismiss().catch(() => {}));
  try {
    if (adapter.open) await adapter.open(page, url);
    else {
      const answer = await page.goto(url);
      if (answer && !answer.ok()) throw new Error(`it answers ${answer.status()} ${answer.statusText()}`.trim());
      // Most pages are drawn by scripts some time after loading. A page without controls is reported later.
      if (!adapter.enabled) await page.waitForSelector('[data-command], iframe, frame', READY).catch(() => {});
    }
  } catch (error) {
    throw new Complaint(
      `the page ${url} cannot be opened: ${errorWords(error).message}`,
      'see that it is served there',
    );
  }
  return { context, page };
}

/** Milliseconds to open a page, and for its first control to come. */
const OPEN = 30_000;
const READY = { state: 'attached', timeout: 5_000 } as const;
