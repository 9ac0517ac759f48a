import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import { layered, layOutGraph } from './elk.ts';
import { textStyles } from './looks.ts';
import type { Edge, EdgeLook, Label, Point, Scene, SceneData, TextLook } from './scene.ts';
import type { Stamp } from './state.ts';
import { widthOf } from './text.ts';

/** Boxes and the links between them, before the layout. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly links: readonly GraphLink[];
}

export interface GraphNode {
  readonly id: string;
  readonly stamp: Stamp;
  /** Placed above all others. */
  readonly first?: true;
}

export interface GraphLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly look: EdgeLook;
  readonly lines: readonly { readonly text: string; readonly look: TextLook }[];
  /** The note at which it may end instead of its target. */
  readonly instead?: { readonly id: string; readonly text: string };
  readonly tip?: string;
  readonly data?: SceneData;
}

export type Part = Pick<Scene, 'boxes' | 'edges' | 'labels' | 'width' | 'height'>;

const LINE = 14;

/** Lays out the boxes, edges and labels of a graph. */
export async function placed(
  { nodes, links }: Graph,
  parent: string | null,
  options: { readonly [option: string]: string },
): Promise<Part> {
  const graph: ElkNode = {
    id: 'graph',
    layoutOptions: { ...layered, ...options },
    children: nodes.map(({ id, stamp: { width, height }, first }) => ({
      id,
      width,
      height,
      ...(first ? { layoutOptions: { 'elk.layered.layering.layerConstraint': 'FIRST' } } : {}),
    })),
    edges: links.map(({ id, from, to, lines }) => ({
      id,
      sources: [from],
      targets: [to],
      labels: lines.length === 0 ? [] : [{ id: `${id}.label`, text: id, ...sizeOf(lines) }],
    })),
  };
  const found = await layOutGraph(graph);
  const boxes = nodes.flatMap(({ id, stamp }, index) => stamp.draw(id, parent, pointOf(found.children?.[index])));
  const edges: Edge[] = [];
  const labels: Label[] = [];
  for (const [index, link] of links.entries()) {
    const laid = found.edges?.[index];
    edges.push(edgeOf(link, laid));
    for (const { x = 0, y = 0, width = 0, height = 0 } of laid?.labels ?? [])
      labels.push(labelOf(link, { x, y }, width, height));
  }
  return { boxes, edges, labels, width: found.width ?? 0, height: found.height ?? 0 };
}

function sizeOf(lines: GraphLink['lines']): { width: number; height: number } {
  return {
    width: Math.max(...lines.map(({ text, look }) => widthOf(text, textStyles[look]))) + 4,
    height: lines.length * LINE + 2,
  };
}

function labelOf({ id, lines }: GraphLink, { x, y }: Point, width: number, height: number): Label {
  return {
    edge: id,
    x,
    y,
    width,
    height,
    lines: lines.map(({ text, look }, index) => ({ x: x + 2, y: y + 11 + index * LINE, text, look })),
  };
}

function edgeOf({ id, from, to, look, tip, data }: GraphLink, laid: ElkExtendedEdge | undefined): Edge {
  const points = (laid?.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) => [
    startPoint,
    ...bendPoints,
    endPoint,
  ]);
  return {
    id,
    look,
    from,
    to,
    points: points.map(({ x, y }) => ({ x, y })),
    tip,
    data,
  };
}

const pointOf = (node: ElkNode | undefined): Point => ({ x: node?.x ?? 0, y: node?.y ?? 0 });
