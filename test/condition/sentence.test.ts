import { expect, test } from 'vitest';
import { describe as sentence } from '../../src/condition/sentence.ts';
import type { Condition, Lifecycle } from '../../src/model/index.ts';
import { systemWith } from './conditions.ts';

const says = (condition: Condition): string => sentence(condition, systemWith([condition]).entities.thing as Lifecycle);

test.each<[says: string, condition: Condition]>([
  ['PHASE is RUNNING', { PHASE: 'RUNNING' }],
  ['PHASE is neither RUNNING nor PAUSED', { PHASE: { not: ['RUNNING', 'PAUSED'] } }],
  ['PHASE is not run yet and flag is true', { PHASE: null, flag: true }],
  ['the mode given is not given', { $mode: null }],
  ['flag is true, or level is 2', { any: [{ flag: true }, { level: 2 }] }],
  ['flag is true', { any: [{ flag: true }, { flag: [true] }] }],
  ['it is not so that flag is true, or level is 2', { none: [{ flag: true }, { level: 2 }] }],
  ['it is late', { none: [{ flag: true }], called: 'it is late' }],
  ['level is 1', { all: [{}, { level: 1 }] }],
  ['always', {}],
  ['always', { any: [{}, { level: 1 }] }],
  ['always', { none: [] }],
  ['never', { any: [] }],
  ['never', { none: [{}] }],
])('%s', (said, condition) => {
  expect(says(condition)).toBe(said);
});
