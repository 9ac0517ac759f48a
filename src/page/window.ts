import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { UiOutcome } from '../gating/asking.ts';
import type { Representative } from '../gating/cover.ts';
import { Complaint, unknown } from '../scenario/complaint.ts';
import type { Offer, PageAdapter } from './adapter.ts';
import { type Control, showAndRead, twoFrames, type ViewRequest } from './in-page.ts';

/** An error that the page raised: an uncaught error, an error on its console, or a crash. */
export interface PageError {
  readonly kind: 'uncaught' | 'console' | 'crash';
  readonly says: string;
}

/** What all windows have in common. */
export interface Setting {
  readonly browser: Browser;
  readonly url: string;
  readonly adapter: PageAdapter;
  readonly commands: readonly string[];
  /** Milliseconds per situation. */
  readonly limit: number;
  /** Called with each error of the page, and with the scenario to the situation shown last. */
  readonly heard: (error: PageError, shown: readonly string[]) => void;
}

/** A situation to show. */
export type ShownSituation = Pick<Representative, 'view' | 'lines'>;

/** What the page does with each command, or how it failed. */
export type Outcomes = ReadonlyMap<string, UiOutcome>;

/** A browser window with the page in it. The page is reopened if it hangs or crashes. */
export class Window {
  private readonly setting: Setting;
  private context: BrowserContext | undefined;
  private opened: Page | undefined;
  private crashed = false;
  private shown = 0;
  private failed: UiOutcome | undefined;
  private readonly noted: PageError[] = [];

  constructor(setting: Setting) {
    this.setting = setting;
  }

