import type { Choices } from '../choices.ts';
import type { Sketch, SketchRegion } from '../sketch.ts';
import { captionOf, colours, edgesOf, noteOf } from './edges.ts';

/** A quoted text. Graphviz reads a backslash as the start of an escape sequence. */
const quoted = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll(/\r?\n/g, '\\n').replaceAll('\t', ' ').replaceAll('&', '&amp;')}"`;
const lines = (said: readonly string[]): string => quoted(said.join('\n'));

/** A sketch in DOT, the language of Graphviz: a cluster for each region. */
export function dot(sketch: Sketch, { direction = 'down' }: Choices = {}): string {
  return [
    `digraph ${quoted(sketch.id)} {`,
    `  label=${quoted(sketch.title)}`,
    '  labelloc=t',
    `  rankdir=${direction === 'right' ? 'LR' : 'TB'}`,
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
  return [
    `  subgraph ${quoted(`cluster ${region.id}`)} {`,
    `    label=${quoted(region.id)}`,
    `    style=${region.phase ? 'solid' : 'dashed'}`,
    `    ${begin} [shape=point label=""]`,
    ...region.states.map((state) => {
      const note = noteOf(state);
      const more = `${state.end ? ' peripheries=2' : ''}${state.reached ? '' : ' style="rounded,dashed"'}`;
      return `    ${idOf(state.id)} [label=${lines([...captionOf(state), ...note])}${more}]`;
    }),
    `    ${begin} -> ${idOf(region.initial)}`,
    ...edgesOf(region).map(
      ({ from, to, lines: said, kind }) =>
        `    ${idOf(from)} -> ${idOf(to)} [label=${lines(said)} color=${quoted(colours[kind])} fontcolor=${quoted(colours[kind])}]`,
    ),
    '  }',
  ];
}
