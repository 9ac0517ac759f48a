/** Phases and statuses (mozilla-sync 1). None has a vendor's code. */
export const accountPhases = {
  ACCOUNT: { REGISTERED: null, DELETED: null },
  EMAIL: { SET: null },
  RESET: { CODE_SENT: null, USED: null, CLEARED: null, EXPIRED: null },
} as const;

export const storagePhases = {
  STORAGE: { EMPTY: null, UNDER_QUOTA: null, NEAR_QUOTA: null, OVER_QUOTA: null },
} as const;

export const collectionPhases = { COLLECTION: { PRESENT: null, DELETED: null } } as const;

export const bsoPhases = { BSO: { LIVE: null, EXPIRED: null, DELETED: null } } as const;

export const batchPhases = { BATCH: { OPEN: null, COMMITTED: null, EXPIRED: null } } as const;

export const nodePhases = {
  NODE: { HEALTHY: null, BACKOFF: null, UNHEALTHY: null, DOWN: null, DRAINING: null, REMOVED: null },
} as const;
