import { type GatingReport, isClean, type Mismatch } from '../../../gating/report.ts';
import { type System, secondsOf, wholeOf } from '../../../model/index.ts';
import { Complaint, unknown } from '../../../scenario/complaint.ts';
import { ScenarioReader } from '../../../scenario/index.ts';
import { command, type Given } from '../../command.ts';
import type { Save } from '../../io/save.ts';
import type { Paint, Terminal } from '../../io/terminal.ts';
import { versionOf } from '../../io/version.ts';
import { json, noColor, system } from '../../options.ts';
import { systemNamed, usual } from '../../systems.ts';

const options = {
  system: system(usual),
  entity: { value: 'ENTITY', says: 'the kind of entity whose gating it is (default: job, where the system has it)' },
  command: { value: 'NAME', many: true, says: 'check this command only; may stand again and again' },
  'allow-partial': { says: 'exit with 0 also where some situations were not decided' },
  page: { value: 'URL', says: 'check a live page in Chromium instead of a SUBJECT' },
  adapter: { value: 'MODULE', says: 'for --page: brings the page into a situation' },
  browser: { value: 'PATH', says: 'for --page: the browser (default: $CHROMIUM, then Chromium or Chrome on $PATH)' },
  screenshots: { value: 'DIR', says: 'for --page: a picture for each kind of mismatch' },
  settle: {
    value: 'MS',
    says: 'for --page: milliseconds after which a mismatch is read again before it counts (default: 300)',
  },
  'storage-state': {
    value: 'FILE',
    says: 'for --page: cookies and storage, as Playwright writes them, to be signed in',
  },
  'no-sandbox': { says: 'for --page: Chromium without its sandbox, for containers that do not let it have one' },
  timeout: { value: 'TIME', says: 'how long an answer may take, such as 2 or 1m (default: 5 s, of a page 2 s)' },
  baseline: { value: 'FILE', says: 'known mismatches: only new ones fail' },
  'update-baseline': { says: 'write what is found to the baseline instead of holding it against it' },
  junit: { value: 'FILE', says: 'write a report as JUnit XML' },
  sarif: { value: 'FILE', says: 'write a report as SARIF 2.1.0' },
  json,
  'no-color': noColor,
} as const;

type CheckOptions = Given<typeof options>['options'];

const PAGE_ONLY = ['adapter', 'browser', 'screenshots', 'settle', 'storage-state', 'no-sandbox'] as const;

export default command({
  arguments: [
    {
      name: 'SUBJECT',
      says: 'a module whose default export is (command, view) => boolean or { enabled, code }, or a table: .json, .csv',
      optional: true,
    },
  ],
  options,
  notes: [
    'Every situation that can be reached is covered: the module is asked only as often as it has ways of answering, which ' +
      'is seen from what it reads of the view. A mismatch was shown by running the scenario that is printed, or is called ' +
      'unconfirmed. A module answers undefined for commands that it has no control for, or lists those that it has as `commands`.',
    'The exit status is 0 only where there is no mismatch, every gate was tried, and no command was checked in part. With ' +
      'GITHUB_ACTIONS set, annotations are printed too.',
  ],
  examples: [
    { run: 'lifecycle gate check gating.js', says: 'a module with a predicate' },
    { run: 'lifecycle gate check gating.csv --entity project', says: 'a table, of another kind of entity' },
    { run: 'lifecycle gate check gating.ts --baseline known.json --junit gating.xml', says: 'in CI' },
  ],
  async run({ options: given, args: [subject] }, terminal) {
    const chosen = await systemNamed(given.system ?? usual);
    const kind = kindOf(chosen, given.entity);
    if ((subject === undefined) === (given.page === undefined)) {
      throw new Complaint(
        subject === undefined ? 'missing SUBJECT, or --page URL' : 'SUBJECT and --page exclude each other',
      );
    }
    const commands = commandsOf(chosen, kind, given.command);
    for (const name of PAGE_ONLY) {
      if (given[name] !== undefined && given.page === undefined) throw new Complaint(`--${name} needs --page URL`);
    }
    if (given['update-baseline'] && given.baseline === undefined) {
      throw new Complaint('--update-baseline needs --baseline FILE');
    }
    const { baselineIn, baselineOf, compare, baselineText } = await import('./check/baseline.ts');
    const { withStatus } = await import('./check/isolate-subject.ts');
    const saves = await savesOf(given);
    if (given.adapter !== undefined) {
      (await import('../../io/typescript.ts')).checkRunnable(given.adapter);
      (await import('../../io/text-file.ts')).checkIsFile(given.adapter, 'name a module with an adapter');
    }
    const known =
      given.baseline === undefined || given['update-baseline']
        ? undefined
        : baselineIn(given.baseline, chosen.name, kind);
    const began = performance.now();
    const report = await reportOf(
      chosen,
      kind,
      subject,
      commands === undefined ? given : { ...given, command: commands },
      terminal,
    );
    const seconds = (performance.now() - began) / 1000;
    const failures: unknown[] = [];
    attempt(failures, () => saves.baseline?.(baselineText(report)));
    // What could not be remembered is no known mismatch, and is printed.
    const updated = given['update-baseline'] && failures.length === 0;
    const accepted = known ?? (updated ? baselineOf(report) : undefined);
    const compared = accepted && given.baseline !== undefined ? compare(given.baseline, accepted, report) : undefined;
    const fresh = compared?.fresh ?? report.mismatches;
    const clean = isClean(report.summary, fresh, { allowPartial: given['allow-partial'] === true });
    const { columns } = terminal;
    const paint = terminal.paint(given['no-color'] === true);
    const checked: Checked = {
      report,
      fresh,
      compared,
      clean,
      allowPartial: given['allow-partial'] === true,
      subject: subject ?? (given.page as string),
      seconds,
      paint,
      columns,
    };
    return withStatus(clean ? 0 : 1, async () => {
      await print(checked, given, terminal);
      for (const format of ['junit', 'sarif'] as const) {
        const save = saves[format];
        if (!save) continue;
        const write = await writers[format]();
        attempt(failures, () => save(write(checked)));
      }
      if (failures.length > 0) throw failures[0];
    });
  },
});

