// SARIF, checked by the schema of OASIS and by the rules of its validator.
import { createRequire } from 'node:module';
import Draft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { sarifOf } from '../../src/cli/commands/gate/check/sarif.ts';
import type { GatingReport, Mismatch } from '../../src/gating/report.ts';

const ajv = new Draft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const schema = createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as object;
const fits = ajv.compile(schema);

const of = (more: Partial<Mismatch>): Mismatch => ({
  command: 'start',
  ui: 'enabled',
  model: 'rejected',
  error: { code: 'AlreadyRunning', name: 'AlreadyRunning' },
  situations: '9007199254740993',
  scenario: ['given ready', 'backup start'],
  view: { entity: 'backup:1', phases: { BACKUP: 'RUNNING' }, facts: {} },
  cause: 'the backup runs',
  kind: 'offered',
  read: [],
  ...more,
});
const mismatches = [
  of({}),
  of({ command: 'force' }),
  of({ kind: 'withheld', ui: 'disabled', model: 'accepted', cause: 'no gate refuses it' }),
  of({ kind: 'wrong-code', ui: 'disabled', uiCode: 'StorageFull', cause: 'another' }),
  of({ kind: 'faulty', ui: 'faulty', fault: { kind: 'threw', says: 'Error: no' }, cause: 'the UI throws' }),
];
const logOf = (subject: string): Log =>
  JSON.parse(
    sarifOf({ report: { summary: { level: 'exhaustive' } } as GatingReport, fresh: mismatches, subject }),
  ) as Log;

describe.each(['src/gating.js', 'my gating/é#1.mjs', 'http://localhost:8080/jobs?x=1'])('a report on %s', (subject) => {
  const log = logOf(subject);
  const [run] = log.runs;

  test('fits the schema', () => expect([fits(log), fits.errors]).toEqual([true, null]));
  test('has a result for each cause', () => expect(run?.results).toHaveLength(4));
  test('names only listed rules, by id and by index', () => {
    for (const { ruleId, ruleIndex = -1 } of run?.results ?? [])
      expect(run?.tool.driver.rules?.[ruleIndex]?.id).toBe(ruleId);
  });
  test('has rules with distinct names, texts that end like sentences, and a help page', () => {
    for (const { id, name = '', shortDescription, fullDescription, helpUri } of run?.tool.driver.rules ?? []) {
      expect([id, name]).toEqual([expect.stringMatching(/^gating\//), expect.stringMatching(/^([A-Z][a-z]+)+$/)]);
      expect([shortDescription?.text, fullDescription?.text]).toEqual([
        expect.stringMatching(/\.$/),
        expect.stringMatching(/\.$/),
      ]);
      expect(URL.canParse(helpUri ?? '')).toBe(true);
    }
  });
});

test('the schema takes no result without a message', () => {
  const log = logOf('x.js');
  const [run] = log.runs;
  expect(fits({ ...log, runs: [{ ...run, results: [{ ruleId: 'gating/offered' }] }] })).toBe(false);
});
