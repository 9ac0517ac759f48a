import { describe, expect, it } from 'vitest';
import { egnyte } from '../../../machines/egnyte/index.ts';
import { Simulator } from '../../../src/engine/simulate.ts';
import { readScenario } from '../../../src/scenario/index.ts';

/** Reasons that every phase of a job or agent can have (egnyte 7). */
const general = [
  1000, 1020, 1021, 1030, 1040, 1050, 1060, 1070, 1080, 1090, 1100, 1120, 1130, 1131, 1150, 1160, 1180, 2040, 2080,
  2200, 6081, 9150, 50010, 50020, 50030, 50040,
];
const ready = 'given ready';
const project = ['agent register version=3.20.0', 'project create', 'project config.update sanitize=no'];

/** A line a phase: the report that it failed, what makes it run, where the failure shows, and its own reasons. */
const table: readonly (readonly [report: string, lines: readonly string[], phase: string, own: readonly number[]])[] = [
  [
    'job create.failed',
    ['agent register version=3.20.0', 'job create'],
    'CREATE_MIGRATION',
    [2010, 2011, 2012, 2013, 2015, 2016, 2018, 2030, 2060, ...general],
  ],
  ['job scan.failed', [ready, 'job scan.start'], 'SCAN', [3010, 3020, 3030, 3040, 3050, 3060, 3070, ...general]],
  ['job sanitize.failed', [ready, 'job sanitize.start'], 'SANITIZE', [4010, 4020, 4030, 6080, ...general]],
  ['job copy.failed', [ready, 'job copy.start'], 'MIGRATE_DATA', [5010, 5030, 5040, 5050, 2100, ...general]],
  [
    'job sync.failed',
    [ready, 'job sync.start'],
    'DATA_SYNC',
    [6010, 6020, 6030, 6040, 6050, 6060, 6070, 2100, ...general],
  ],
  ['job permissions.failed', [ready, 'job permissions.start'], 'MIGRATE_PERMISSIONS', [7010, 7020, 7030, ...general]],
  [
    'job simulatePermissions.failed',
    [ready, 'job simulatePermissions.start'],
    'SIMULATE_PERMISSIONS',
    [7010, 7020, 7030, ...general],
  ],
  [
    'job emptyFolders.failed',
    [ready, 'job emptyFolders.start'],
    'CREATE_EMPTY_FOLDERS',
    [9010, 9020, 9030, ...general],
  ],
  ['job migrateData.failed', [ready, 'job migrateData.start'], 'META_MIGRATE_DATA', general],
  ['job delete.failed', [ready, 'job delete'], 'FINALIZE_MIGRATION', [2050, 2070, 2090, ...general]],
  ['agent speedTest.failed', [ready, 'agent speedTest.start'], 'SPEED_TEST', [6090, ...general]],
  ['agent scanSource.failed', [ready, 'agent scanSource.start'], 'SCAN_SOURCE', [9050, 9060, 9070, ...general]],
  ['project simulateScan.failed', [...project, 'project simulateScan.start'], 'SIMULATE_SCAN', [9110, 9120, 9130]],
  ['project validate.failed', [...project, 'project validate.start'], 'VALIDATE_PROJECT', [9140]],
];

const everyCode = [...new Set([...egnyte.codes.map(({ code }) => code), 999_999_999_999_999, 1001])];

describe('the reasons that a failed report may give', () => {
  it.each(table)('%s', (report, lines, phase, own) => {
    const steps = readScenario(egnyte, lines.join('\n'));
    const failsWith = (code: string): (number | string)[] => {
      const simulator = new Simulator(egnyte);
      for (const step of steps) simulator.run(step);
      const [asked] = readScenario(egnyte, `${report}${code}`);
      const { outcome, changes } = simulator.run(asked as (typeof steps)[number]);
      const failed = changes.find((change) => change.phase === phase);
      return outcome === 'applied' && failed?.status === 'FAILED' ? [failed.error?.code ?? 'none'] : [];
    };
    expect(everyCode.flatMap((code) => failsWith(` code=${code}`)).sort()).toEqual([...own].sort());
    expect(failsWith('')).toEqual([]);
  });

  it('are given for fourteen phases', () => expect(new Set(table.map(([, , phase]) => phase)).size).toBe(14));
});

describe('the reasons for a review', () => {
  it('are three', () => {
    const holds = everyCode.filter((code) => {
      const simulator = new Simulator(egnyte);
      const lines = [ready, 'job sync.start', 'job sync.started', `job sync.reviewRequired code=${code}`];
      return (
        readScenario(egnyte, lines.join('\n'))
          .map((step) => simulator.run(step))
          .at(-1)?.outcome === 'applied'
      );
    });
    expect(holds).toEqual([9080, 9090, 9100]);
  });
});
