import { describe, expect, it } from 'vitest';
import { egnyte } from '../../../machines/egnyte/index.ts';
import { Simulator } from '../../../src/engine/simulate.ts';
import { readScenario } from '../../../src/scenario/index.ts';
import { missed } from './run.ts';

/** What a property of job:1 is after a scenario. */
function property(key: string, ...lines: readonly string[]): string | undefined {
  const simulator = new Simulator(egnyte);
  for (const step of readScenario(egnyte, ['agent register version=3.20.0', ...lines].join('\n'))) simulator.run(step);
  return simulator.world.find('job', '1')?.state(key);
}

const existing = (create: string): string[] => [
  create,
  'job create.started',
  'job create.succeeded',
  'job scan.skipped',
];
const ready = existing('job create');

/** Sync deletes and confluence (egnyte 2.3). */
describe('syncDeletes', () => {
  it.each([
    ['is on at first', ['job create'], 'on'],
    ['is on again in a job created anew', ['job create syncDeletes=off', 'job create.stopped', 'job create'], 'on'],
    ['is off in a job created with confluence', ['job create confluence=on'], 'off'],
    ['goes off when confluence comes on', [...ready, 'job config.update confluence=on'], 'off'],
    [
      'stays off when confluence goes off',
      [...ready, 'job config.update confluence=on', 'job config.update confluence=off'],
      'off',
    ],
    [
      'comes on as confluence goes off, in one command',
      [...ready, 'job config.update confluence=on', 'job config.update syncDeletes=on confluence=off'],
      'on',
    ],
    ['stays on after a rejection', [...ready, 'job config.update confluence=on excludeGlob=['], 'on'],
    [
      'stays off after a rejection',
      [...ready, 'job config.update confluence=on', 'job config.update syncDeletes=on'],
      'off',
    ],
  ])('%s', (_, lines, value) => {
    expect(property('syncDeletes', ...lines)).toBe(value);
  });
});

/** Cases of the scan that may be skipped which the acceptance scenarios leave out (egnyte 2.6). */
describe('the time of a scan', () => {
  const skips = (...lines: string[]): string[] => [
    'given ready',
    ...lines,
    'job migrateData.start skipScan=yes',
    'job migrateData.started => SCAN:SKIPPED',
  ];
  const scans = (...lines: string[]): string[] => [
    ...skips(...lines).slice(0, -1),
    'job migrateData.started => SCAN:QUEUED',
  ];
  const scan = ['wait 9h', 'job scan.start', 'job scan.started'];

  it('counts from the end of a scan that was STOPPING', () =>
    expect(missed(...skips(...scan, 'job scan.stop', 'job scan.succeeded', 'wait 8h'))).toEqual([]));
  it('is not renewed by a scan that was STOPPED, after which no scan may be skipped', () =>
    expect(missed(...scans(...scan, 'job scan.stop', 'job scan.stopped'))).toEqual([]));
  it('is not cleared by a scan that FAILED', () =>
    expect(
      missed(...skips('wait 7h', 'job scan.start', 'job scan.failed code=3010', 'job scan.start', 'job scan.skipped')),
    ).toEqual([]));
  it('counts from the end of a rescan, which itself is never skipped', () =>
    expect(
      missed(
        ...skips(
          'job config.update sanitize=source',
          'job migrateData.start skipScan=yes',
          'job migrateData.started',
          'job sanitize.started',
          'job sanitize.succeeded => SCAN:QUEUED',
          'wait 9h',
          'job scan.started',
          'job scan.succeeded',
          'job migrateData.stop',
          'wait 8h',
        ),
      ),
    ).toEqual([]));
});
