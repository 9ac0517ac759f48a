import { FROM_ANY, type Sketch, type SketchRegion } from '../sketch.ts';
import { ANY_STATE, captionOf, edgesOf, leadsFromAny } from './edges.ts';

/** A text in quotes. Graphviz reads a backslash as the beginning of an escape. */
const quoted = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll(/\r?\n/g, '\\n').replaceAll('\t', ' ').replaceAll('&', '&amp;')}"`;
const lines = (said: readonly string[]): string => quoted(said.join('\n'));

/** A sketch in DOT, the language of Graphviz: a cluster for each region. */
export function dot(sketch: Sketch): string {
  return [
    `digraph ${quoted(sketch.id)} {`,
    `  label=${quoted(sketch.title)}`,
    '  labelloc=t',
    '  rankdir=TB',
    '  fontname="Helvetica,Arial,sans-serif"',
    '  node [shape=box style=rounded fontname="Helvetica,Arial,sans-serif"]',
    '  edge [fontname="Helvetica,Arial,sans-serif" fontsize=10]',
    ...sketch.regions.flatMap(cluster),
    '}',
    '',
  ].join('\n');
}

function cluster(region: SketchRegion): string[] {
  const idOf = (state: string): string => quoted(`${region.id}.${state}`);
  const begin = quoted(`${region.id} begins`);
  const any = quoted(`${region.id} in ${ANY_STATE}`);
  return [
    `  subgraph ${quoted(`cluster ${region.id}`)} {`,
    `    label=${quoted(region.title)}`,
    `    style=${region.phase ? 'solid' : 'dashed'}`,
    `    ${begin} [shape=point label=""]`,
    ...region.states.map((state) => {
      return `    ${idOf(state.id)} [label=${lines(captionOf(state))}${state.end ? ' peripheries=2' : ''}]`;
    }),
    ...(leadsFromAny(region) ? [`    ${any} [label=${quoted(ANY_STATE)} style="rounded,dashed"]`] : []),
    `    ${begin} -> ${idOf(region.initial)}`,
    ...edgesOf(region).map(
      ({ from, to, lines: said }) =>
        `    ${from === FROM_ANY ? any : idOf(from)} -> ${idOf(to)} [label=${lines(said)}]`,
    ),
    '  }',
  ];
}
