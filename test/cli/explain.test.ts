import { describe, expect, it } from 'vitest';
import { call, file, json, lifecycle, lines } from './program.ts';

const KEYS = ['system', 'code', 'name', 'category', 'kind', 'meaning', 'mark', 'uses', 'scenario', 'proven'];

describe('explain --json', () => {
  it('has the keys of the contract, and after them how far the scenario is proven the shortest', async () => {
    const { status, stdout } = await call(['explain', '650', '--system', 'egnyte', '--json']);
    expect(json(stdout).map(Object.keys)).toEqual([KEYS]);
    expect(json(stdout)).toMatchObject([{ system: 'egnyte', code: 650, name: 'SCAN_INPROGRESS_ERR', mark: 'S' }]);
    expect(status).toBe(0);
  });

  it('says the same by name', async () => {
    const byCode = await call(['explain', '650', '--system', 'egnyte', '--json']);
    expect(await call(['explain', 'SCAN_INPROGRESS_ERR', '--system', 'egnyte', '--json'])).toEqual(byCode);
  });

  it('gives each row of a number that is used twice, and what is odd about it', async () => {
    const rows = json((await call(['explain', '500', '--system', 'egnyte', '--json'])).stdout);
    expect(rows).toMatchObject([{ name: 'Service' }, { name: 'ERR_POST_CONFIG_FILE_GET' }]);
    expect(rows.map(Object.keys)).toEqual(rows.map(() => KEYS.toSpliced(7, 0, 'oddity')));
  });

  it('has no scenario for a code that only informs', async () => {
    expect(json((await call(['explain', '13', '--system', 'egnyte', '--json'])).stdout)).toMatchObject([
      { scenario: null, proven: null },
    ]);
  });

  it('gives a scenario that shows the code', async () => {
    const [{ scenario } = {}] = json((await call(['explain', '671', '--system', 'egnyte', '--json'])).stdout);
    const { stdout } = await call(['simulate', file((scenario as string[]).join('\n')), '--json']);
    expect(json(stdout).at(-1)).toMatchObject({ outcome: 'rejected', error: { code: 671 } });
  });
});

describe('explain, for people', () => {
  it('tells what the code is, what gives it, and how to see it', async () => {
    const { stdout } = await call(['explain', '650', '--system', 'egnyte']);
    expect(stdout).toMatch(
      /^egnyte 650 SCAN_INPROGRESS_ERR\nState Validation Errors, state-rejection; S: stated in the vendor's table\n\n/,
    );
    expect(stdout).toMatch(
      /\n\nGiven by:\n {2}S {2}job {6}the scan is queued or running: scan\.start, sanitize\.start, /,
    );
    expect(stdout).toMatch(
      /\n {2}S {2}project {2}the simulated scan is RUNNING or PAUSED: simulateScan\.start, splitJobs\n/,
    );
    expect(stdout).toMatch(/\n\nShortest scenario:\ngiven ready\njob .*\njob .*\n$/);
  });

  it('says of a scenario that was found in the space of the entity only that it is the shortest there', async () => {
    expect((await call(['explain', '671', '--system', 'egnyte'])).stdout).toMatch(
      /\n\nShortest scenario in the space of the entity:\n(?:\S.*\n){5}$/,
    );
  });

  it('says that a scenario is not proven to be the shortest', { timeout: 120_000 }, async () => {
    expect((await call(['explain', '730', '--system', 'egnyte'])).stdout).toMatch(
      /\n\nShort scenario \(not proven to be the shortest\):\n(?:\S.*\n){6}$/,
    );
  });

  it('tells where a status shows', async () => {
    expect((await call(['explain', '934', '--system', 'egnyte'])).stdout).toMatch(
      /\n {2}S {2}job {2}SCAN is STOPPED\n/,
    );
  });

  it('tells what is odd', async () => {
    expect((await call(['explain', '500', '--system', 'egnyte'])).stdout).toMatch(/\n\nOdd: .+\n\n/);
  });

  it('tells why there is no scenario', async () => {
    const { stdout } = await call(['explain', '13', '--system', 'egnyte']);
    expect(stdout).toMatch(/\nNo scenario: the code only informs, and nothing in the lifecycle gives it\.\n$/);
  });

  it('parts two explanations by a blank line', async () => {
    const { stdout } = await call(['explain', '500', '--system', 'egnyte']);
    expect(stdout).toMatch(/\S\n\negnyte 500 ERR_POST_CONFIG_FILE_GET\n/);
  });

  it('breaks long sentences', async () => {
    const { stdout } = await call(['explain', '650', '--system', 'egnyte'], { columns: 60 });
    expect(Math.max(...lines(stdout).map(({ length }) => length))).toBeLessThanOrEqual(74);
  });

  it('comes out of the real program', async () => {
    const { status, stdout, stderr } = await lifecycle(['explain', '650']);
    expect(stdout).toMatch(/^egnyte 650 /);
    expect([status, stderr]).toEqual([0, '']);
  });
});
