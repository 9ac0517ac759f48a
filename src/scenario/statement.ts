import type { Params } from '../model/index.ts';
import type { Address } from './vocabulary.ts';

/** A parsed line, the same for text and JSON. Only its address has been resolved. */
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
 * Parameters under any keys: `constructor` is absent unless given, and `__proto__` is a normal key. An object created
 * with a null prototype would work too, but is three times slower.
 */
export class ParamSet {
  [key: string]: string;
}
Object.setPrototypeOf(ParamSet.prototype, null);
Reflect.deleteProperty(ParamSet.prototype, 'constructor');

export const NO_PARAMS: Params = Object.freeze(new ParamSet());
