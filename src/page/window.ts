import type { BrowserContext, Page } from 'playwright-core';
import type { UiOutcome } from '../gating/asking.ts';
import type { Representative } from '../gating/cover-choice.ts';
import { Complaint } from '../scenario/complaint.ts';
import { errorWords } from '../scenario/wording.ts';
import type { PageAdapter } from './adapter.ts';
import { readClosedFrames } from './closed-frames.ts';
import type { PageError } from './errors.ts';
import { showAndRead, twoFrames, type ViewRequest } from './in-page.ts';
import { openPage, type PageOpening } from './open-page.ts';
import { answeredBy, lostAs, type Outcomes, outcomesOf } from './outcomes.ts';
import type { SteadyMismatches } from './steady.ts';

/** What all windows have in common. */
export interface Setting extends PageOpening {
  readonly kind: string;
  /** The commands that are checked, and all that the entity has. */
  readonly commands: readonly string[];
  readonly known: readonly string[];
  /** Milliseconds per situation, and how long a mismatch may take to go away. */
  readonly limit: number;
  readonly settle: number;
  /** What was learned by reading again. */
  readonly steady: SteadyMismatches;
  /** Called with each error of the page, and the scenario to the situation shown last; undefined if none was shown yet. */
  readonly heard: (error: PageError, shown: readonly string[] | undefined) => void;
}

/** A browser window with the page in it. The page is reopened if it hangs or crashes. */
export class Window {
  private readonly setting: Setting;
  private context: BrowserContext | undefined;
  private opened: Page | undefined;
  private crashed = false;
  /** The page has frames that it may not see into. */
  private hasClosedFrames = false;
  private count = 0;
  /** The situations that were shown last, the latest one at the end. */
  private recent: readonly Representative[] = [];
  private failed: UiOutcome | undefined;
  /** Second chances that did not help. */
  private inVain = 0;
  private readonly noted: PageError[] = [];

  constructor(setting: Setting) {
    this.setting = setting;
  }

  /** The page; opened if necessary. */
  async page(): Promise<Page> {
    if (this.opened) return this.opened;
    this.crashed = false;
    this.recent = [];
    const { context, page } = await openPage(this.setting, (error) => {
      if (error.kind === 'crash') this.crashed = true;
      this.noted.push(error);
    });
    this.context = context;
    this.opened = page;
    return page;
  }

  /**
   * Puts the page into one situation after another, and reads every command in each. What differs from the model is read
   * again, after the same situations before it, until it no longer does or the time to settle is over; if the kind of
   * mismatch has stayed often enough, it is not.
   */
  async show(some: readonly Representative[]): Promise<Outcomes[]> {
    const { recent } = this;
    const all = await this.look(some);
    let shown = some.length - 1;
    for (const [index, one] of some.entries()) {
      const first = all[index] as Outcomes;
      const before = [...recent, ...some.slice(0, index)].slice(-BEFORE);
      const lost = lostAs(first);
      if (lost ? !isLate(lost) || this.inVain >= MOST_IN_VAIN : !this.setting.steady.areUnsure(one, first)) continue;
      all[index] = await (lost ? this.tryAgain(before, one) : this.lookAgain(before, one, first));
      shown = index;
    }
    const end = some.at(-1);
    if (end && shown < some.length - 1) await this.attempt([end]);
    this.recent = this.opened ? [...recent, ...some].slice(-BEFORE) : [];
    return all;
  }

  /** The same without reading anything again. */
  async look(some: readonly Representative[]): Promise<Outcomes[]> {
    await this.page();
    this.tell(this.recent.at(-1)?.lines);
    if (some.length > 1 && isByMessage(this.setting.adapter) && !this.hasClosedFrames) {
      const all = await this.attempt(some);
      // A failed batch is repeated one situation at a time, to find the one that failed.
      if (all && this.noted.length === 0) return all;
      this.noted.length = 0;
      if (!all) await this.close();
    }
    const outcomes: Outcomes[] = [];
    for (const each of some) outcomes.push(await this.showOne(each));
    return outcomes;
  }

  private async showOne(one: Representative): Promise<Outcomes> {
    if (!this.opened) {
      await this.page();
      this.tell(undefined);
    }
    const all = await this.attempt([one]);
    this.tell(one.lines);
    if (all) return all[0] as Outcomes;
    await this.close();
    return this.lost();
  }

  /** A page that showed nothing in time, as happens on a busy machine, is opened anew and gets a second chance. */
  private async tryAgain(before: readonly Representative[], one: Representative): Promise<Outcomes> {
    await this.close();
    const again = await this.attempt([...before, one]);
    this.tell(one.lines);
    const outcomes = again?.at(-1) ?? this.lost();
    if (lostAs(outcomes)) this.inVain += 1;
    if (!again) await this.close();
    return outcomes;
  }

