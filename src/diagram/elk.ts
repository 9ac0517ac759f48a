import type { ELK, ElkNode } from 'elkjs/lib/elk-api.js';

let loaded: Promise<ELK> | undefined;

/** ELK, in this process and loaded when the first picture is laid out. */
function engine(): Promise<ELK> {
  loaded ??= import('elkjs/lib/elk.bundled.js').then((module) => {
    const { default: Constructor } = module.default as unknown as { default: new () => ELK };
    return new Constructor();
  });
  return loaded;
}

/** Where everything goes: the graph, with places. The same graph gives the same places. */
export async function layOutGraph(graph: ElkNode): Promise<ElkNode> {
  return (await engine()).layout(graph);
}

/** From top to bottom, edges along right angles, with as few crossings as can be had in this time. */
export const layered: { readonly [option: string]: string } = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  // The order of the data would cost half as many crossings again, and so would fewer tries.
  'elk.layered.thoroughness': '7',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.nodePlacement.favorStraightEdges': 'true',
  'elk.edgeLabels.placement': 'CENTER',
  'elk.layered.edgeLabels.sideSelection': 'ALWAYS_UP',
  'elk.layered.spacing.nodeNodeBetweenLayers': '26',
  'elk.layered.spacing.edgeNodeBetweenLayers': '14',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '10',
  'elk.spacing.nodeNode': '24',
  'elk.spacing.edgeNode': '16',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.edgeLabel': '5',
  'elk.padding': '[top=8,left=8,bottom=8,right=8]',
};
