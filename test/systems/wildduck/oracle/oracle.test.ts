import { answersAsExpected } from '../../../oracle/acceptance.ts';
import { Oracle } from './index.ts';

answersAsExpected({
  folder: new URL('../scenarios/', import.meta.url),
  make: () => new Oracle(),
  ready: ['user create password=correct-horse', 'session authenticate password=correct-horse'],
});
