import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { end, file, folder, json, lifecycle, lines, start } from './program.ts';

describe.concurrent('standard input', () => {
  it.each([[['simulate', '--json']], [['simulate', '-', '--json']], [['simulate', '/dev/stdin', '--json']]])(
    'is read by %j',
    async (args) => {
      const { status, stdout, stderr } = await lifecycle(args, 'given ready\njob scan.start');
      expect(json(stdout)).toHaveLength(7);
      expect([status, stderr]).toEqual([0, '']);
    },
  );

  it('may be empty', async () => {
    expect(await lifecycle(['simulate', '--json'])).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('is answered as it comes', async () => {
    const child = start(['simulate', '--json']);
    const ended = end(child);
    child.stdin.write('agent register version=3.20.0\njob create\njob cre');
    const [first] = (await once(child.stdout, 'data')) as [Buffer];
    expect(json(String(first))).toMatchObject([{ type: 'register' }, { type: 'create' }]);
    child.stdin.write('ate.started\n');
    const [second] = (await once(child.stdout, 'data')) as [Buffer];
    expect(json(String(second))).toMatchObject([{ step: 3, type: 'create.started' }]);
    child.stdin.end();
    expect(await ended).toBe(0);
  });

  it('is answered as it comes, as text too', async () => {
    const child = start(['simulate']);
    const ended = end(child);
    child.stdin.write('job nonsense\n');
    const [first] = (await once(child.stdout, 'data')) as [Buffer];
    expect(String(first)).toMatch(
      /^ {2}1 {2}0s .*rejected 620 ERR_INVALID_OPCODE\n +no event of a job is called nonsense \(S\)\n$/,
    );
    child.stdin.end();
    expect(await ended).toBe(0);
  });

  it('ends at the first malformed line, with the results before it, even if the writer goes on', async () => {
    const child = start(['simulate', '--json']);
    const ended = end(child);
    child.stdin.on('error', () => {});
    child.stdin.write('agent register version=3.20.0\njob create\nnonsense\njob create.started\n');
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
    expect(json(stdout)).toMatchObject([{ type: 'register' }, { type: 'create' }]);
    expect(stderr).toMatch(/^-:3:1: .+\n$/);
    expect(await ended).toBe(2);
  });

  it('may end within a line of NDJSON', async () => {
    const { status, stdout, stderr } = await lifecycle(['simulate', '--json'], '{"wait":"5m"}\n{"to":"job:1","ty');
    expect(lines(stdout)).toEqual([
      '{"step":1,"at":0,"type":"wait","outcome":"applied","changes":[],"line":1,"wait":"300s"}',
    ]);
    expect([status, lines(stderr).length]).toEqual([2, 1]);
  });

  it('goes on after a missed expectation', async () => {
    const { status, stdout } = await lifecycle(['simulate', '--json'], 'job a => accepted\njob b => 620\n');
    expect(json(stdout)).toMatchObject([{ missed: ['accepted'] }, { step: 2 }]);
    expect(status).toBe(1);
  });
});

describe.concurrent('a pipe by name', () => {
  it('is answered as it comes, and read no further than a malformed line', async () => {
    const path = join(folder(), 'pipe');
    execFileSync('mkfifo', [path]);
    const child = start(['simulate', path, '--json']);
    const [ended, said] = [end(child), text(child.stderr)];
    const writer = createWriteStream(path);
    writer.on('error', () => {});
    writer.write('wait 5m\n');
    const [first] = (await once(child.stdout, 'data')) as [Buffer];
    expect(json(String(first))).toMatchObject([{ type: 'wait' }]);
    writer.write('wait ever\n');
    expect([await ended, await said]).toEqual([2, expect.stringMatching(/pipe:2:6: .+\n$/)]);
    writer.destroy();
  });
});

describe.concurrent('the reader of the results', () => {
  it('may leave early', async () => {
    const child = start(['simulate', '--json', file('job nonsense\n'.repeat(50_000))]);
    const [ended, said] = [end(child), text(child.stderr)];
    await once(child.stdout, 'data');
    child.stdout.destroy();
    expect([await ended, await said]).toEqual([0, '']);
  });

  it('may have left from the start', async () => {
    const child = start(['codes', '--json']);
    const [ended, said] = [end(child), text(child.stderr)];
    child.stdout.destroy();
    expect([await ended, await said]).toEqual([0, '']);
  });
});