  private async lookAgain(before: readonly Representative[], one: Representative, first: Outcomes): Promise<Outcomes> {
    const { settle, limit, steady } = this.setting;
    const again = await this.attempt([...before, one]);
    let outcomes = again?.at(-1) ?? first;
    const began = performance.now();
    while (again && steady.areUnsure(one, outcomes) && performance.now() < began + settle) {
      await new Promise((resolve) => setTimeout(resolve, Math.min(settle, BETWEEN)));
      outcomes = (await this.guarded((page) => this.read(page), limit)) ?? first;
    }
    this.tell(one.lines);
    steady.note(one, first, outcomes, steady.pause + performance.now() - began);
    if (!again) await this.close();
    return outcomes;
  }

  /** Tells the errors that were noted since the last time. */
  private tell(shown: readonly string[] | undefined): void {
    for (const error of this.noted.splice(0)) this.setting.heard(error, shown);
  }

  private attempt(some: readonly Representative[]): Promise<Outcomes[] | undefined> {
    const { limit, steady } = this.setting;
    return this.guarded((page) => this.showAll(page, some), (limit + steady.pause) * some.length);
  }

  /** Undefined if the page hangs, crashes or throws; `failed` says how. */
  private async guarded<Of>(work: (page: Page) => Promise<Of>, limit: number): Promise<Of | undefined> {
    const page = await this.page();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      // If the page still runs, its own limit is reached first.
      timer = setTimeout(() => resolve(undefined), limit + GRACE);
    });
    try {
      this.failed = this.late;
      return await Promise.race([work(page), late]);
    } catch (error) {
      if (error instanceof Complaint) throw error;
      this.failed = { fault: 'threw', says: this.crashed ? 'the page crashed' : errorWords(error).message };
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

  private lost(): Outcomes {
    return new Map(this.setting.commands.map((command) => [command, this.failed ?? this.late]));
  }

  private async showAll(page: Page, some: readonly Representative[]): Promise<Outcomes[]> {
    const { adapter, limit, kind } = this.setting;
    const { pause } = this.setting.steady;
    if (isByMessage(adapter) && !this.hasClosedFrames) {
      const views = some.map((one) => this.requestFor(one));
      const found = await page.evaluate(showAndRead, { views, limit, pause, kind });
      this.hasClosedFrames = found.some((reading) => (reading?.closed ?? 0) > 0);
      if (!this.hasClosedFrames) {
        return found.map((reading) => (reading ? outcomesOf(reading.controls, this.setting) : this.lost()));
      }
    }
    const all: Outcomes[] = [];
    for (const one of some) {
      if (adapter.show) await adapter.show(page, one.view);
      else {
        const [shown] = await page.evaluate(showAndRead, { views: [this.requestFor(one)], limit, pause, kind });
        if (!shown) return [...all, this.lost()];
      }
      if (adapter.settle) await adapter.settle(page);
      else if (adapter.show) await page.evaluate(twoFrames);
      if (pause > 0 && (adapter.show || adapter.settle)) await new Promise((resolve) => setTimeout(resolve, pause));
      all.push(await this.read(page));
    }
    return all;
  }

  /** The page as it is. */
  private async read(page: Page): Promise<Outcomes> {
    const { adapter, commands, limit, kind } = this.setting;
    if (adapter.enabled) return answeredBy(page, adapter.enabled, commands);
    const [reading] = await page.evaluate(showAndRead, { views: [], limit, pause: 0, kind });
    const { controls = [], closed = 0 } = reading ?? {};
    const inFrames = closed > 0 ? await readClosedFrames(page, { views: [], limit, pause: 0, kind }) : [];
    return outcomesOf([...controls, ...inFrames], this.setting);
  }

  private requestFor({ view, lines }: Representative): ViewRequest {
    this.count += 1;
    return { view, scenario: lines, id: this.count };
  }
}

const isLate = (lost: UiOutcome): boolean => 'fault' in lost && lost.fault === 'timed-out';

/** Whether the page is shown situations by messages, and read by its controls. */
export const isByMessage = ({ show, settle, enabled }: PageAdapter): boolean => !show && !settle && !enabled;

/** Milliseconds to close a window, for an answer to arrive, and between two readings. */
const CLOSE = 2_000;
const GRACE = 500;
const BETWEEN = 50;
/** So many situations are shown again before one that is read again. */
const BEFORE = 4;
/** After so many second chances in vain a page is not given another: each takes seconds. */
const MOST_IN_VAIN = 3;
