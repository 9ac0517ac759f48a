import { expect, test } from 'vitest';
import type { Step } from '../../src/model/index.ts';
import { ScenarioError, ScenarioReader } from '../../src/scenario/index.ts';
import { Lines } from '../../src/scenario/line-splitter.ts';
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
