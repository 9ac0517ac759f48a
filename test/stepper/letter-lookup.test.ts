import { describe, expect, it } from 'vitest';
import type { Lifecycle, System } from '../../src/model/index.ts';
import { Stepper } from '../../src/stepper/stepper.ts';
import { sound } from '../toys/toys.ts';

const values = [true, false] as const;
const yesNo = { true: 'it is so', false: 'it is not so' };
const whole = { is: { whole: {} } } as const;
const text = { is: { text: true } } as const;

/** A box whose events are told apart by their parameters: by rules, by guards, by signals and by facts. */
const box: Lifecycle = {
  kind: 'box',
  chart: {
    id: 'toy-box',
    on: {
      drop: [{ target: 'LID.OPEN', guard: { $height: '9' } }],
      'entered tape.on': { target: 'LID.OPEN', guard: { $shape: 'round' } },
    },
    states: {
      LID: {
        initial: 'OPEN',
        states: {
          OPEN: { on: { put: { target: 'SHUT', guard: { $size: '3' } }, fill: 'SHUT' } },
          SHUT: { on: { open: 'OPEN', 'entered tape.on': { target: 'OPEN', guard: { $tape: 'red' } } } },
        },
      },
      tape: {
        initial: 'off',
        states: {
          off: { on: { 'entered LID.SHUT': 'on', 'left LID.SHUT': { target: 'on', guard: { $note: 'loud' } } } },
          on: { on: { open: 'off' } },
        },
      },
    },
  },
  phases: { LID: { OPEN: 1, SHUT: 2 } },
  commands: {
    put: { says: '', params: { size: whole, colour: text }, plain: { size: '4' } },
    fill: { says: '', params: { tape: text, note: text, shape: text } },
    open: { says: '', params: { note: text, tape: text } },
    weigh: { says: '', params: { size: whole, unit: text, note: text } },
    greet: { says: '', params: { name: text } },
  },
  reports: { drop: { says: '', params: { height: whole, note: text, tape: text } } },
  rules: {
    put: [{ gate: '1', when: { $size: ['1', '2'] }, code: 5, mark: 'I' }],
    weigh: [{ gate: '1', when: { heavy: true }, code: 6, mark: 'I' }],
    greet: [{ gate: '1', when: { welcome: false }, code: 6, mark: 'I' }],
  },
  facts: {
    heavy: {
      values,
      usual: false,
      usesParams: true,
      paramsOnly: true,
      of: ({ event, params }) => event === 'weigh' && Number(params.size) > 10,
      changedBy: ['box weigh size=11', 'box weigh size=3'],
      says: yesNo,
    },
    welcome: {
      values,
      usual: false,
      usesParams: true,
      of: ({ params, self }) => params.name === self.id,
      changedBy: ['box greet name=1'],
      says: yesNo,
    },
  },
  is: {},
  words: {},
};

/** It is explored with the box. */
const hand: Lifecycle = {
  ...box,
  kind: 'hand',
  space: { with: { box: ['put'] } },
  chart: {
    id: 'toy-hand',
    states: { GRIP: { initial: 'LOOSE', states: { LOOSE: { on: { put: 'TIGHT' } }, TIGHT: {} } } },
  },
  phases: { GRIP: { LOOSE: 1, TIGHT: 2 } },
  commands: { put: { says: '' } },
  reports: {},
  rules: {},
  facts: {},
};

const toys: System = { ...sound, entities: { box, hand }, ready: [], searchHints: [] };
const stepper = new Stepper(toys, 'box');
const holding = new Stepper(toys, 'hand');

type Params = { readonly [key: string]: string };

/** The parameters of the letter that is taken for an event with these. */
const form = (event: string, params?: Params) => stepper.letters[stepper.letter(event, params)]?.params;

