import { expect, test } from 'vitest';
import { egnyte } from '../../machines/egnyte/system.ts';
import { whyIgnored } from '../../src/condition/why-ignored.ts';
import type { Lifecycle, Value } from '../../src/model/index.ts';

const job = egnyte.entities.job as Lifecycle;

interface Facts {
  readonly [name: string]: Value;
}

const ready: Facts = { agent: 'ACTIVE', META_MIGRATE_DATA: null };

const transferring = 'copy.resumed is applied while DATA_UPLOAD is SUSPENDED, or ASYNC_COPY is SUSPENDED';

/** Nothing is known of a name that has no value here. */
test.each<[says: string, event: string, known: Facts]>([
  ['no status of a job changes by lunch', 'lunch', {}],
  ['SCAN is SUCCEEDED; scan.stopped is applied while SCAN is STOPPING', 'scan.stopped', { SCAN: 'SUCCEEDED' }],
  ['SCAN is not run yet; scan.stopped is applied while SCAN is STOPPING', 'scan.stopped', { SCAN: null }],
  [
    `DATA_UPLOAD is RUNNING and ASYNC_COPY is not run yet; ${transferring}`,
    'copy.resumed',
    { DATA_UPLOAD: 'RUNNING', ASYNC_COPY: null },
  ],
  [
    `DATA_UPLOAD is RUNNING and ASYNC_COPY is PAUSED; ${transferring}`,
    'copy.resumed',
    { DATA_UPLOAD: 'RUNNING', ASYNC_COPY: 'PAUSED' },
  ],
  [
    `DATA_UPLOAD is PAUSED and ASYNC_COPY is RUNNING; ${transferring}`,
    'copy.resumed',
    { DATA_UPLOAD: 'PAUSED', ASYNC_COPY: 'RUNNING' },
  ],
  [
    'the agent is INACTIVE; scan.started is applied while the agent is ACTIVE',
    'scan.started',
    { SCAN: 'QUEUED', agent: 'INACTIVE', META_MIGRATE_DATA: null },
  ],
  ['scan.started is applied while the agent is ACTIVE', 'scan.started', { SCAN: 'QUEUED', META_MIGRATE_DATA: null }],
  ['3999 is no reason for which a scan fails', 'scan.failed', { ...ready, SCAN: 'RUNNING', $code: '3999' }],
  ['no code is given; scan.failed needs one', 'scan.failed', { ...ready, SCAN: 'RUNNING', $code: null }],
  [
    'the agent is INACTIVE; scan.failed is applied while the agent is ACTIVE',
    'scan.failed',
    { SCAN: 'RUNNING', agent: 'INACTIVE', META_MIGRATE_DATA: null, $code: null },
  ],
])('%s', (says, event, known) => {
  expect(whyIgnored(job, event, (name) => (Object.hasOwn(known, name) ? [known[name] ?? null] : undefined))).toBe(says);
});
