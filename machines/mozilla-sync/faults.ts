/** What a load balancer answers by itself: our name for each, and its own text (mozilla-sync 6, 7). */
export const faults = {
  POOL_EXHAUSTED: 'server issue: pool exhausted',
  GETVS_FAILED: 'server issue: getVS failed',
  PREFIX_NOT_SET: 'server issue: prefix not set',
  DATABASE_NOT_IN_POOL: 'server issue: database not in pool',
} as const;

export type FaultName = keyof typeof faults;

export const faultNames = Object.keys(faults) as FaultName[];
