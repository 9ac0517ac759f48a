import { existsSync } from 'node:fs';
import { type GatingReport, isClean } from '../../../gating/report.ts';
import { type Lifecycle, type System, secondsOf, wholeOf } from '../../../model/index.ts';
import type { PageCheck } from '../../../page/index.ts';
import { Complaint } from '../../../scenario/complaint.ts';
import { ScenarioReader } from '../../../scenario/index.ts';
import { command, type Given } from '../../command.ts';
import { isolate, withStatus } from '../../io/isolate.ts';
import { INTERVAL } from '../../io/progress.ts';
import type { Terminal } from '../../io/terminal.ts';
import { oneOf } from '../../one-of.ts';
import { json, noColor, system } from '../../options.ts';
import { present } from '../../present.ts';
import { systemNamed } from '../../systems.ts';
import type { Checked } from './check/checked.ts';
import { kindsWithCommands, kindWithCommands } from './kinds.ts';

const options = {
  system: system(),
  entity: { value: 'ENTITY', says: 'the kind of entity (default: job, if the system has it)' },
  command: { value: 'NAME', many: true, says: 'check only this command; may be repeated' },
  'allow-partial': { says: 'exit with 0 even if some situations were not decided' },
  page: { value: 'URL', says: 'check a live page in Chromium instead of a SUBJECT' },
  adapter: { value: 'MODULE', says: 'for --page: puts the page into a situation' },
  browser: { value: 'PATH', says: 'for --page: the browser (default: $CHROMIUM, then Chromium or Chrome on $PATH)' },
  screenshots: { value: 'DIR', says: 'for --page: the folder for a picture of each kind of mismatch' },
  settle: {
    value: 'MS',
    says: 'for --page: milliseconds until a mismatch is read again before it counts (default: 300)',
  },
  'storage-state': {
    value: 'FILE',
    says: 'for --page: cookies and storage, as Playwright writes them, to be signed in',
  },
  'no-sandbox': { says: 'for --page: Chromium without its sandbox, for containers that do not allow one' },
  timeout: { value: 'TIME', says: 'the longest time for an answer, such as 2 or 1m (default: 5 s, for a page 2 s)' },
  baseline: { value: 'FILE', says: 'known mismatches: only new ones fail' },
  'update-baseline': { says: 'write the mismatches to the baseline instead of comparing them' },
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
    'Every reachable situation is covered. What the module reads of the view shows which situations it cannot distinguish, ' +
      'and it is called once for all of them. Each mismatch was confirmed by running the scenario that is printed, or is ' +
      'called unconfirmed. A module answers undefined for commands without a control, or exports the others as `commands`.',
    'The exit status is 0 only if there is no mismatch, every gate was tried, and no command was checked only in part. With ' +
      'GITHUB_ACTIONS set, annotations are printed too.',
  ],
  examples: [
    { run: 'lifecycle gate check gating.js', says: 'a module with a predicate' },
    { run: 'lifecycle gate check gating.csv --entity project', says: 'a table, for another kind of entity' },
    { run: 'lifecycle gate check gating.ts --baseline known.json --junit gating.xml', says: 'in CI' },
  ],
  async run({ options: given, args: [subject] }, terminal) {
    const chosen = await systemNamed(given.system);
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
    const saves = await savesOf(given);
    if (given.adapter !== undefined) {
      (await import('../../io/user-module.ts')).checkModule(given.adapter, 'name a module with an adapter');
    }
    const known =
      given.baseline === undefined || given['update-baseline']
        ? undefined
        : baselineIn(given.baseline, chosen.name, kind);
    const began = performance.now();
    const report = await reportOf(chosen, kind, subject, { ...given, ...present({ command: commands }) }, terminal);
    const seconds = (performance.now() - began) / 1000;
    // If one report cannot be written, the others still are.
    const failures: unknown[] = [];
    const attempt = (save: () => void): void => {
      try {
        save();
      } catch (error) {
        failures.push(error);
      }
    };
    attempt(() => saves.baseline?.(baselineText(report)));
    // If the baseline could not be written, its mismatches are not known.
    const updated = given['update-baseline'] && failures.length === 0;
    const accepted = known ?? (updated ? baselineOf(report) : undefined);
    const compared = accepted && given.baseline !== undefined ? compare(given.baseline, accepted, report) : undefined;
    const fresh = compared?.fresh ?? report.mismatches;
    const allowPartial = given['allow-partial'] === true;
    const clean = isClean(report.summary, fresh, { allowPartial });
    const { out } = terminal;
    const about = subject ?? (given.page as string);
    const checked: Checked = { report, fresh, compared, clean, allowPartial, seconds, subject: about };
    return withStatus(clean ? 0 : 1, async () => {
      out.write((await writers[given.json ? 'json' : 'text']())(checked, terminal));
      if (process.env.GITHUB_ACTIONS && fresh.length > 0) {
        const text = (await import('./check/annotations.ts')).annotationsOf(fresh, about);
        // Beside JSON, annotations go to standard error.
        if (given.json) terminal.complain(text.trimEnd());
        else out.write(text);
      }
      await out.flush();
      for (const format of ['junit', 'sarif'] as const) {
        const save = saves[format];
        if (!save) continue;
        const write = await writers[format]();
        attempt(() => save(write(checked)));
      }
      if (failures.length > 0) throw failures[0];
    });
  },
});

