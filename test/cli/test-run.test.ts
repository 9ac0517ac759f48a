import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { call, folder, json, lines } from './program.ts';

/** A folder of scenarios: one meets its expectations, one misses some, one is malformed. Other files are ignored. */
function scenarios(): string {
  const path = folder();
  writeFileSync(join(path, 'a-met.txt'), 'given ready\njob copy.start => accepted\n');
  writeFileSync(join(path, 'b-bad.txt'), 'job x\njbo x\nwait ever\n');
  writeFileSync(join(path, 'c-missed.ndjson'), '{"to":"job","type":"copy.start","expect":["accepted","650"]}\n');
  writeFileSync(join(path, 'notes.md'), 'no scenario');
  mkdirSync(join(path, 'within'));
  writeFileSync(join(path, 'within', 'd.txt'), 'jbo x\n');
  return path;
}

describe('a folder is a test run', () => {
  it('prints a line for each file, sorted by name, then the total', async () => {
    const path = scenarios();
    const { status, stdout, stderr } = await call(['simulate', path]);
    const said = lines(stdout.replaceAll(`${path}/`, ''));
    expect(said.map((line) => line.replace(/ {2,}/g, '  '))).toEqual([
      'ok  a-met.txt  7 steps, 1 expected',
      'refused  b-bad.txt',
      'missed  c-missed.ndjson  1 step, 2 expected, 2 missed',
      expect.stringMatching(/^ {2}c-missed\.ndjson:1: job:1 copy\.start: rejected 2017 .+; expected accepted; 650$/),
      '',
      '3 files: 1 ok, 1 missed, 1 refused; 8 steps; expectations: 1 met, 2 missed',
    ]);
    expect(lines(stderr.replaceAll(`${path}/`, ''))).toEqual([
      expect.stringMatching(/^b-bad\.txt:2:1: unknown entity "jbo"; .+ \(did you mean job\?\)$/),
      expect.stringMatching(/^b-bad\.txt:3:6: the duration "ever"; /),
    ]);
    expect(status).toBe(2);
  });

  it('names the file in each object of --json', async () => {
    const path = scenarios();
    const { stdout } = await call(['simulate', path, '--json']);
    expect(json(stdout).map(({ file, step }) => [String(file).slice(path.length + 1), step])).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7].map((step) => ['a-met.txt', step]),
      ['c-missed.ndjson', 1],
    ]);
  });

  it('exits with the highest status', async () => {
    const path = scenarios();
    const of = (...names: string[]) => call(['simulate', ...names.map((name) => join(path, name))]);
    expect((await of('a-met.txt', 'a-met.txt')).status).toBe(0);
    expect((await of('c-missed.ndjson', 'a-met.txt')).status).toBe(1);
    expect((await of('none.txt', 'a-met.txt')).status).toBe(2);
  });

  it('runs each file in its own world', async () => {
    const path = folder();
    for (const name of ['a.txt', 'b.txt']) writeFileSync(join(path, name), 'given ready\njob scan.start => accepted\n');
    expect((await call(['simulate', path])).status).toBe(0);
  });

  it('writes a JUnit report', async () => {
    const path = scenarios();
    const out = join(folder(), 'report.xml');
    await call(['simulate', path, '--junit', out]);
    const xml = readFileSync(out, 'utf8').replaceAll(`${path}/`, '');
    expect(xml).toContain('<testsuites name="lifecycle simulate: egnyte" tests="3" failures="1" errors="1" time="');
    expect(xml).toContain('<testcase name="a-met.txt" classname="lifecycle.simulate.egnyte" file="a-met.txt"/>');
    expect(xml).toContain('<error message="b-bad.txt:2:1: unknown entity &quot;jbo&quot;;');
    expect(xml).toContain('<failure message="2 of 2 expectations missed" type="missed">c-missed.ndjson:1: ');
  });
});

describe('malformed lines of a file', () => {
  it('are reported, up to 20, then the number of the others; no step runs', async () => {
    const path = join(folder(), 'bad.txt');
    writeFileSync(path, `job x\n${'jbo x\n'.repeat(22)}`);
    const { status, stdout, stderr } = await call(['simulate', path]);
    const said = lines(stderr);
    expect(said).toHaveLength(21);
    expect(said[19]).toMatch(/bad\.txt:21:1: unknown entity "jbo"/);
    expect(said[20]).toMatch(/bad\.txt: 2 more malformed lines$/);
    expect([status, stdout]).toEqual([2, '']);
  });

  it('end at bytes that are no text', async () => {
    const path = join(folder(), 'bad.txt');
    writeFileSync(path, Buffer.from([...Buffer.from('jbo x\n'), 0xff, 10, ...Buffer.from('jbo x\n')]));
    const { stderr } = await call(['simulate', path]);
    expect(lines(stderr).map((line) => line.slice(path.length))).toEqual([
      expect.stringMatching(/^:1:1: unknown entity/),
      expect.stringMatching(/^:2:1: bytes that are not UTF-8/),
    ]);
  });
});

it('line numbers are right for repeated lines', async () => {
  const path = join(folder(), 'long.ndjson');
  const count = 5000;
  writeFileSync(path, '{"to":"job:1","type":"scan.start"}\n\n{"wait":"1s"}\n'.repeat(count));
  const { stdout } = await call(['simulate', path, '--json']);
  const numbers = json(stdout).map(({ line }) => line);
  expect(numbers).toEqual(Array.from({ length: 2 * count }, (_, index) => index + 1));
  const text = join(folder(), 'long.txt');
  writeFileSync(text, 'job scan.start\n\nwait 1s\n'.repeat(count));
  const placed = json((await call(['simulate', text, '--json'])).stdout).map(({ line }) => line);
  expect(placed.slice(-2)).toEqual([3 * count - 2, 3 * count]);
});
