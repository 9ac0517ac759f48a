import { answersAsExpected } from '../../../oracle/acceptance.ts';
import { Oracle } from './index.ts';

answersAsExpected({
  folder: new URL('../scenarios/', import.meta.url),
  make: () => new Oracle(),
  ready: ['backup start', 'backup started', 'backup succeeded'],
});
