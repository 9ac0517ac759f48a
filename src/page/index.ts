import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Cover, coverOf } from '../gating/cover.ts';
import { type MismatchFound, mismatchesIn, type PageAnswers } from '../gating/cover-report.ts';
import type { GatingReport } from '../gating/report.ts';
import { isPass, isRefusal, type Lifecycle, type Step, type System } from '../model/index.ts';
import { Complaint } from '../scenario/complaint.ts';
import { amount } from '../scenario/wording.ts';
import { adapterFrom } from './adapter.ts';
import { launch } from './browser.ts';
import { mark } from './in-page.ts';
import { firstLine, isByMessage, type Outcomes, type PageError, type Setting, Window } from './window.ts';

export type { Offer, PageAdapter } from './adapter.ts';

/** The input of `checkPage`. */
export interface PageCheck {
  readonly system: System;
  readonly kind: string;
  /** The page's address. */
  readonly url: string;
  /** Reads a line of scenario text. */
  readonly read: (line: string) => readonly Step[];
  /** The path of an adapter module, which puts the page into a situation; relative to the working directory. */
  readonly adapter?: string | undefined;
  /** The browser's executable; else $CHROMIUM, else one of the usual names on $PATH. */
  readonly browser?: string | undefined;
  /** A folder for a screenshot of each kind of mismatch; created if missing. */
  readonly screenshots?: string | undefined;
  /** How many milliseconds the page may take per situation. Default: 2,000. */
  readonly limit?: number | undefined;
  /** The representative situations, if they have been computed already. */
  readonly cover?: Cover | undefined;
  /** Called with the progress. */
  readonly progress?: ((says: string) => void) | undefined;
}

/** What the page was shown, and the errors that it raised. */
export interface PageShown {
  readonly url: string;
  /** Situations that represent all others. */
  readonly representatives: number;
  /** How many situations were shown. Some are shown several times, each time after a different one. */
  readonly shows: number;
  /** Distinct expected answers among them. */
  readonly answers: number;
  /** Steps between situations with different answers whose two ends were shown one after the other. */
  readonly transitions: number;
  /** Situations that cannot be reached outside the space, and were not shown. */
  readonly missed: number;
  readonly seconds: number;
  readonly errors: readonly (PageError & {
    readonly count: number;
    /** A scenario to the situation in which this error came first. */
    readonly scenario: readonly string[];
  })[];
  /** The screenshots taken, by path. */
  readonly screenshots: readonly string[];
}

export interface PageReport extends GatingReport {
  readonly page: PageShown;
}

/**
 * Checks the gating of a live page against the model, in a real Chromium. Throws a Complaint if there is no browser, or
 * if the page or the adapter cannot be loaded.
 */
export async function checkPage(check: PageCheck): Promise<PageReport> {
  const { system, kind, url, read, limit = LIMIT, progress = () => {} } = check;
  const adapter = check.adapter === undefined ? {} : await adapterFrom(check.adapter);
  if (!adapter.open && !URL.canParse(url))
    throw new Complaint(`"${url}" is no URL`, 'say it with its scheme: http://…');
  const commands = Object.keys(system.entities[kind]?.commands ?? {});
  const browser = await launch(check.browser);
  try {
    const log = new Log();
    const setting: Setting = {
      browser,
      url,
      adapter,
      commands,
      limit,
      heard: (error, scenario) => log.note(error, scenario),
    };
    // The page is opened before the situations are computed, because that takes longer.
    const first = new Window(setting);
    await first.page();
    const cover = check.cover ?? coverOf(system, kind, { read, progress });
    const began = performance.now();
    const shown = await showAll(cover, setting, first, progress);
    const met = mismatchesIn(system, kind, shown);
    const seconds = (performance.now() - began) / 1000;
    const pictures = check.screenshots === undefined ? [] : await picturesOf(met, setting, check.screenshots, progress);
    const { representatives, answers, transitions, missed } = cover;
    const page: PageShown = {
      url,
      representatives: representatives.length,
      shows: cover.sequence.length,
      answers,
      transitions,
      missed,
      seconds,
      errors: log.errors(),
      screenshots: pictures,
    };
    return {
      system: system.name,
      entity: kind,
      mismatches: met.map(({ mismatch }) => mismatch),
      summary: {
        level: 'partial',
        situations: representatives.length,
        mismatches: met.length,
        causes: new Set(met.map(({ mismatch }) => mismatch.cause)).size,
        unconfirmed: 0,
        commands: Object.fromEntries(commands.map((command) => [command, { level: 'partial' }])),
        unexercised: unexercisedIn(cover, system.entities[kind] as Lifecycle),
        notCovered: (system.entities[kind]?.space?.fixed ?? []).map((name) => `${name} stays as a new ${kind} has it.`),
        asked: shown.length * commands.length,
        uncontrolled: [],
      },
      says: sentencesOf(page),
      page,
    };
  } finally {
    await browser.close();
  }
}

/** Gates that decided in none of the situations that were shown. */
function unexercisedIn({ representatives }: Cover, { kind, rules, commands }: Lifecycle): string[] {
  const deciding = new Set(representatives.flatMap(({ rules: decided }) => [...decided.values()]));
  return Object.keys(commands).flatMap((command) =>
    (rules[command] ?? []).flatMap((rule) => {
      if (!(isRefusal(rule) || isPass(rule)) || deciding.has(rule)) return [];
      return [`${kind} ${command} ${rule.gate}${isRefusal(rule) ? ` ${rule.code}` : ''}`];
    }),
  );
}

