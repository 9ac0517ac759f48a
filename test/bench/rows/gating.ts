import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { systems } from '../../../machines/index.ts';
import { gateModule } from '../../../src/build/gates.ts';
import { gateTable } from '../../../src/gating/gate-table.ts';
import { gate, view, worldAfter } from '../../../src/index.ts';
import { bundled } from '../../gate/bundled.ts';
import { commandLine } from '../command-line.ts';
import { middle } from '../compete.ts';
import { node } from '../programs.ts';
import { atMost, type Row, rounded } from '../row.ts';

const root = join(import.meta.dirname, '../../..');
const right = join(root, 'docs/examples/gating-ui/variants/right.js');

/** KiB that the gate of a job may take, compressed. */
const MOST = 6;

export default {
  title: 'Gating',
  says:
    'A gating written by hand, checked in every situation of a job by `lifecycle gate check`, from start to ' +
    'end; what the gate of a job adds to a page, bundled, minified and compressed by gzip; and how often ' +
    '`gate()` answers all commands of a view.',
  async run(scale) {
    const rounds = scale === 'full' ? 5 : 1;
    const main = await commandLine();
    const checks: number[] = [];
    // The space of a job takes long. If times mean nothing, the verb is only started.
    const args = [main, 'gate', 'check', scale === 'tiny' ? '--help' : right];
    for (let round = 0; round < rounds; round += 1) checks.push((await node(args)).seconds);
    const module = gateModule(gateTable(systems.egnyte, 'job').table, join(root, 'src/gate/gate.ts'));
    const { code } = await bundled(`export { gate } from 'job';`, { job: module });
    const size = gzipSync(code).length / 1024;
    const seen = view(worldAfter([{ given: 'ready' }, { to: 'job', type: 'scan.start' }]), 'job');
    const answers = scale === 'tiny' ? 10 : 20_000;
    gate('egnyte', seen);
    const began = performance.now();
    for (let each = 0; each < answers; each += 1) gate('egnyte', seen);
    const seconds = (performance.now() - began) / 1000;
    return {
      columns: ['', ''],
      lines: [
        ['`gate check`, every situation of a job', `${rounded(middle(checks))} s`],
        ['the gate of a job, compressed', `${rounded(size)} KiB`],
        ['views answered, all commands of each', `${rounded(Math.round(answers / seconds))} a second`],
      ],
      bars: [atMost('the gate of a job, compressed', MOST, size, ' KiB')],
      notes: [],
    };
  },
} satisfies Row;
