import type { GatingReport } from '../../../../gating/report.ts';
import { type Lifecycle, type System, secondsOf, wholeOf } from '../../../../model/index.ts';
import type { PageCheck } from '../../../../page/index.ts';
import { Complaint } from '../../../../scenario/complaint.ts';
import { ScenarioReader } from '../../../../scenario/index.ts';
import { isolate } from '../../../io/isolate.ts';
import { INTERVAL } from '../../../io/progress.ts';
import type { Terminal } from '../../../io/terminal.ts';
import { present } from '../../../present.ts';
import type { CheckOptions } from './options.ts';

/** What is checked, and about which commands: undefined for all. Without a subject it is the page of --page. */
interface CheckRequest {
  readonly system: System;
  readonly kind: string;
  readonly subject: string | undefined;
  readonly commands: readonly string[] | undefined;
}

/** Checks a module, a table or a page. Throws a Complaint if it cannot be asked. */
export async function runCheck(
  { system, kind, subject, commands }: CheckRequest,
  options: CheckOptions,
  terminal: Terminal,
): Promise<GatingReport> {
  const reader = new ScenarioReader(system);
  const limit = options.timeout === undefined ? undefined : secondsOf(options.timeout);
  if (options.timeout !== undefined && !limit) throw new Complaint('--timeout needs a duration such as 2 or 1m');
  const asked = { read: (line: string) => reader.line(line), progress: throttled(terminal) };
  if (subject === undefined) return isolate(() => pageReport({ ...asked, system, kind, commands }, options, limit));
  const [{ subjectOf }, { patienceOf }, { checkGating }, { answersOf }] = await Promise.all([
    import('./subject.ts'),
    import('./patience.ts'),
    import('../../../../gating/check.ts'),
    import('../../../work-out.ts'),
  ]);
  const shipped = await answersOf(system, terminal);
  return isolate(async () => {
    const { predicate, silence, controls } = await subjectOf(subject, system.entities[kind] as Lifecycle);
    const patience = patienceOf((limit ?? USUAL_LIMIT) * 1000);
    const known = present({ commands, controls, silence, shipped });
    return checkGating(system, kind, predicate, { ...asked, patience, ...known });
  });
}

/** Seconds. */
const USUAL_LIMIT = 5;

async function pageReport(
  asked: Pick<PageCheck, 'system' | 'kind' | 'commands' | 'read' | 'progress'>,
  options: CheckOptions,
  limit: number | undefined,
): Promise<GatingReport> {
  const [{ checkPage }, { savingIn }] = await Promise.all([
    import('../../../../page/index.ts'),
    import('../../../io/save.ts'),
  ]);
  const { page: url = '', adapter, browser, screenshots, 'storage-state': storageState } = options;
  const settle = wholeOf(options.settle);
  if (options.settle !== undefined && settle === undefined) {
    throw new Complaint('--settle needs a whole number of milliseconds');
  }
  return checkPage({
    ...{ ...asked, url, adapter, browser, settle, storageState },
    screenshots: screenshots === undefined ? undefined : savingIn(screenshots),
    limit: limit === undefined ? undefined : limit * 1000,
    sandbox: options['no-sandbox'] ? false : undefined,
  });
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
