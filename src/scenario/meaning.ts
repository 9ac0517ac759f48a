import {
  type EventStep,
  type Expectation,
  fits,
  type ParamSpec,
  type Params,
  plainDigits,
  saysForm,
  secondsOf,
  type WaitStep,
} from '../model/index.ts';
import { nearest } from '../model/near.ts';
import { readExpectation } from './expectation.ts';
import { LineFault } from './fault.ts';
import { Recent } from './recent.ts';
import { ParamSet, type Statement } from './statement.ts';
import type { Kind, Signature, Vocabulary } from './vocabulary.ts';
import { choice, show } from './wording.ts';

/** Resolves the words of a statement in a system: the result is a step or, for an unknown word, a fault. */
export class Meaning {
  private readonly vocabulary: Vocabulary;
  private readonly onWaits = new Recent<Expectation>();

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  of(statement: Exclude<Statement, { is: 'given' }>): EventStep | WaitStep {
    return statement.is === 'wait' ? this.ofWait(statement) : this.ofEvent(statement);
  }

  private ofEvent({ to: { kind, id }, type, params, expect }: Extract<Statement, { is: 'event' }>): EventStep {
    if (type === '') throw new LineFault('type', 'an event without a name', `an event of ${kind.name}`);
    const signature = kind.events.get(type);
    const settled = signature === undefined ? params : settle(type, signature, params);
    const step = { kind: kind.name, id, type, params: settled };
    return expect.length === 0 ? step : { ...step, expect: this.expectations(expect, kind) };
  }

  private ofWait({ wait: span, expect }: Extract<Statement, { is: 'wait' }>): WaitStep {
    const wait = secondsOf(span);
    if (wait !== undefined && !Number.isSafeInteger(wait)) {
      throw new LineFault('wait', `the duration ${show(span)}`, `at most ${Number.MAX_SAFE_INTEGER} seconds`);
    }
    if (wait === undefined) throw new LineFault('wait', `the duration ${show(span)}`, saysForm({ span: {} }));
    return expect.length === 0 ? { wait } : { wait, expect: this.expectations(expect, undefined) };
  }

  private expectations(words: readonly string[], kind: Kind | undefined): Expectation[] {
    const lately = kind?.expectations ?? this.onWaits;
    return words.map((word, index) => {
      const known = lately.get(word);
      if (known !== undefined) return known;
      const expectation = readExpectation(word, kind, this.vocabulary, { expect: index });
      lately.set(word, expectation);
      return expectation;
    });
  }
}

/**
 * Checks the parameters against the event's signature, and normalizes whole numbers: `007` becomes 7. Unknown events
 * have no signature, and any parameters: the system answers them.
 */
function settle(type: string, { params: specs, needed, some }: Signature, params: Params): Params {
  let settled = params;
  const keys = Object.keys(params);
  for (const key of keys) {
    const spec = specs.get(key);
    if (spec === undefined) throw unknown(type, specs, key);
    if (spec.anyValue) continue;
    const value = params[key] ?? '';
    if (!fits(spec.is, value)) throw misfit(spec, key, value);
    if ('whole' in spec.is && value.startsWith('0')) {
      settled = Object.assign(new ParamSet(), settled, { [key]: plainDigits(value) });
    }
  }
  for (const key of needed) {
    if (key in params) continue;
    const form = saysForm((specs.get(key) as ParamSpec).is);
    throw new LineFault('type', `${show(type)} without the parameter ${key}`, `${key}=VALUE, where VALUE is ${form}`);
  }
  if (some && keys.length === 0) {
    throw new LineFault(
      'type',
      `${show(type)} without a parameter`,
      `at least one of ${choice([...specs.keys()], 'parameters')}`,
    );
  }
  return settled;
}

function unknown(type: string, specs: Signature['params'], key: string): LineFault {
  const keys = [...specs.keys()];
  const expected = keys.length > 0 ? choice(keys, 'parameters') : 'none, as it has no parameters';
  const more = { near: nearest(key, keys) };
  return new LineFault({ key }, `unknown parameter ${show(key)} of ${type}`, expected, more);
}

function misfit({ is }: ParamSpec, key: string, value: string): LineFault {
  const more = { near: 'one' in is ? nearest(value, is.one) : undefined };
  return new LineFault({ value: key }, `the value ${show(value)} of ${key}`, saysForm(is), more);
}
