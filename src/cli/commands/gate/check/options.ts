import type { Given } from '../../../command.ts';
import { printed, system } from '../../../options.ts';

/** The options of `gate check`. */
export const options = {
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
  ...printed,
} as const;

export type CheckOptions = Given<typeof options>['options'];

/** Those that need --page. */
export const PAGE_ONLY = ['adapter', 'browser', 'screenshots', 'settle', 'storage-state', 'no-sandbox'] as const;
