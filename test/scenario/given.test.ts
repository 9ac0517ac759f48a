import { describe, expect, it } from 'vitest';
import { ScenarioReader } from '../../src/scenario/index.ts';
import { toy } from './toy.ts';
import { event, read, refusal, refuses } from './toy-reading.ts';

const opening = [event('job', '1', 'create', { agent: '1' }), { wait: 300 }, event('job', '1', 'scan.start')];

describe('given ready', () => {
  it('stands for the steps of the opening, without their expectations', () =>
    expect(read('given ready')).toEqual(opening));
  it('may be followed by a comment', () => expect(read('given ready # x')).toEqual(opening));
  it('may come anywhere, and more than once', () =>
    expect(read('wait 1\ngiven ready\ngiven ready')).toEqual([{ wait: 1 }, ...opening, ...opening]));
  it('reads the same in NDJSON', () => expect(read('{"given":"ready"}')).toEqual(opening));
  it('is parsed once', () => {
    const reader = new ScenarioReader(toy);
    expect(reader.line('given ready')).toBe(reader.line('given ready'));
  });
});

describe('nothing else is given', () => {
  refuses('given', '1:6: the end of the line; expected the name of an opening: ready');
  refuses('given redy', '1:7: unknown opening "redy"; expected ready (did you mean ready?)');
  refuses('given constructor', '1:7: unknown opening "constructor"; expected ready');
  refuses('given ready job', '1:13: "job"; expected nothing after given and its name');
  refuses('given ready => accepted', '1:13: "=>"; expected nothing after given and its name');
  refuses('{"given":"redy"}', '1:10: unknown opening "redy"; expected ready (did you mean ready?)');
  refuses('{"given":1}', '1:10: the number 1; expected the name of an opening: ready');
  refuses('{"given":"ready","expect":[]}', '1:18: the key "expect"; expected "given" alone');
  refuses('{"to":"job","given":"ready"}', '1:2: the key "to"; expected "given" alone');
});

describe('an opening that cannot be read', () => {
  const broken =
    (...ready: string[]) =>
    () =>
      new ScenarioReader({ ...toy, ready }).line('given ready');
  it('is reported at its own place', () =>
    expect(broken('job x', 'jbo x')).toThrow('toy: given ready:2:1: unknown entity "jbo"'));
  it('may not contain itself', () => expect(broken('given ready')).toThrow('toy: given ready:1:7: "ready"'));
  it('matters only to a scenario that uses it', () => expect(refusal('job')).toContain('toy.txt:1:4'));
});
