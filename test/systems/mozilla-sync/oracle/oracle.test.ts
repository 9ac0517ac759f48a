import { answersAsExpected } from '../../../oracle/acceptance.ts';
import { Oracle } from './index.ts';
import { nameOf } from './words.ts';

answersAsExpected({
  folder: new URL('../scenarios/', import.meta.url),
  make: () => new Oracle(),
  ready: ['node healthy', 'account create password=correct-horse email=1@example.com'],
  named: nameOf,
});
