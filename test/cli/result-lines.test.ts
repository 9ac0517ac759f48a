import { expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import { Output } from '../../src/cli/io/output.ts';
import { resultLines } from '../../src/cli/text/result-lines.ts';
import { Simulator } from '../../src/engine/simulate.ts';
import type { Step } from '../../src/model/index.ts';

test('each result is one line of JSON, with special characters escaped', async () => {
  const said = ['a"b', 'ä\u2028', 'line\nfeed', 'constructor'].map(
    (type): Step => ({ kind: 'job', id: '1', type, params: {} }),
  );
  const steps = [
    ...said,
    { wait: 1.5 },
    { wait: 1e21 },
    { wait: 5, expect: [{ text: 'ignored', outcome: 'ignored' }] },
  ];
  const pieces: string[] = [];
  const sink = { on: () => sink, write: (piece: Uint8Array, done: () => void) => [pieces.push(String(piece)), done()] };
  const out = new Output(sink);
  const simulator = new Simulator(systems.egnyte);
  const report = resultLines(simulator);
  for (const step of steps as Step[]) report.step(step, simulator.take(step), { line: 1, opening: false }, out);
  await out.flush();
  const lines = pieces.join('').split('\n');
  expect(lines.pop()).toBe('');
  const again = new Simulator(systems.egnyte);
  expect(lines.map((line) => JSON.parse(line))).toEqual(steps.map((step) => again.run(step as Step)));
  expect(lines.map((line) => JSON.parse(line).type)).toEqual([
    ...said.map((step) => (step as { type: string }).type),
    'wait',
    'wait',
    'wait',
  ]);
});
