import { describe, expect, it } from 'vitest';
import { ScenarioReader } from '../../src/scenario/index.ts';
import { toy } from './toy.ts';
import { event, reads } from './toy-reading.ts';

const read = (object: object) => new ScenarioReader(toy, 'toy.txt').line(JSON.stringify(object));
const result = { step: 7, at: 0, to: 'job:2', type: 'scan.start', outcome: 'accepted', changes: [] };
const accepted = { text: 'accepted', outcome: 'accepted' } as const;

describe('the result of an event is the event, which expects', () => {
  const expects = (what: string, more: object, ...expected: object[]) =>
    it(what, () =>
      expect(read({ ...result, ...more })).toEqual([{ ...event('job', '2', 'scan.start'), expect: expected }]),
    );

  expects('its outcome', {}, accepted);
  expects('its outcome without any change', { changes: undefined }, accepted);
  expects(
    'its code',
    { outcome: 'rejected', error: { code: 650, name: 'SCAN_INPROGRESS' } },
    { text: 'rejected', outcome: 'rejected' },
    { text: '650', code: '650' },
  );
  expects('a code that is a name', { error: { code: 'TotpEnabled' } }, accepted, {
    text: 'TotpEnabled',
    code: 'TotpEnabled',
  });

  const change = { entity: 'job:2', phase: 'SCAN', status: 'RUNNING', code: 2 };
  const scan = (status: string | null) => ({ text: `job:2.SCAN:${status}`, entity: 'job:2', phase: 'SCAN', status });
  expects(
    'each phase where it stood at last',
    { changes: [change, { ...change, phase: 'COPY' }, { ...change, status: 'STOPPED' }] },
    accepted,
    scan('STOPPED'),
    {
      text: 'job:2.COPY:RUNNING',
      entity: 'job:2',
      phase: 'COPY',
      status: 'RUNNING',
    },
  );
  expects('a phase that has not run', { changes: [{ ...change, status: null }] }, accepted, scan(null));
  expects(
    'each code of a status, once',
    {
      changes: [
        { ...change, error: { code: 651 } },
        { ...change, status: 'STOPPED', error: { code: 650 } },
        { ...change, error: { code: 651 } },
      ],
    },
    accepted,
    { text: '651', code: '651' },
    { text: '650', code: '650' },
    scan('RUNNING'),
  );
});

describe('the result of an event', () => {
  it('has its parameters, as text', () =>
    expect(read({ ...result, type: 'tune', params: { a: 'x', b: 7, c: true, d: '' } })).toEqual([
      { ...event('job', '2', 'tune', { a: 'x', b: '7', c: 'true', d: '' }), expect: [accepted] },
    ]));
  it('may be one that is called wait', () =>
    expect(read({ ...result, type: 'wait' })).toEqual([{ ...event('job', '2', 'wait'), expect: [accepted] }]));
});

describe('the result of a wait is the wait', () => {
  const wait = { step: 1, at: 0, type: 'wait', outcome: 'applied', changes: [] };
  const applied = { text: 'applied', outcome: 'applied' };
  it.each([
    ['300s', 300],
    ['5m', 300],
    [7200, 7200],
  ])('of %j', (length, seconds) =>
    expect(read({ ...wait, wait: length })).toEqual([{ wait: seconds, expect: [applied] }]),
  );
});

describe('an object is no result without both a step and an outcome', () => {
  reads('{"to":"job","type":"tune","step":1}', event('job', '1', 'tune', { step: '1' }));
  reads('{"to":"job","type":"tune","outcome":"x"}', event('job', '1', 'tune', { outcome: 'x' }));
});

describe('a result is refused at its object', () => {
  const change = { entity: 'job:2', phase: 'SCAN', status: 'RUNNING' };
  it.each([
    [{ to: undefined, type: 'wait' }, 'the result of a wait without its length; expected "wait":"300s"'],
    [{ to: undefined, type: 'wait', wait: null }, 'the result of a wait without its length; expected "wait":"300s"'],
    [{ to: undefined }, 'a result without an entity; expected "to":"job:1"'],
    [{ to: 5 }, 'a result without an entity; expected "to":"job:1"'],
    [{ to: 'jbo' }, 'unknown entity "jbo"; expected job, manager, hub, server or constructor (did you mean job?)'],
    [{ type: undefined }, 'a result without an event; expected "type":"scan.start"'],
    [{ params: [] }, 'a list; expected parameters, as in "params":{"code":"1070"}'],
    [{ params: 'x' }, '"x"; expected parameters, as in "params":{"code":"1070"}'],
    [{ params: { a: null } }, 'null; expected a string, a number, true or false'],
    [{ params: { a: { b: 1 } } }, 'an object; expected a string, a number, true or false'],
    [{ outcome: 3 }, 'the number 3; expected an outcome, as in "outcome":"accepted"'],
    [{ outcome: false }, 'false; expected an outcome, as in "outcome":"accepted"'],
    [{ changes: 3 }, 'the number 3; expected a list of changes'],
    [{ changes: [null] }, 'null; expected a change, with entity, phase and status'],
    [{ changes: [[]] }, 'a list; expected a change, with entity, phase and status'],
    [{ changes: [{ ...change, error: 650 }] }, 'the number 650; expected an error, as in "error":{"code":650}'],
    [{ error: null }, 'null; expected an error, as in "error":{"code":650}'],
    [{ error: '650' }, '"650"; expected an error, as in "error":{"code":650}'],
    [{ error: {} }, 'an object; expected an error, as in "error":{"code":650}'],
    [{ error: { code: [] } }, 'an object; expected an error, as in "error":{"code":650}'],
  ])('%j', (more, message) =>
    expect(() => read({ ...result, ...more })).toThrow(expect.objectContaining({ message: `toy.txt:1:1: ${message}` })),
  );

  it('with blanks before it', () =>
    expect(() => new ScenarioReader(toy, 'toy.txt').line(' {"step":1,"outcome":3}')).toThrow(
      'toy.txt:1:2: the number 3',
    ));
  it('if a number of it is too large', () =>
    expect(() => new ScenarioReader(toy, 'toy.txt').line('{"step":1,"outcome":1e999}')).toThrow(
      'toy.txt:1:1: a number that is too large',
    ));
});
