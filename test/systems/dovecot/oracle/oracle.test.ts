import { answersAsExpected } from '../../../oracle/acceptance.ts';
import { exitName, Oracle } from './index.ts';

answersAsExpected({
  folder: new URL('../scenarios/', import.meta.url),
  make: () => new Oracle(),
  ready: ['account enqueue', 'account start', 'account exited code=0'],
  named: (code) => exitName(Number(code)),
});
