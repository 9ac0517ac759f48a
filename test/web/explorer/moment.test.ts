import { expect, test } from 'vitest';
import type { ExploredState, ExploredWay, ExplorerData } from '../../../src/diagram/explorer/model.ts';
import { momentOf } from '../../../src/web/explorer/moment.ts';

const state = (refusals: ExploredState['refusals'] = []): ExploredState => ({ title: '', notes: [], refusals });

/** A scan is refused while one runs (gate 0), and sometimes while a copy runs (gate 1). The agent never moves. */
const data: ExplorerData = {
  kinds: {},
  notes: [],
  states: {
    'SCAN.null': state(),
    'SCAN.RUNNING': state([[0, ['scan.start'], []]]),
    'COPY.null': state(),
    'AGENT.null': state([[0, [], ['scan.start']]]),
    'COPY.RUNNING': state([[1, [], ['scan.start']]]),
  },
  gates: [
    { code: 650, name: 'SCAN_RUNS', reason: 'the scan runs', mark: 'S' },
    { code: 670, name: 'COPY_RUNS', reason: 'the copy runs', mark: 'S' },
  ],
};

const moved = (region: string, to: string, event: string) => ({ region, from: 'null', to, event });
const refused = (code: number) => ({ code, name: '', reason: `for ${code}` });

const way: ExploredWay = {
  entity: 'job:1',
  // No region `step` is drawn.
  start: { AGENT: 'null', SCAN: 'null', COPY: 'null', step: 'none' },
  steps: [
    { step: 1, text: 'job scan.start', event: 'scan.start', moves: [moved('SCAN', 'RUNNING', 'scan.start')] },
    { step: 2, text: 'job scan.start', event: 'scan.start', moves: [], refused: refused(650) },
    { step: 3, text: 'job copy.start', event: 'copy.start', moves: [moved('COPY', 'RUNNING', 'copy.start')] },
    { step: 4, text: 'job scan.start', event: 'scan.start', moves: [], refused: refused(670) },
    { step: 5, text: 'job scan.start', event: 'scan.start', moves: [], refused: refused(505) },
    { step: 6, text: 'wait 5m', event: 'wait', moves: [] },
  ],
};

const after = (count: number) => {
  const { here, refusing, said } = momentOf(data, way, count);
  return { here: [...here], refusing, said };
};

test('before the first step every drawn region is in its initial state', () => {
  expect(after(0)).toEqual({
    here: ['AGENT.null', 'SCAN.null', 'COPY.null'],
    refusing: undefined,
    said: 'Before the first of 6 steps.',
  });
});

test('a step moves its region', () => {
  expect(after(1)).toEqual({
    here: ['AGENT.null', 'SCAN.RUNNING', 'COPY.null'],
    refusing: undefined,
    said: '1 job scan.start: SCAN RUNNING',
  });
});

test('the cause of a refusal is the state with the code for the command, first in regions that move', () => {
  expect(after(2).refusing).toBe('SCAN.RUNNING');
  expect(after(2).said).toBe('2 job scan.start: refused with 650; for 650');
});

test('a state that has the code only in some situations can be the cause, too', () => {
  expect(after(4).refusing).toBe('COPY.RUNNING');
});

test('a refusal that no drawn state causes is said to be so', () => {
  expect(after(5).refusing).toBeUndefined();
  expect(after(5).said).toBe('5 job scan.start: refused with 505, for what no status here decides; for 505');
});

test('a step that changes nothing is said to change nothing', () => {
  expect(after(6)).toEqual({
    here: ['AGENT.null', 'SCAN.RUNNING', 'COPY.RUNNING'],
    refusing: undefined,
    said: '6 wait 5m: nothing changes here',
  });
});

test('going back undoes what the steps did', () => {
  expect(after(2).here).toEqual(['AGENT.null', 'SCAN.RUNNING', 'COPY.null']);
});