/** The kind that is named, or `job`, or the only one that has commands. */
function kindOf(system: System, given: string | undefined): string {
  if (given !== undefined) return kindWithCommands(system, given);
  const kinds = kindsWithCommands(system);
  const usualKind = kinds.includes('job') ? 'job' : kinds.length === 1 ? kinds[0] : undefined;
  if (usualKind === undefined) throw new Complaint(`missing --entity, one of ${kinds.join(', ')} of ${system.name}`);
  return usualKind;
}

/** The commands that are named, in their usual order; undefined if none is. */
function commandsOf({ entities }: System, kind: string, named: readonly string[] | undefined) {
  const known = Object.keys(entities[kind]?.commands ?? {});
  for (const name of named ?? []) oneOf('command', name, known);
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
  const limit = given.timeout === undefined ? undefined : secondsOf(given.timeout);
  if (given.timeout !== undefined && !limit) throw new Complaint('--timeout needs a duration such as 2 or 1m');
  const asked = { read: (line: string) => reader.line(line), progress: throttled(terminal) };
  if (subject === undefined) return isolate(() => pageReport({ ...asked, system: chosen, kind }, given, limit));
  const [{ subjectOf }, { patienceOf }, { checkGating }, { answersOf }] = await Promise.all([
    import('./check/subject.ts'),
    import('./check/patience.ts'),
    import('../../../gating/check.ts'),
    import('../../work-out.ts'),
  ]);
  const shipped = await answersOf(chosen, terminal);
  return isolate(async () => {
    const { predicate, silence, controls } = await subjectOf(subject, chosen.entities[kind] as Lifecycle);
    const patience = patienceOf((limit ?? USUAL_LIMIT) * 1000);
    const { command: commands } = given;
    return checkGating(chosen, kind, predicate, {
      ...asked,
      patience,
      ...present({ commands, controls, silence, shipped }),
    });
  });
}

async function pageReport(
  asked: Pick<PageCheck, 'system' | 'kind' | 'read' | 'progress'>,
  given: CheckOptions,
  limit: number | undefined,
): Promise<GatingReport> {
  const [{ checkPage }, { savingIn }] = await Promise.all([
    import('../../../page/index.ts'),
    import('../../io/save.ts'),
  ]);
  const settle = wholeOf(given.settle);
  if (given.settle !== undefined && settle === undefined) {
    throw new Complaint('--settle needs a whole number of milliseconds');
  }
  return checkPage({
    ...asked,
    url: given.page ?? '',
    commands: given.command,
    adapter: given.adapter,
    browser: given.browser,
    screenshots: given.screenshots === undefined ? undefined : savingIn(given.screenshots),
    limit: limit === undefined ? undefined : limit * 1000,
    settle,
    storageState: given['storage-state'],
    sandbox: given['no-sandbox'] ? false : undefined,
  });
}

/** Seconds. */
const USUAL_LIMIT = 5;

/** How a report is written. A writer's module is loaded when it is used. */
const writers = {
  text: async () => (await import('./check/report-text.ts')).reportText,
  json: async () => (await import('./check/report-json.ts')).reportJson,
  junit: async () => (await import('./check/junit.ts')).junitOf,
  sarif: async () => (await import('./check/sarif.ts')).sarifOf,
};

/** Writes the reports. Whether each file can be written is checked now, because the check may take long. */
async function savesOf({ junit, sarif, baseline, 'update-baseline': update }: CheckOptions) {
  const { saving } = await import('../../io/save.ts');
  const place = (file: string | undefined) => (file === undefined ? undefined : saving(file));
  const saves = { junit: place(junit), sarif: place(sarif), baseline: update ? place(baseline) : undefined };
  // The next run reads a baseline, so it is a file. Writing to a pipe would wait for its reader.
  if (update && baseline !== undefined && existsSync(baseline)) {
    (await import('../../io/text-file.ts')).checkIsFile(baseline, 'name another file for the baseline');
  }
  return saves;
}

/** Passes on progress a few times a second. */
function throttled(terminal: Terminal): (says: string) => void {
  const { watched } = terminal;
  let shownAt = performance.now();
  return (says) => {
    if (!watched || performance.now() - shownAt < INTERVAL) return;
    shownAt = performance.now();
    terminal.progress(says);
  };
}
