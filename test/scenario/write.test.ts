import { describe, expect, it } from 'vitest';
import type { EventStep, Step } from '../../src/model/index.ts';
import { writeNdjson, writeScenario, writeStep } from '../../src/scenario/index.ts';
import { fc } from '../random/fast-check.ts';
import { event, read } from './toy-reading.ts';

describe('a step as text', () => {
  const writes = (step: Step, text: string) => it(text, () => expect(writeStep(step)).toBe(text));
  const tuned = (key: string, value: string) => event('job', '1', 'tune', { [key]: value });
  writes(event('job', '1', 'scan.start'), 'job scan.start');
  writes(event('job', 'a.b', 'scan.start'), 'job:a.b scan.start');
  writes(event('job', '2', 'create', { agent: '1', destination: '/x' }), 'job:2 create agent=1 destination=/x');
  writes({ ...event('job', '1', 'x'), expect: [{ text: '650', code: '650' }] }, 'job x');
  writes(event('job', '1', 'a b'), 'job "a b"');
  writes(event('job', '1', 'a=b'), 'job "a=b"');
  writes(event('job', '1', '=>'), 'job "=>"');
  writes(event('job', '1', '#a'), 'job "#a"');
  writes(event('job', '1', 'a#'), 'job a#');
  writes(tuned('a', ''), 'job tune a=""');
  writes(tuned('a', 'b c'), 'job tune a="b c"');
  writes(tuned('a', '#b=>'), 'job tune a=#b=>');
  writes(tuned('a', 'C:\\x'), 'job tune a=C:\\x');
  writes(tuned('a', 'C:\\My x\\'), 'job tune a="C:\\\\My x\\\\"');
  writes(tuned('a', '"b"'), 'job tune a="\\"b\\""');
  writes(tuned('a b', 'c'), 'job tune "a b"=c');
  writes(tuned('a=b', 'c'), 'job tune "a=b"=c');
  writes(tuned('', 'c'), 'job tune ""=c');
  writes({ wait: 0 }, 'wait 0');
  writes({ wait: 1 }, 'wait 1');
  writes({ wait: 90 }, 'wait 90');
  writes({ wait: 300, expect: [{ text: '650', code: '650' }] }, 'wait 5m');
  writes({ wait: 7200 }, 'wait 2h');
  writes({ wait: 2592000 }, 'wait 30d');
  it('has no place for a line break', () =>
    expect(() => writeStep(tuned('a', 'b\nc'))).toThrow('write the step as NDJSON'));
  it('several steps are lines', () =>
    expect(writeScenario([event('job', '1', 'x'), { wait: 60 }])).toEqual(['job x', 'wait 1m']));
});

describe('a step as NDJSON', () => {
  const writes = (step: Step, text: string) => it(text, () => expect(writeNdjson(step)).toBe(text));
  writes(event('job', '1', 'scan.start'), '{"to":"job:1","type":"scan.start"}');
  writes(event('job', '2', 'create', { agent: '1' }), '{"to":"job:2","type":"create","agent":"1"}');
  writes(event('job', '1', 'tune', { a: '"\n\ud800' }), '{"to":"job:1","type":"tune","a":"\\"\\n\\ud800"}');
  writes({ wait: 300, expect: [{ text: '650', code: '650' }] }, '{"wait":"5m"}');
  it.each(['to', 'type', 'wait', 'given', 'expect'])('has no place for a parameter named %s', (key) =>
    expect(() => writeNdjson(event('job', '1', 'tune', { [key]: '1' }))).toThrow('write it as text'),
  );
});

describe('a step with a parameter named step, outcome or both', () => {
  const named = (...keys: string[]) => event('job', '1', 'tune', Object.fromEntries(keys.map((key) => [key, '1'])));
  it('looks like a result only with both', () =>
    expect(() => writeNdjson(named('step', 'outcome'))).toThrow(
      new RangeError('parameters named step and outcome make NDJSON look like a result: write the step as text'),
    ));
  it.each(['step', 'outcome'])('is written with %s', (key) =>
    expect(writeNdjson(named(key))).toBe(`{"to":"job:1","type":"tune","${key}":"1"}`),
  );
});

describe('a written step reads as it was', () => {
  const any = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('a', ' ', '"', '\\', '=', '=>', '#', '\t', '\r', '\u2028', '\ud83d', '{', '\0', '\uFEFF'),
    }),
    fc.constantFrom('__proto__', 'constructor', 'toString', '1', '=>', '#'),
  );
  const oneLine = any.map((text) => text.replaceAll('\n', ''));
  const named = (text: fc.Arbitrary<string>) => text.filter((name) => name !== '');
  const id = fc.stringMatching(/^[A-Za-z0-9_.-]+$/);
  const steps = (type: fc.Arbitrary<string>, key: fc.Arbitrary<string>, value: fc.Arbitrary<string>) =>
    fc.record<EventStep>({
      kind: fc.constantFrom('server', 'job'),
      id,
      type: named(type).map((name) => `x${name}`),
      params: fc
        .uniqueArray(fc.tuple(key, value), { selector: ([name]) => name })
        .map((list) => Object.fromEntries(list)),
    });

  it('as text, with any words except line breaks', () =>
    fc.assert(
      fc.property(steps(oneLine, oneLine, oneLine), (step) => same(writeStep(step), step)),
      { numRuns: 2000 },
    ));
  it('as NDJSON, with any words', () =>
    fc.assert(
      fc.property(steps(any, any.filter(isFree), any), (step) => same(writeNdjson(step), step)),
      { numRuns: 2000 },
    ));
  it('a wait, however long', () =>
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999_999_999 }), (wait) => {
        same(writeStep({ wait }), { wait });
        same(writeNdjson({ wait }), { wait });
      }),
    ));
  it('the longest wait that can be written', () =>
    same(writeStep(read('wait 100000000000000m')[0] as Step), { wait: 6e15 }));

  function same(line: string, step: Step): void {
    expect(JSON.stringify(read(line))).toBe(JSON.stringify([step]));
  }
});

const isFree = (key: string): boolean => !['to', 'type', 'wait', 'given', 'expect'].includes(key);