/** What was checked, in sentences. */
function sentencesOf({
  representatives,
  answers,
  transitions,
  shows,
  seconds,
  missed,
  errors,
  screenshots,
}: PageShown) {
  return [
    `${amount(representatives)} situations were shown, which represent all others: every status and fact that occurs with ` +
      `each of ${amount(answers)} expected answers, and both ends of ${amount(transitions)} steps between these; ` +
      `${amount(shows)} shows in ${seconds.toFixed(1)} s.`,
    ...(missed > 0 ? [`${amount(missed)} more could not be reached, and were not shown.`] : []),
    ...errors.map(({ kind, says, count, scenario }) => {
      const where = scenario.length > 0 ? `, first after: ${scenario.join('; ')}` : '';
      return `${SAID[kind]}${count > 1 ? ` ${amount(count)} times` : ''}: ${says}${where}`;
    }),
    ...(screenshots.length > 0 ? [`${amount(screenshots.length)} pictures are in the given folder.`] : []),
  ];
}

const SAID = { uncaught: 'The page threw', console: 'The page wrote an error to its console', crash: 'Crash' } as const;

/** Milliseconds per situation. */
const LIMIT = 2_000;
/** The number of parallel windows, if situations are shown by messages. Each is a page with storage of its own. */
const WINDOWS = 4;
/** After so many situations in which the page timed out or crashed, the check gives up. */
const MOST_LOST = 3;

/** Shows the situations in order. Keeps one outcome per representative, and every failure. */
async function showAll(
  { representatives, sequence }: Cover,
  setting: Setting,
  first: Window,
  progress: (says: string) => void,
): Promise<PageAnswers[]> {
  const lanes =
    isByMessage(setting.adapter) && !setting.adapter.open ? Math.min(WINDOWS, Math.ceil(sequence.length / FEW)) : 1;
  const length = Math.ceil(sequence.length / lanes);
  const kept: (readonly [number, Outcomes])[] = [];
  const lost: Outcomes[] = [];
  let count = 0;
  const show = async (lane: number): Promise<void> => {
    const window = lane === 0 ? first : new Window(setting);
    const end = Math.min((lane + 1) * length, sequence.length);
    for (let at = lane * length; at < end; at += BATCH) {
      const some = sequence.slice(at, Math.min(at + BATCH, end));
      const found = await window.show(some.map((index) => representatives[index] as Cover['representatives'][number]));
      found.forEach((outcomes, index) => {
        kept[at + index] = [some[index] as number, outcomes];
        if ([...outcomes.values()].every((outcome) => 'fault' in outcome)) lost.push(outcomes);
      });
      count += some.length;
      if (lost.length > MOST_LOST) throw lostIn(lost, count);
      progress(`showing situations: ${count} of ${sequence.length}`);
    }
    await window.close();
  };
  await Promise.all(Array.from({ length: lanes }, (_, lane) => show(lane)));
  return differing(representatives, kept);
}

/** Fewer situations are not worth starting another window. */
const FEW = 500;
/** How many situations a page is given at a time, if they are shown by messages. */
const BATCH = 25;

function lostIn(lost: readonly Outcomes[], count: number): Complaint {
  const [outcome] = lost.at(-1)?.values() ?? [];
  const says = outcome && 'fault' in outcome ? outcome.says : '';
  return new Complaint(
    `the page failed in ${lost.length} of ${count} situations, the last time: ${says}`,
    'open it and see, or write an adapter: see docs/gating-page.md',
  );
}

/**
 * The outcomes of each representative. If one was shown several times with different outcomes, all are kept: the page
 * depends on what it showed before.
 */
function differing(
  representatives: Cover['representatives'],
  kept: readonly (readonly [number, Outcomes])[],
): PageAnswers[] {
  const known = new Set<string>();
  return kept.flatMap(([index, outcomes]): PageAnswers[] => {
    const key = `${index} ${JSON.stringify([...outcomes])}`;
    if (known.has(key)) return [];
    known.add(key);
    return [{ representative: representatives[index] as Cover['representatives'][number], outcomes }];
  });
}

/** Takes a screenshot of each kind of mismatch in its nearest situation, with the command's controls outlined. */
async function picturesOf(
  met: readonly MismatchFound[],
  setting: Setting,
  folder: string,
  progress: (says: string) => void,
): Promise<string[]> {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Complaint(`no pictures can be put into ${folder}: ${firstLine(error)}`, 'name another folder');
  }
  const window = new Window(setting);
  const paths: string[] = [];
  for (const { mismatch, representative } of met) {
    if (mismatch.kind === 'faulty') continue;
    progress(`taking pictures: ${paths.length} of ${met.length}`);
    await window.show([representative]);
    const page = await window.page();
    const path = join(folder, nameOf(mismatch));
    await page.evaluate(mark, { command: mismatch.command, on: true });
    await page.screenshot({ path, fullPage: true });
    await page.evaluate(mark, { command: mismatch.command, on: false });
    paths.push(path);
  }
  await window.close();
  return paths;
}

/** `offered-scan.start-650.png`: the kind, the command and the right answer; for a wrong code also the page's code. */
function nameOf({ kind, command, error, uiCode }: MismatchFound['mismatch']): string {
  const words = [kind, command, error?.code ?? 'accepted', ...(kind === 'wrong-code' ? ['not', uiCode] : [])];
  return `${words.map((word) => String(word).replace(/[^\w.]+/g, '_')).join('-')}.png`;
}

/** The errors that the page raised, with what had been shown when each came first. */
class Log {
  private readonly notes = new Map<string, { error: PageError; count: number; scenario: readonly string[] }>();

  note(error: PageError, scenario: readonly string[]): void {
    const key = `${error.kind} ${error.says}`;
    const known = this.notes.get(key);
    if (known) known.count += 1;
    else this.notes.set(key, { error, count: 1, scenario });
  }

  errors(): PageShown['errors'] {
    return [...this.notes.values()].map(({ error, count, scenario }) => ({ ...error, count, scenario }));
  }
}