  /** The page; opened if necessary. */
  async page(): Promise<Page> {
    if (this.opened) return this.opened;
    const { browser, url, adapter } = this.setting;
    const heard = (error: PageError): void => {
      this.noted.push(error);
    };
    this.context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1200, height: 900 } });
    const page = await this.context.newPage();
    page.setDefaultTimeout(OPEN);
    this.crashed = false;
    page.on('pageerror', (error) => heard({ kind: 'uncaught', says: firstLine(error) }));
    page.on('console', (message) => {
      if (message.type() === 'error') heard({ kind: 'console', says: firstLine(message.text()) });
    });
    page.on('crash', () => {
      this.crashed = true;
      heard({ kind: 'crash', says: 'the page crashed' });
    });
    // A dialog would wait for a person, and nobody is there.
    page.on('dialog', (dialog) => dialog.dismiss().catch(() => {}));
    try {
      if (adapter.open) await adapter.open(page, url);
      else {
        const answer = await page.goto(url);
        if (answer && !answer.ok()) throw new Error(`it answers ${answer.status()} ${answer.statusText()}`.trim());
        // Most pages are drawn by scripts some time after loading. A page without controls is reported later.
        if (!adapter.enabled) await page.waitForSelector('[data-command]', READY).catch(() => {});
      }
    } catch (error) {
      throw new Complaint(`the page ${url} cannot be opened: ${firstLine(error)}`, 'see that it is served there');
    }
    this.opened = page;
    return page;
  }

  /** Puts the page into one situation after another, and reads every command in each. */
  async show(some: readonly ShownSituation[]): Promise<Outcomes[]> {
    if (some.length > 1 && isByMessage(this.setting.adapter)) {
      const all = await this.attempt(some, this.setting.limit * some.length);
      // A failed batch is repeated one situation at a time, to find the one that failed.
      if (all && this.noted.length === 0) return all;
      if (!all) await this.close();
    }
    const outcomes: Outcomes[] = [];
    for (const each of some) outcomes.push(await this.showOne(each));
    return outcomes;
  }

  private async showOne(one: ShownSituation): Promise<Outcomes> {
    const all = await this.attempt([one], this.setting.limit);
    for (const error of this.noted) this.setting.heard(error, one.lines);
    if (all) return all[0] as Outcomes;
    const outcome = this.failed as UiOutcome;
    await this.close();
    return new Map(this.setting.commands.map((command) => [command, outcome]));
  }

  /** Undefined if the page hangs, crashes or throws; `failed` says how. */
  private async attempt(some: readonly ShownSituation[], limit: number): Promise<Outcomes[] | undefined> {
    const page = await this.page();
    this.noted.length = 0;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      // If the page still runs, its own limit is reached first.
      timer = setTimeout(() => resolve(undefined), limit + GRACE);
    });
    try {
      this.failed = this.late;
      return await Promise.race([this.read(page, some), late]);
    } catch (error) {
      if (error instanceof Complaint) throw error;
      this.failed = { fault: 'threw', says: this.crashed ? 'the page crashed' : firstLine(error) };
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    const { context } = this;
    this.opened = undefined;
    this.context = undefined;
    // A page that hangs does not confirm that it is closed.
    await Promise.race([
      context?.close().catch(() => {}),
      new Promise((resolve) => setTimeout(resolve, CLOSE).unref()),
    ]);
  }

  private get late(): UiOutcome {
    return { fault: 'timed-out', says: `has shown nothing after ${this.setting.limit / 1000} s` };
  }

  private async read(page: Page, some: readonly ShownSituation[]): Promise<Outcomes[]> {
    const { adapter, commands, limit } = this.setting;
    if (isByMessage(adapter)) {
      const views = some.map((one) => this.requestFor(one));
      const found = await page.evaluate(showAndRead, { views, limit });
      return found.map((controls) =>
        controls ? this.outcomesOf(controls) : new Map(commands.map((command) => [command, this.late])),
      );
    }
    const all: Outcomes[] = [];
    for (const one of some) {
      if (adapter.show) await adapter.show(page, one.view);
      else {
        const [shown] = await page.evaluate(showAndRead, { views: [this.requestFor(one)], limit });
        if (!shown) return [new Map(commands.map((command) => [command, this.late]))];
      }
      if (adapter.settle) await adapter.settle(page);
      else if (adapter.show) await page.evaluate(twoFrames);
      if (adapter.enabled) all.push(await this.asked(page, adapter.enabled));
      else all.push(this.outcomesOf((await page.evaluate(showAndRead, { views: [], limit }))[0] ?? []));
    }
    return all;
  }

  private async asked(page: Page, enabled: NonNullable<PageAdapter['enabled']>): Promise<Outcomes> {
    const outcomes = new Map<string, UiOutcome>();
    for (const command of this.setting.commands) outcomes.set(command, outcomeOf(await enabled(page, command)));
    return outcomes;
  }

  private requestFor({ view, lines }: ShownSituation): ViewRequest {
    this.shown += 1;
    return { view, scenario: lines, id: this.shown };
  }

  private outcomesOf(controls: readonly Control[]): Outcomes {
    const { commands } = this.setting;
    if (controls.length === 0) {
      throw new Complaint(
        'the page has no control with data-command',
        'mark its controls, or write an adapter: see docs/gating-page.md',
      );
    }
    const outcomes = new Map<string, UiOutcome>(commands.map((command) => [command, MISSING]));
    for (const { command, enabled, code } of controls) {
      const before = outcomes.get(command);
      if (!before) throw unknown('command on the page', command, commands, `it is one of ${commands.join(', ')}`);
      if ('enabled' in before && before.enabled) continue;
      outcomes.set(command, { enabled, code: enabled ? undefined : codeIn(code), silent: false });
    }
    return outcomes;
  }
}

/** Whether the page is shown situations by messages, and read by its controls. */
export const isByMessage = ({ show, settle, enabled }: PageAdapter): boolean => !show && !settle && !enabled;

/** A missing control does not offer its command. */
const MISSING: UiOutcome = { enabled: false, code: undefined, silent: true };

const codeIn = (text: string | null): string | undefined => (text === null || text === '' ? undefined : text);

function outcomeOf(offer: Offer): UiOutcome {
  if (typeof offer === 'boolean') return { enabled: offer, code: undefined, silent: false };
  const given: unknown = offer;
  if (typeof given === 'object' && given !== null && 'enabled' in given && typeof given.enabled === 'boolean') {
    return { enabled: given.enabled, code: offer.code, silent: false };
  }
  return { fault: 'no-answer', says: `the adapter answered ${JSON.stringify(given)}` };
}

export const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';

/** Milliseconds to open a page, to close a window, and for an answer to arrive. */
const OPEN = 30_000;
const READY = { state: 'attached', timeout: 5_000 } as const;
const CLOSE = 2_000;
const GRACE = 500;
