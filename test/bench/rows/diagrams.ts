import { readFileSync } from 'node:fs';
import { diagram } from '../../../src/index.ts';
import { commandLine } from '../command-line.ts';
import { middle } from '../compete.ts';
import { node, scratch } from '../programs.ts';
import { atMost, type Row, rounded } from '../row.ts';

/** Seconds for the largest chart: with the start of the command, and in a warm process. */
const COLD = 2;
const WARM = 0.5;

export default {
  title: 'Diagrams',
  says:
    'The whole job as SVG, which is the largest chart of all, and one phase of it: by `lifecycle diagram` from ' +
    'start to end, and by `diagram()` in a program that has drawn before. Both give the same bytes.',
  async run(scale) {
    const rounds = scale === 'full' ? 7 : scale === 'quick' ? 3 : 1;
    const main = await commandLine();
    const lines: string[][] = [];
    const job = { cold: Number.NaN, warm: Number.NaN };
    for (const entity of scale === 'tiny' ? ['job.SCAN'] : ['job', 'job.SCAN']) {
      const file = scratch(`${entity}.svg`);
      const svg = await diagram('egnyte', entity);
      const colds: number[] = [];
      const warms: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        colds.push((await node([main, 'diagram', entity, '-o', file])).seconds);
        const began = performance.now();
        await diagram('egnyte', entity);
        warms.push((performance.now() - began) / 1000);
      }
      if (readFileSync(file, 'utf8').trimEnd() !== svg.trimEnd()) throw new Error(`two pictures of ${entity}`);
      const [cold, warm] = [middle(colds), middle(warms)];
      if (entity === 'job') Object.assign(job, { cold, warm });
      lines.push([entity, rounded(cold), rounded(warm), rounded(svg.length / 1024)]);
    }
    const known = Number.isNaN(job.cold) ? undefined : job;
    return {
      columns: ['', 's from a cold start', 's warm', 'KiB'],
      lines,
      bars: [
        atMost('the largest chart, from a cold start', COLD, known?.cold, ' s'),
        atMost('the largest chart, warm', WARM, known?.warm, ' s'),
      ],
      notes: known ? [] : ['The whole job was left out.'],
    };
  },
} satisfies Row;