/** The kind that is named, or `job`, or the only one that has commands. */
function kindOf({ name, entities }: System, given: string | undefined): string {
  const kinds = Object.keys(entities).filter((kind) => Object.keys(entities[kind]?.commands ?? {}).length > 0);
  if (given !== undefined) {
    if (kinds.includes(given)) return given;
    const what = Object.hasOwn(entities, given) ? 'entity with commands' : 'entity';
    throw unknown(what, given, kinds, `it is one of ${kinds.join(', ')}`);
  }
  const usualKind = kinds.includes('job') ? 'job' : kinds.length === 1 ? kinds[0] : undefined;
  if (usualKind === undefined) throw new Complaint(`missing --entity, one of ${kinds.join(', ')} of ${name}`);
  return usualKind;
}

/** The commands that are named, each of which has to be one; undefined where none is. */
function commandsOf({ entities }: System, kind: string, named: readonly string[] | undefined) {
  const known = Object.keys(entities[kind]?.commands ?? {});
  for (const name of named ?? []) {
    if (!known.includes(name)) throw unknown('command', name, known, `it is one of ${known.join(', ')}`);
  }
  return named && known.filter((command) => named.includes(command));
}

async function reportOf(
  chosen: System,
  kind: string,
  subject: string | undefined,
  given: CheckOptions,
  terminal: Terminal,
): Promise<GatingReport> {
  const reader = new ScenarioReader(chosen);
  const read = (line: string) => reader.line(line);
  const limit = given.timeout === undefined ? undefined : secondsOf(given.timeout);
  if (given.timeout !== undefined && !limit) throw new Complaint('--timeout needs a duration such as 2 or 1m');
  const show = showing(terminal);
  try {
    if (subject === undefined) {
      const [{ checkPage }, { savingIn }] = await Promise.all([
        import('../../../page/index.ts'),
        import('../../io/save.ts'),
      ]);
      const { adapter, browser, screenshots, page: url = '', 'storage-state': storageState } = given;
      const settle = wholeOf(given.settle);
      if (given.settle !== undefined && settle === undefined) {
        throw new Complaint('--settle needs a whole number of milliseconds');
      }
      return await checkPage({
        system: chosen,
        kind,
        url,
        read,
        ...(adapter === undefined ? {} : { adapter }),
        ...(browser === undefined ? {} : { browser }),
        ...(screenshots === undefined ? {} : { screenshots: savingIn(screenshots) }),
        ...(limit === undefined ? {} : { limit: limit * 1000 }),
        ...(settle === undefined ? {} : { settle }),
        ...(storageState === undefined ? {} : { storageState }),
        ...(given['no-sandbox'] ? { sandbox: false } : {}),
        ...(given.command === undefined ? {} : { commands: given.command }),
        progress: show,
      });
    }
    const [{ subjectOf }, { isolateSubject }, { patienceOf }, { checkGating }, { answersOf }] = await Promise.all([
      import('./check/subject.ts'),
      import('./check/isolate-subject.ts'),
      import('./check/patience.ts'),
      import('../../../gating/check.ts'),
      import('../../work-out.ts'),
    ]);
    const shipped = await answersOf(chosen, terminal);
    return await isolateSubject(async () => {
      const { predicate, silence, controls } = await subjectOf(
        subject,
        chosen.entities[kind] as System['entities'][string],
      );
      return checkGating(chosen, kind, predicate, {
        read,
        patience: patienceOf((limit ?? USUAL_LIMIT) * 1000),
        progress: show,
        ...(silence === undefined ? {} : { silence }),
        ...(controls === undefined ? {} : { controls }),
        ...(given.command === undefined ? {} : { commands: given.command }),
        ...(shipped === undefined ? {} : { shipped }),
      });
    });
  } finally {
    show.end();
  }
}

