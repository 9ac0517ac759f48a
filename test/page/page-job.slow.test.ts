// The example page of a job: its right variant and its twelve faults, in Chromium.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { egnyte } from '../../machines/egnyte/index.ts';
import { savingIn } from '../../src/cli/io/save.ts';
import { type Cover, coverOf } from '../../src/gating/cover.ts';
import { checkPage, type PageCheck } from '../../src/page/index.ts';
import { ScenarioReader } from '../../src/scenario/index.ts';
import { lacking } from './browser.ts';
import { type Server, serve } from './serving.ts';
import { example, faults, groupsOf, metIn } from './variants.ts';

const SLOW = { timeout: 600_000 };
const reader = new ScenarioReader(egnyte);
const read = (line: string) => reader.line(line);

const title = lacking === undefined ? 'the example page' : `the example page (skipped: ${lacking})`;

describe.skipIf(lacking !== undefined)(title, () => {
  let server: Server;
  let folder: string;
  let whole: Cover;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gating-page-'));
    whole = coverOf(egnyte, 'job', { read });
    server = await serve(example);
  }, 600_000);

  afterAll(async () => {
    await server?.close();
    if (folder) rmSync(folder, { recursive: true });
  });

  const ofJob = (variant: string, more: Partial<PageCheck> = {}) =>
    checkPage({
      system: egnyte,
      kind: 'job',
      url: `${server.url}/?variant=${variant}`,
      read,
      cover: whole,
      // The page draws at once, so a mismatch persists. A busy machine may be slow to read it.
      settle: 0,
      limit: 20_000,
      ...more,
    });
  test('whose gating is right has no mismatch', SLOW, async () => {
    const { mismatches, page } = await ofJob('right');
    expect(mismatches).toEqual([]);
    expect(page).toMatchObject({ representatives: whole.representatives.length, errors: [] });
  });

  /** One situation for each expected mismatch, and every twentieth of the others. */
  async function coverFor(name: string): Promise<Cover> {
    const telling = new Set((await metIn(whole, name)).map(({ representative }) => representative));
    const sequence = whole.sequence.filter(
      (index, at) => at % 20 === 0 || telling.has(whole.representatives[index] as Cover['representatives'][number]),
    );
    return { ...whole, sequence };
  }

  test('gives a picture of each kind of mismatch', SLOW, async () => {
    const screenshots = join(folder, 'pictures');
    const { page } = await ofJob('forgets-stopping', {
      screenshots: savingIn(screenshots),
      cover: await coverFor('forgets-stopping'),
    });
    expect(page.screenshots).toHaveLength(8);
    expect(readdirSync(screenshots)).toContain('offered-scan.stop-663.png');
  });

  test.each(faults)('with the fault $name has exactly the expected mismatches', SLOW, async (fault) => {
    const { mismatches } = await ofJob(fault.name, { cover: await coverFor(fault.name) });
    expect(groupsOf(mismatches)).toEqual([...fault.brings].sort());
  });
});
