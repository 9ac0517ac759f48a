import { expect, test } from 'vitest';
import type { Step } from '../../src/model/index.ts';
import { ScenarioError, ScenarioReader } from '../../src/scenario/index.ts';
import { Lines } from '../../src/scenario/line-splitter.ts';
import { Recall } from '../../src/scenario/recall.ts';
import { fc } from '../random/fast-check.ts';
import { toy } from './toy.ts';

const text = fc.constantFrom(
  'job x',
  'job:2 x',
  'job x => job.SCAN:null',
  'job:2 x => accepted',
  'job:2 tune a=1',
  'job  x',
  'job:2\tx',
  'wait 5',
  'wait 5m => job.SCAN:null',
  'wait:1 x',
  '# wait 5',
  '',
  'job x # wait 5',
  'given ready',
  'job x\r',
  'job x é',
  'job',
);
const ndjson = fc.constantFrom(
  '{"to":"job","type":"x"}',
  '{"to":"job:2","type":"x"}',
  '{"to":"job:2","type":"x","expect":"job.SCAN:null"}',
  '{"to":"job:2","type":"tune","a":"1"}',
  '{"to":"job:2","type":"tune","a":1}',
  '{"type":"x","to":"job:2"}',
  '{"wait":"5m"}',
  '{"wait":5}',
  '',
  '{"to":"job","type":"x"}\r',
  '{"to":"j\\u006fb","type":"x"}',
  '{"to":"job","type":"x","to":"job"}',
);
const scenario = fc.oneof(...[text, ndjson].map((line) => fc.array(line, { minLength: 1, maxLength: 40 })));

/** The steps up to the first line that cannot be read, and its message. */
interface Read {
  readonly steps: Step[];
  message?: string;
}

function reading(read: (steps: Step[]) => void): Read {
  const found: Read = { steps: [] };
  try {
    read(found.steps);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    found.message = error.message;
  }
  return found;
}

test('lines in pieces of any size are read as one by one, both new and remembered', () => {
  fc.assert(
    fc.property(scenario, fc.integer({ min: 1, max: 200 }), (lines, size) => {
      const plain = reading((steps) => {
        const reader = new ScenarioReader(toy, 'toy.txt');
        for (const line of lines) steps.push(...reader.line(line));
      });
      const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
      let reader = new ScenarioReader(toy, 'toy.txt');
      for (let time = 0; time < 3; time += 1) {
        const pieces = reading((steps) => {
          const cut = new Lines('toy.txt');
          const drain = (): void => {
            for (let found = reader.next(cut); found !== undefined; found = reader.next(cut)) steps.push(...found);
          };
          for (let at = 0; at < bytes.length; at += size) {
            cut.push(bytes.subarray(at, at + size));
            drain();
          }
          cut.end();
          drain();
        });
        expect(pieces).toEqual(plain);
        reader = reader.again();
      }
    }),
    { numRuns: 400 },
  );
});

test('bytes that go on with a line that began as text are not mistaken for a remembered line', () => {
  const reader = new ScenarioReader(toy, 'toy.txt');
  const lines = new Lines('toy.txt');
  const read = (piece: string | Uint8Array): number => {
    let steps = 0;
    lines.push(piece);
    for (let found = reader.next(lines); found !== undefined; found = reader.next(lines)) steps += found.length;
    return steps;
  };
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  expect(read(bytes('job:2 x\n'.repeat(5)))).toBe(5);
  expect([read('#'), read(bytes('job:2 x\n'))]).toEqual([0, 0]);
  expect([read('job:2'), read(bytes(' x\njob:2 x\n'))]).toEqual([0, 2]);
});

test.each(['job x', 'job:2 tune a=1 => accepted', 'job:12345 scan.start', 'wait 5m', 'wait 12345 => job.SCAN:null'])(
  'a line that was kept twice is known, wherever it begins: %s',
  (line) => {
    const recall = new Recall('', ' ');
    const bytes = new TextEncoder().encode(line);
    const [, id = '1', type = 'x'] = /^job(?::(\w+))? (\S+)/.exec(line) ?? [];
    const step: Step = line.startsWith('wait') ? { wait: 300 } : { kind: 'job', id, type, params: {} };
    const block = new TextEncoder().encode(`# before\n${line}\nafter`);
    for (let time = 0; time < 2; time += 1) {
      expect(recall.knows(block, 9)).toBe(false);
      recall.keep(bytes, step);
    }
    expect(recall.knows(block, 9)).toBe(true);
    expect(recall.end).toBe(9 + bytes.length);
    expect(recall.steps()).toEqual([step]);
  },
);
