// The pages of docs/examples/live-pages, in Chromium: as they are, and with a gate that forgets a fact.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dovecot } from '../../machines/dovecot/index.ts';
import { writeGates } from '../../src/build/gates.ts';
import { type Cover, coverOf } from '../../src/gating/cover.ts';
import { checkPage } from '../../src/page/index.ts';
import { ScenarioReader } from '../../src/scenario/index.ts';
import { bundledExample, typeErrorsOf } from '../gate/bundled-example.ts';
import { lacking } from './browser.ts';
import { type Server, serve } from './serving.ts';

const SLOW = { timeout: 240_000 };
const root = join(import.meta.dirname, '../..');
const example = join(root, 'docs/examples/live-pages');
const GATE = 'migration-lifecycles/gate/dovecot/account';
const title = lacking === undefined ? 'a live page' : `a live page (skipped: ${lacking})`;

describe.skipIf(lacking !== undefined)(title, () => {
  const reader = new ScenarioReader(dovecot);
  const read = (line: string) => reader.line(line);
  let folder: string;
  let server: Server;
  let cover: Cover;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'live-pages-'));
    writeGates(join(folder, 'gates'), join(root, 'src/gate/gate.ts'));
    const forgetful = join(folder, 'forgetful.js');
    writeFileSync(
      forgetful,
      `import { gate as right } from '${GATE}';
export const gate = (view) => right({ ...view, facts: { ...view.facts, managerSuspended: false } });`,
    );
    mkdirSync(join(folder, 'pages'));
    for (const page of ['react.tsx', 'vue.ts']) {
      for (const [name, instead] of [['right', {}] as const, ['forgetful', { [GATE]: forgetful }] as const]) {
        const { code } = await bundledExample(join(example, page), 'browser', join(folder, 'gates'), instead);
        const title = `${page.split('.')[0]}-${name}`;
        writeFileSync(join(folder, 'pages', `${title}.js`), code);
        const html = `<!doctype html><title>${title}</title><body><script type="module" src="${title}.js"></script>`;
        writeFileSync(join(folder, 'pages', `${title}.html`), html);
      }
    }
    server = await serve(join(folder, 'pages'));
    cover = coverOf(dovecot, 'account', { read });
  }, 240_000);

  afterAll(async () => {
    await server?.close();
    if (folder) rmSync(folder, { recursive: true });
  });

  const check = (page: string) =>
    checkPage({ system: dovecot, kind: 'account', url: `${server.url}/${page}.html`, read, cover });

  describe.each(['react', 'vue'])('made with %s', (framework) => {
    test('has no mismatch if its gate is right', SLOW, async () => {
      const { mismatches, page } = await check(`${framework}-right`);
      expect(mismatches).toEqual([]);
      expect(page.errors).toEqual([]);
      expect(page.shows).toBe(cover.sequence.length);
    });

    test('is found to offer, or to refuse with another code, what a suspended manager forbids', SLOW, async () => {
      const { mismatches } = await check(`${framework}-forgetful`);
      expect(new Set(mismatches.map(({ kind }) => kind))).toEqual(new Set(['offered', 'wrong-code']));
    });
  });

  test('is well typed', SLOW, async () => {
    expect(await typeErrorsOf(example, folder)).toBe('');
  });
});
