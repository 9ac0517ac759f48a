import type { Condition } from '../model/index.ts';
import { fold, type Reading } from './walk.ts';

/** A condition as a formula: the name of an XState guard, also shown by tools. */
export const formulaOf = (condition: Condition): string => fold(condition, reading);

const reading: Reading<string> = {
  name: ({ name, values, negated }) => `${name} ${negated ? 'not ' : ''}in ${values.join('|')}`,
  pattern: (parts) => (parts.length === 0 ? 'always' : parts.join(', ')),
  all: (parts) => `all(${parts.join('; ')})`,
  any: (parts) => `any(${parts.join('; ')})`,
  none: (parts) => `none(${parts.join('; ')})`,
};
