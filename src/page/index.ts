import { type Cover, coverOf } from '../gating/cover.ts';
import { mismatchesIn } from '../gating/cover-report.ts';
import type { GatingReport } from '../gating/report.ts';
import { isPass, isRefusal, type Lifecycle, type Step, type System } from '../model/index.ts';
import { Complaint } from '../scenario/complaint.ts';
import { amount } from '../scenario/wording.ts';
import { adapterFrom } from './adapter.ts';
import { launch } from './browser.ts';
import { ErrorLog, type NotedError, saysError } from './errors.ts';
import { type SavePicture, takePictures } from './pictures.ts';
import { showAll } from './show-all.ts';
import { SteadyMismatches } from './steady.ts';
import { storageIn } from './storage.ts';
import { type Setting, Window } from './window.ts';

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
  /** Receives a screenshot of each kind of mismatch. */
  readonly screenshots?: SavePicture | undefined;
  /** How many milliseconds the page may take per situation. Default: 2,000. */
  readonly limit?: number | undefined;
  /** How many milliseconds a mismatch may take to go away before it counts. Default: 300. */
  readonly settle?: number | undefined;
  /** A file with cookies and storage, as Playwright writes it, to open the page signed in. */
  readonly storageState?: string | undefined;
  /** False turns the browser's sandbox off. Default: on, except for root, for whom the browser would not start. */
  readonly sandbox?: boolean | undefined;
  /** Only these commands; default: all of the entity. */
  readonly commands?: readonly string[] | undefined;
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
  /** Situations that were not shown, because the page had hung or crashed too often. */
  readonly left: number;
  /** The pause in milliseconds before each reading, because the page draws late. */
  readonly pause: number;
  readonly seconds: number;
  readonly errors: readonly NotedError[];
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
  const { system, kind, url, read, limit = LIMIT, settle = SETTLE, progress = () => {} } = check;
  const adapter = check.adapter === undefined ? {} : await adapterFrom(check.adapter);
  if (!adapter.open && !URL.canParse(url))
    throw new Complaint(`"${url}" is no URL`, 'say it with its scheme: http://…');
  const storageState = check.storageState === undefined ? undefined : storageIn(check.storageState);
  const known = Object.keys(system.entities[kind]?.commands ?? {});
  const commands = known.filter((command) => check.commands?.includes(command) ?? true);
  const browser = await launch(check.browser, check.sandbox);
  try {
    const log = new ErrorLog();
    const setting: Setting = {
      browser,
      url,
      adapter,
      kind,
      commands,
      known,
      limit,
      settle,
      storageState,
      steady: new SteadyMismatches(system, settle),
      heard: (error, scenario) => log.note(error, scenario),
    };
    // The page is opened before the situations are computed, because that takes longer.
    const first = new Window(setting);
    await first.page();
    const cover = check.cover ?? coverOf(system, kind, { read, progress });
    const began = performance.now();
    const { answers: shown, shows, left } = await showAll(cover, setting, first, progress);
    const met = mismatchesIn(system, kind, shown);
    const seconds = (performance.now() - began) / 1000;
    const pictures =
      check.screenshots === undefined ? [] : await takePictures(met, setting, check.screenshots, progress);
    const { representatives, answers, transitions, missed } = cover;
    const page: PageShown = {
      url,
      representatives: representatives.length,
      shows,
      answers,
      transitions,
      missed,
      left,
      pause: setting.steady.pause,
      seconds,
      errors: log.all(),
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
        unexercised: unexercisedIn(cover, system.entities[kind] as Lifecycle, commands),
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
function unexercisedIn({ representatives }: Cover, { kind, rules }: Lifecycle, commands: readonly string[]): string[] {
  const deciding = new Set(representatives.flatMap(({ rules: decided }) => [...decided.values()]));
  return commands.flatMap((command) =>
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
  left,
  pause,
  errors,
  screenshots,
}: PageShown) {
  return [
    `${amount(representatives)} situations were shown, which represent all others: every status and fact that occurs with ` +
      `each of ${amount(answers)} expected answers, and both ends of ${amount(transitions)} steps between these; ` +
      `${amount(shows)} shows in ${seconds.toFixed(1)} s.`,
    ...(missed > 0 ? [`${amount(missed)} more could not be reached, and were not shown.`] : []),
    ...(pause > 0 ? [`The page draws late: each situation was read ${pause} ms after it was shown.`] : []),
    ...(left > 0 ? [`The page was lost too often: ${amount(left)} shows were left out.`] : []),
    ...errors.map(saysError),
    ...(screenshots.length > 0 ? [`${amount(screenshots.length)} pictures are in the given folder.`] : []),
  ];
}

/** Milliseconds per situation, and until a mismatch counts. */
const LIMIT = 2_000;
const SETTLE = 300;
