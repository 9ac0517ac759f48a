import type { Params } from '../model/index.ts';
import type { Address } from './vocabulary.ts';

/** A line taken apart, the same whether it was text or JSON: only whose it is was looked up. */
export type Statement =
  | { readonly is: 'given'; readonly given: string }
  | { readonly is: 'wait'; readonly wait: string; readonly expect: readonly string[] }
  | {
      readonly is: 'event';
      readonly to: Address;
      readonly type: string;
      readonly params: Params;
      readonly expect: readonly string[];
    };

export const NO_WORDS: readonly string[] = [];

/**
 * Parameters under whatever keys: `constructor` is not there unless it was given, and `__proto__` is stored like any
 * other. An object that is made with a null prototype would do the same, three times slower.
 */
export class ParamSet {
  [key: string]: string;
}
Object.setPrototypeOf(ParamSet.prototype, null);
Reflect.deleteProperty(ParamSet.prototype, 'constructor');

export const NO_PARAMS: Params = Object.freeze(new ParamSet());