/** Seconds. */
const USUAL_LIMIT = 5;

/** What reports are written of. */
interface Checked {
  readonly report: GatingReport;
  /** The mismatches that are not in the baseline. */
  readonly fresh: readonly Mismatch[];
  readonly compared: import('./check/baseline.ts').Compared | undefined;
  readonly allowPartial: boolean;
  /** What the exit status says. */
  readonly clean: boolean;
  readonly subject: string;
  readonly seconds: number;
  readonly paint: Paint;
  readonly columns: number | undefined;
}

type Writer = (checked: Checked) => string;

/** How a report is written; each writer is loaded when it is used. */
const writers = {
  text: async (): Promise<Writer> => {
    const { reportText } = await import('./check/report-text.ts');
    return ({ report, compared, clean, seconds, paint, columns }) =>
      reportText(report, compared, { clean, seconds }, paint, columns);
  },
  json: async (): Promise<Writer> => {
    const { reportJson } = await import('./check/report-json.ts');
    return ({ report, fresh }) => reportJson(report, fresh);
  },
  junit: async (): Promise<Writer> => {
    const { junitOf } = await import('./check/junit.ts');
    return ({ report, fresh, subject, seconds, allowPartial }) =>
      junitOf(report, fresh, { subject, seconds, allowPartial });
  },
  sarif: async (): Promise<Writer> => {
    const { sarifOf } = await import('./check/sarif.ts');
    return ({ report, fresh, subject }) => sarifOf(report, fresh, subject, versionOf());
  },
};

type Saves = { readonly [Report in 'junit' | 'sarif' | 'baseline']: Save | undefined };

/** What writes the reports. That there is a place for each is seen now: the check may take long. */
async function savesOf({ junit, sarif, baseline, 'update-baseline': update }: CheckOptions): Promise<Saves> {
  const { saving } = await import('../../io/save.ts');
  const place = (file: string | undefined) => (file === undefined ? undefined : saving(file));
  return { junit: place(junit), sarif: place(sarif), baseline: update ? place(baseline) : undefined };
}

/** One report that cannot be written keeps no other from being written. */
function attempt(failures: unknown[], save: () => void): void {
  try {
    save();
  } catch (error) {
    failures.push(error);
  }
}

async function print(checked: Checked, given: CheckOptions, { out, complain }: Terminal): Promise<void> {
  const { fresh, subject } = checked;
  out.write((await writers[given.json ? 'json' : 'text']())(checked));
  // Annotations are lines of their own: beside JSON they go where messages go.
  if (process.env.GITHUB_ACTIONS) {
    await annotate((text) => (given.json ? complain(text.trimEnd()) : out.write(text)), fresh, subject);
  }
  await out.flush();
}

async function annotate(write: (text: string) => void, fresh: readonly Mismatch[], subject: string): Promise<void> {
  const { annotationsOf } = await import('./check/annotations.ts');
  if (fresh.length > 0) write(annotationsOf(fresh, subject));
}

/** A line on how far the check is, now and then, where somebody watches. */
function showing(terminal: Terminal) {
  let shownAt = performance.now();
  let shown = false;
  const show = (says: string): void => {
    if (!terminal.watched || performance.now() - shownAt < PAUSE) return;
    shownAt = performance.now();
    shown = true;
    terminal.rewrite(says);
  };
  return Object.assign(show, { end: () => (shown ? terminal.rewrite('') : undefined) });
}

/** Milliseconds between two lines. */
const PAUSE = 200;
