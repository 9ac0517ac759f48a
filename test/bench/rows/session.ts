import { egnyte } from '../../../machines/egnyte/system.ts';
import { Session } from '../../../src/session/session.ts';
import { middle } from '../compete.ts';
import { fleet } from '../fleet.ts';
import { atMost, type Row, rounded, type Scale } from '../row.ts';

const TURNS: Record<Scale, number> = { full: 10_000, quick: 2000, tiny: 50 };

/** The most milliseconds for an undo. */
const MOST = 1;

export default {
  title: 'A session',
  says:
    'A session with five agents and twenty jobs, in which scans are started and stopped again and again. Then ' +
    'every turn is undone, one by one, and each undo is timed; at the end the session is empty.',
  run(scale) {
    const session = new Session(egnyte);
    for (const line of fleet) session.send(line);
    for (let turn = 0; turn < TURNS[scale]; turn += 1) {
      const job = 2 + ((turn >> 1) % 19);
      const { outcome } = session.send(`job:${job} scan.${turn % 2 === 0 ? 'start' : 'stop'}`);
      if (outcome !== 'accepted') throw new Error(`turn ${turn} was ${outcome}`);
    }
    const times: number[] = [];
    for (let began = performance.now(); session.undo(); began = performance.now()) {
      times.push(performance.now() - began);
    }
    if (session.view('job:20').phases.CREATE_MIGRATION !== null) throw new Error('what was undone is still there');
    const sorted = times.toSorted((one, other) => one - other);
    const most = sorted[Math.floor(sorted.length * 0.99)];
    return {
      columns: ['undo', 'ms'],
      lines: [
        ['in the middle', rounded(middle(times))],
        ['99 of 100 within', rounded(most ?? Number.NaN)],
        ['the longest', rounded(sorted.at(-1) ?? Number.NaN)],
      ],
      bars: [atMost(`an undo, 99 of 100, after ${sorted.length.toLocaleString('en-US')} turns`, MOST, most, ' ms')],
      notes: [],
    };
  },
} satisfies Row;
