import type { ELK, ElkNode } from 'elkjs/lib/elk-api.js';

let loaded: Promise<ELK> | undefined;

/** Lays a graph out, deterministically. ELK runs in this process, and is loaded at the first layout. */
export async function layOutGraph(graph: ElkNode): Promise<ElkNode> {
  loaded ??= import('elkjs/lib/elk.bundled.js').then((module) => {
    const { default: Constructor } = module.default as unknown as { default: new () => ELK };
    return new Constructor();
  });
  return (await loaded).layout(graph);
}

/** Layered from top to bottom, with orthogonal edges. */
export const layered: { readonly [option: string]: string } = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  // Fewer tries give about 50 % more crossings; so does keeping the order of the data.
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
