import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { call, end, file, json, lifecycle, start } from './program.ts';

const STEPS = 300_000;
const SMALL_HEAP = { node: ['--max-old-space-size=32', '--max-semi-space-size=2'] };
const cycle = [
  { to: 'job:1', type: 'scan.start' },
  { to: 'job:1', type: 'copy.start', expect: ['650'] },
  { to: 'agent:1', type: 'disconnect' },
  { wait: '5m' },
  { to: 'agent:1', type: 'register', version: '3.20.0' },
  { to: 'job:1', type: 'scan.stop', expect: ['accepted'] },
];
const opening = '{"given":"ready"}\n';
const round = cycle.map((step) => `${JSON.stringify(step)}\n`).join('');
const rounds = (STEPS - 6) / cycle.length;

describe.concurrent('a long scenario needs no more memory than a short one', () => {
  it('from a file', async () => {
    const child = start(['simulate', '--json', file(opening + round.repeat(rounds))], SMALL_HEAP);
    expect(await count(child.stdout)).toBe(STEPS);
    expect(child.exitCode ?? (await end(child))).toBe(0);
  });

  it('from standard input, to a slow reader', async () => {
    const child = start(['simulate', '--json'], SMALL_HEAP);
    const ended = end(child);
    child.stdin.on('error', () => {});
    child.stdin.end(opening + round.repeat(rounds));
    await once(child.stdout, 'readable');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await count(child.stdout)).toBe(STEPS);
    expect(await ended).toBe(0);
  });
});

describe('a line of ten megabytes', () => {
  const long = 'x'.repeat(10_000_000);

  it('is a step', async () => {
    const { status, stdout } = await call([
      'simulate',
      file(`agent register version=3.20.0\njob create destination=/${long}\n`),
      '--json',
    ]);
    expect(json(stdout).at(-1)).toMatchObject({ step: 2, outcome: 'accepted' });
    expect(status).toBe(0);
  });

  it('is truncated in the output', async () => {
    const { stdout } = await call(['simulate', file(`job ${long}\n`)]);
    expect(stdout.length).toBeLessThan(1000);
  });

  it('is truncated in a message', async () => {
    const { status, stderr } = await call(['simulate', file(`${long} scan.start\n`)]);
    expect(stderr.length).toBeLessThan(500);
    expect(status).toBe(2);
  });

  it('is read from standard input', async () => {
    const { stdout } = await lifecycle(['simulate', '--json'], `{"to":"job","type":"${long}"}`);
    expect(json(stdout)).toMatchObject([{ type: long, outcome: 'rejected' }]);
  });
});

async function count(output: AsyncIterable<Buffer>): Promise<number> {
  let found = 0;
  for await (const chunk of output) for (const byte of chunk) if (byte === 10) found += 1;
  return found;
}
