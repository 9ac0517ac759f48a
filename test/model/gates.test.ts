import { expect, it } from 'vitest';
import { numbered } from '../../src/model/gates.ts';

it('the gates of a command are numbered from 1', () => {
  const [first, second] = [
    { when: { A: 'X' }, code: 1, mark: 'I' },
    { when: { A: 'Y' }, code: 2, mark: 'S' },
  ] as const;
  expect(numbered({ start: [first, second], stop: [second] })).toEqual({
    start: [
      { ...first, gate: 'start 1' },
      { ...second, gate: 'start 2' },
    ],
    stop: [{ ...second, gate: 'stop 1' }],
  });
});
