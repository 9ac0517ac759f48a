import { describe, expect, it } from 'vitest';
import { ScenarioReader, stepsOf } from '../../src/scenario/index.ts';
import { Recent } from '../../src/scenario/recent.ts';
import { toy } from './toy.ts';
import { read, refusal, streamed } from './toy-reading.ts';

const MANY = 10_000_000;
const long = 'x'.repeat(MANY);

/** The length of the parameter `a` as read: ten megabytes are not worth printing. */
function lengthOf(line: string): number | undefined {
  const [step] = read(line);
  return step && 'params' in step ? step.params.a?.length : undefined;
}

describe('a line of ten megabytes', () => {
  it('of one value', () => expect(lengthOf(`job tune a=${long}`)).toBe(MANY));
  it('of one value in quotes', () => expect(lengthOf(`job tune a="${long}"`)).toBe(MANY));
  it('of escapes', () => expect(lengthOf(`job tune a="${'\\"'.repeat(MANY / 2)}"`)).toBe(MANY / 2));
  it('of quotes', () => expect(lengthOf(`job tune a=${'"'.repeat(MANY)}`)).toBe(0));
  it('of expectations', () => expect(read(`job x => ${'650 '.repeat(MANY / 4)}`)[0]?.expect).toHaveLength(MANY / 4));
  it('of blanks', () => expect(read(' '.repeat(MANY))).toEqual([]));
  it('of a comment', () => expect(read(`#${long}`)).toEqual([]));
  it('of a word that is refused', () =>
    expect(refusal(long)).toBe(
      `toy.txt:1:1: unknown entity "${'x'.repeat(60)}…"; expected job, manager, hub, server or constructor`,
    ));
  it('of an expectation that is refused', () => expect(refusal(`job x => ${long}`)).toContain('toy.txt:1:10: unknown'));
  it('of a quote that is not closed', () => expect(refusal(`job tune a="${long}`)).toContain('toy.txt:1:12: a quote'));
  it('of NDJSON', () => expect(lengthOf(`{"to":"job","type":"tune","a":"${long}"}`)).toBe(MANY));
  it('of colons', () => expect(lengthOf(`{"to":"job","type":"tune","a":"${':'.repeat(MANY)}"}`)).toBe(MANY));
  it('of NDJSON cut short', () =>
    expect(refusal(`{"to":"job","type":"tune","a":"${long}`)).toContain('toy.txt:1:31: a string'));
  it('of digits', () => expect(lengthOf(`{"to":"job","type":"tune","a":${'1'.repeat(MANY)}}`)).toBe(MANY));
  it('of a key twice', () =>
    expect(refusal(`{"to":"job","a":"${long}","a":1}`)).toContain('toy.txt:1:10000020: the key'));
  it.each([100, 65_536, MANY])('in pieces of %i', async (size) => {
    const bytes = new TextEncoder().encode(`job tune a=${long}\nwait 1`);
    const { steps } = await streamed(cut(bytes, size));
    expect(steps).toHaveLength(2);
  });
});

function* cut(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

describe('a line without end', () => {
  it('is refused before it fills the memory', async () => {
    async function* zeros(): AsyncGenerator<Uint8Array> {
      for (const piece = new Uint8Array(1 << 22); ; ) yield piece;
    }
    const steps = stepsOf(toy, zeros(), 'zero');
    await expect(steps.next()).rejects.toThrow('zero:1:1: a line of more than 128 MiB; expected a shorter one');
  });
});

describe('deeply nested JSON', () => {
  const deep = 100_000;
  const SCALAR = 'expected a string, a number, true or false';
  it('in lists that are not closed', () =>
    expect(refusal(`{"a":${'['.repeat(deep)}`)).toBe(`toy.txt:1:7: "["; ${SCALAR}`));
  it('in lists', () =>
    expect(refusal(`{"to":"job","type":"x","a":${'['.repeat(deep)}${']'.repeat(deep)}}`)).toBe(
      `toy.txt:1:29: "["; ${SCALAR}`,
    ));
  it('in objects', () =>
    expect(refusal(`${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`)).toBe(`toy.txt:1:6: "{"; ${SCALAR}`));
  it('in expectations', () =>
    expect(refusal(`{"to":"job","type":"x","expect":${'['.repeat(deep)}${']'.repeat(deep)}}`)).toBe(
      `toy.txt:1:34: "["; ${SCALAR}`,
    ));
});

describe('a word that was looked up recently', () => {
  const recent = new Recent<{ word: string }>();
  const look = (word: string) => recent.get(word) !== undefined || void recent.set(word, { word });
  for (let i = 0; i < 10_000; i += 1) {
    look('again and again');
    look(`word ${i}`);
  }
  look('x'.repeat(1000));
  it('is remembered', () => expect(recent.get('word 9999')).toEqual({ word: 'word 9999' }));
  it('is remembered as long as it is used', () => expect(recent.get('again and again')).toBeDefined());
  it('is forgotten when it is not', () => expect(recent.get('word 0')).toBeUndefined());
  it('is not remembered if it is long', () => expect(recent.get('x'.repeat(1000))).toBeUndefined());
});

describe('many entities', () => {
  it('are read the same, remembered or not', () => {
    const reader = new ScenarioReader(toy);
    const ids = Array.from({ length: 10_000 }, (_, i) => [i, 7, i % 100]).flat();
    const seen = ids.map((id) => reader.line(`job:${id} x => job:${id}.SCAN:null`)[0]);
    expect(seen.map((step) => step && 'id' in step && [step.id, step.expect])).toEqual(
      ids.map((id) => [`${id}`, [{ text: `job:${id}.SCAN:null`, entity: `job:${id}`, phase: 'SCAN', status: null }]]),
    );
  });
});