describe('an event is taken', () => {
  const takes = (event: string, params: Params | undefined, as: Params) =>
    it(`${event} ${JSON.stringify(params) ?? ''}`, () => expect(form(event, params)).toEqual(as));

  describe('without parameters in its plain form', () => {
    takes('put', undefined, { size: '4' });
    takes('fill', undefined, {});
  });

  describe('with parameters that a letter has, in any order', () => {
    takes('put', { size: '3' }, { size: '3' });
    takes('fill', { note: 'loud', tape: 'red' }, { tape: 'red', note: 'loud' });
    takes('fill', { tape: 'red', note: 'loud' }, { tape: 'red', note: 'loud' });
    takes('weigh', { size: '3' }, { size: '3' });
    takes('greet', { name: '1' }, { name: '1' });
    takes('greet', {}, {});
  });

  describe('as a letter of which a rule or a guard asks the same', () => {
    takes('put', { size: '2' }, { size: '1' });
    takes('put', { size: '7' }, { size: '4' });
    takes('put', {}, { size: '4' });
    takes('put', { size: '2', colour: 'blue' }, { size: '1' });
    takes('put', { size: '3', colour: 'blue' }, { size: '3' });
  });

  describe('as a letter of which the guard of the whole chart asks the same', () => {
    takes('drop', { height: '9', note: 'quiet' }, { height: '9' });
    takes('drop', { height: '8' }, {});
  });

  describe('as a letter of which the signals that it raises ask the same', () => {
    takes('fill', { tape: 'red', note: 'quiet' }, { tape: 'red' });
    takes('fill', { tape: 'blue', note: 'loud' }, { note: 'loud' });
    takes('fill', { tape: 'blue', note: 'quiet' }, {});
    takes('fill', { shape: 'flat' }, {});
    takes('drop', { tape: 'red', note: 'quiet' }, { tape: 'red' });
    takes('drop', { tape: 'blue', note: 'loud' }, { note: 'loud' });
  });

  describe('as a letter for which the facts about parameters are the same', () => {
    takes('weigh', { size: '12' }, { size: '11' });
    takes('weigh', { size: '5' }, {});
    takes('weigh', { unit: 'kg' }, {});
    takes('weigh', { unit: 'kg', note: 'loud' }, {});
  });

  it('of an entity explored along with it, by its kind and name', () => {
    const params = (event: string, given?: Params) => holding.letters[holding.letter(event, given)]?.params;
    expect([params('put'), params('put', {}), params('box put'), params('box put', { size: '2' })]).toEqual([
      {},
      {},
      { size: '4' },
      { size: '1' },
    ]);
  });
});

describe('an event is refused', () => {
  const refuses = (event: string, params: Params, message: string) =>
    it(`${event} ${JSON.stringify(params)}`, () =>
      expect(() => stepper.letter(event, params)).toThrow(new RangeError(message)));

  describe('if the space does not have it', () => {
    refuses('pull', {}, 'the space of box has no event pull');
    it('nor that of another entity', () =>
      expect(() => holding.letter('box fill')).toThrow('the space of hand has no event box fill'));
  });

  describe('with a parameter that it does not take, or a value that does not fit', () => {
    refuses('put', { weight: '1' }, put('{"weight":"1"}'));
    refuses('put', { size: 'x' }, put('{"size":"x"}'));
  });

  describe('with a value that a fact of the world may tell apart', () => {
    refuses(
      'greet',
      { name: '2' },
      'the space of box has no greet with the parameters {"name":"2"}; it has {}, {"name":"1"}',
    );
  });

  describe('with a value that a signal may tell the whole chart', () => {
    it('fill {"shape":"round"}', () =>
      expect(() => stepper.letter('fill', { shape: 'round' })).toThrow(/^the space of box has no fill with/));
  });

  function put(params: string): string {
    return `the space of box has no put with the parameters ${params}; it has {"size":"4"}, {"size":"1"}, {"size":"3"}`;
  }
});

describe('the letter of parameters that were met before', () => {
  it('is remembered for a thousand of them', () => {
    let asked = 0;
    const heavy = {
      ...box.facts.heavy,
      of: ({ params }: { readonly params: Params }) => {
        asked += 1;
        return Number(params.size) > 10;
      },
    };
    const counting = new Stepper(
      { ...toys, entities: { box: { ...box, facts: { ...box.facts, heavy } as never } } },
      'box',
    );
    const isAsked = (size: number): boolean => {
      const before = asked;
      counting.letter('weigh', { size: `${size}` });
      return asked > before;
    };
    const sizes = Array.from({ length: 1001 }, (_, number) => 20 + number);
    expect(sizes.filter((size) => !isAsked(size))).toEqual([]);
    expect(sizes.filter(isAsked)).toEqual([1020]);
  });
});
