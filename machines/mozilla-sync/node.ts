import type { EntityView, EventSpec, Lifecycle, Params } from '../../src/define/index.ts';
import { faultNames } from './faults.ts';
import { whole } from './limits.ts';
import { nodePhases } from './phases.ts';

const backoff = {
  seconds: { is: { whole: { ...whole.whole, min: 1 } }, default: '1800' },
} as const satisfies EventSpec['params'];

/** How long clients were last asked to stay away. */
export type NodeData = { backoff: number };
export const freshNode = (): NodeData => ({ backoff: 0 });
export const nodeData = (node: EntityView): NodeData => node.data as NodeData;

/** In seconds; giving it again restarts it (mozilla-sync 6). */
export const backoffOf = ({ seconds = backoff.seconds.default }: Params): number => Number(seconds);

/** A node that serves requests: node:1 gets all of them (mozilla-sync 1, 6). It takes only reports. */
export const node = {
  kind: 'node',
  chart: {
    id: 'mozilla-sync-node',
    states: {
      NODE: {
        initial: 'null',
        on: {
          healthy: 'HEALTHY',
          backoff: { target: 'BACKOFF', actions: ['keepBackoff'] },
          unhealthy: 'UNHEALTHY',
          down: 'DOWN',
          draining: 'DRAINING',
          removed: 'REMOVED',
          fault: { actions: ['armFault'] },
        },
        states: {
          null: {},
          HEALTHY: {},
          BACKOFF: { after: { backoff: 'HEALTHY' } },
          UNHEALTHY: {},
          DOWN: {},
          DRAINING: {},
          REMOVED: {},
        },
      },
    },
  },
  phases: nodePhases,
  commands: {},
  reports: {
    healthy: { says: 'the node serves requests' },
    backoff: {
      says: 'the node serves requests, and asks clients to wait for a number of seconds',
      params: backoff,
    },
    unhealthy: { says: "the node's database does not work as it should" },
    down: { says: "the node's database is out of service" },
    draining: { says: 'the node is being drained: clients are sent elsewhere' },
    removed: { says: 'the node was removed' },
    fault: {
      says: 'the next request to any node meets this fault of the load balancer',
      params: { code: { is: { one: faultNames }, required: true } },
    },
  },
  rules: {},
  facts: {},
  is: {},
  words: { NODE: 'the node' },
} as const satisfies Lifecycle;
