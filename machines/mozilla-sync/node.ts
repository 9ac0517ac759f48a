import type { Lifecycle } from '../../src/model/index.ts';
import { faultNames } from './faults.ts';
import { nodePhases } from './phases.ts';

/** A node that serves requests: node:1 gets all of them (rulebook 1, 6). All that happens to it is a report. */
export const node = {
  kind: 'node',
  chart: {
    id: 'mozilla-sync-node',
    states: {
      NODE: {
        initial: 'null',
        on: {
          healthy: 'HEALTHY',
          backoff: 'BACKOFF',
          unhealthy: 'UNHEALTHY',
          down: 'DOWN',
          draining: 'DRAINING',
          removed: 'REMOVED',
          fault: { actions: ['armFault'] },
        },
        states: { null: {}, HEALTHY: {}, BACKOFF: {}, UNHEALTHY: {}, DOWN: {}, DRAINING: {}, REMOVED: {} },
      },
    },
  },
  phases: nodePhases,
  commands: {},
  reports: {
    healthy: { says: 'the node serves requests' },
    backoff: {
      says: 'the node serves requests, and asks clients to stay away for so many seconds, half an hour if none are named',
      params: { seconds: { is: { whole: {} } } },
    },
    unhealthy: { says: "the node's database does not work as it should" },
    down: { says: "the node's database is out of service" },
    draining: { says: 'the node is being given up: whoever asks is sent elsewhere' },
    removed: { says: 'the node is no more' },
    fault: {
      says: 'the next request, to whatever node, meets this fault of the load balancer',
      params: { code: { is: { one: faultNames }, required: true } },
    },
  },
  rules: {},
  facts: {},
  is: {},
  words: { NODE: 'the node' },
} as const satisfies Lifecycle;
