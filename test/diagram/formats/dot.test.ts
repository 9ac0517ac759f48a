import { instance } from '@viz-js/viz';
import { beforeAll, expect, test } from 'vitest';
import { dot } from '../../../src/diagram/export/dot.ts';
import { hostileSketch, phases, wholes } from './sketches.ts';

let viz: Awaited<ReturnType<typeof instance>>;
beforeAll(async () => {
  viz = await instance();
});

/** What Graphviz's own JSON has of each node and cluster. */
interface Read {
  readonly objects: readonly { readonly name: string; readonly label: string; readonly nodes?: unknown }[];
  readonly edges?: readonly { readonly label?: string }[];
}

test.each([...wholes, ...phases])('Graphviz sees the states and arrows of $name', ({ sketch, states, arrows }) => {
  const text = dot(sketch);
  const { objects, edges = [] } = viz.renderJSON(text, { engine: 'nop2' }) as unknown as Read;
  const nodes = objects.filter(({ nodes }) => nodes === undefined);
  expect(nodes.length).toBe(states + sketch.regions.length);
  expect(edges.length).toBe(arrows + sketch.regions.length);
  expect(dot(sketch)).toBe(text);
});

test('Graphviz draws hostile labels as they are', () => {
  const svg = viz.renderString(dot(hostileSketch), { format: 'svg' });
  for (const said of ['&quot;quoted&quot;', '&lt;b&gt;tag&lt;/b&gt;', 'back\\slash', '&amp;amp;', 'Grüße 状態 🚚']) {
    expect(svg.replaceAll(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))).toContain(said);
  }
});
