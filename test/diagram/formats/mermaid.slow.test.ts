import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beyondGithub, mermaid } from '../../../src/diagram/export/mermaid.ts';
import { hostileSketch, phases, wholes } from './sketches.ts';

const browserAt = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const because = browserAt ? '' : ' (skipped: there is no Chromium)';
const script = fileURLToPath(new URL('../../../node_modules/mermaid/dist/mermaid.min.js', import.meta.url));
const FLAGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

const all = [...wholes, ...phases];

test('the text is the same each time, and says what it is', () => {
  for (const { sketch } of all) {
    expect(mermaid(sketch)).toBe(mermaid(sketch));
    expect(mermaid(sketch)).toMatch(/^stateDiagram-v2\n/);
  }
});

test("every phase is within GitHub's limits", () => {
  expect(phases.length).toBeGreaterThan(20);
  expect(phases.filter(({ sketch }) => beyondGithub(mermaid(sketch)) !== undefined).map(({ name }) => name)).toEqual(
    [],
  );
});

test.each([
  ['characters', ' '.repeat(50_001), /has 50001 characters/],
  ['edges', '  a --> b\n'.repeat(501), /has 501 edges/],
])('a text of too many %s does not', (_, text, fault) => {
  expect(beyondGithub(text)).toMatch(fault);
  expect(beyondGithub(text.slice(10))).toBeUndefined();
});

/** Run in the page: what Mermaid has understood, and the picture that it made of it. */
const RENDER = `async (text) => {
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
  const { nodes, edges } = diagram.db.getData();
  const { svg } = await mermaid.render('drawn', text);
  const parsed = new DOMParser().parseFromString(svg, 'text/html');
  const shown = (selector) => [...parsed.querySelectorAll(selector)].map((element) => element.textContent.trim());
  return {
    states: nodes.filter(({ isGroup, shape }) => !isGroup && !/start|end|note/i.test(shape)).length,
    groups: nodes.filter(({ isGroup }) => isGroup).length,
    begun: nodes.filter(({ shape }) => /start/i.test(shape)).length,
    edges: edges.length,
    labels: shown('.nodeLabel, .edgeLabel'),
    length: svg.length,
  };
}`;

interface Rendered {
  readonly states: number;
  readonly groups: number;
  readonly begun: number;
  readonly edges: number;
  readonly labels: readonly string[];
  readonly length: number;
}

describe.skipIf(!browserAt)(`Mermaid in Chromium${because}`, () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: browserAt as string, args: FLAGS.split(' ') });
    page = await browser.newPage();
    await page.setContent('<!doctype html><body></body>');
    await page.addScriptTag({ path: script });
    await page.evaluate(
      "mermaid.initialize({ startOnLoad: false, maxTextSize: 1e6, maxEdges: 5000, securityLevel: 'strict' })",
    );
  }, 60_000);
  afterAll(() => browser?.close());

  const render = (text: string): Promise<Rendered> => page.evaluate(`(${RENDER})(${JSON.stringify(text)})`);

  test.each(all)(
    'draws the states and arrows of $name',
    { timeout: 120_000 },
    async ({ sketch, states, arrows, ends, notes }) => {
      const rendered = await render(mermaid(sketch));
      expect(rendered.states).toBe(states);
      expect(rendered.begun).toBe(sketch.regions.length);
      // A note hangs on an edge of its own.
      expect(rendered.edges).toBe(arrows + ends + notes + sketch.regions.length);
      expect(rendered.length).toBeGreaterThan(1000);
    },
  );

  test('draws hostile labels as they are', { timeout: 120_000 }, async () => {
    const { labels } = await render(mermaid(hostileSketch));
    const bare = (text: string): string => text.replaceAll(/\s/g, '');
    const shown = new Set(labels.map(bare));
    const titles = hostileSketch.regions
      .flatMap(({ states }) => states)
      .map(({ title, code }) => bare(`${title}${code ?? ''}`));
    const events = hostileSketch.regions.flatMap(({ transitions }) => transitions).map(({ label }) => bare(label));
    expect(events.filter((event) => ![...shown].some((label) => label.includes(event)))).toEqual([]);
    expect(titles.filter((title) => !shown.has(title))).toEqual([]);
  });
});
