import { answersAsExpected } from '../../../oracle/acceptance.ts';
import { Oracle } from './index.ts';

answersAsExpected({
  folder: new URL('../scenarios/', import.meta.url),
  make: () => new Oracle(),
  ready: [
    'agent register version=3.20.0',
    'job create',
    'job create.started',
    'job create.succeeded',
    'job scan.started',
    'job scan.succeeded',
  ],
  // The one name that the scenarios of acceptance use for a number.
  named: (code) => (code === 632 ? 'ERR_MIGRATION_IN_CONFLICT' : undefined),
});
