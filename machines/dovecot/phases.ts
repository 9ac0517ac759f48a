/** Phases and statuses (dovecot 1). The vendor has no codes for them (dovecot 2). */
export const managerPhases = {
  MANAGER: { RUNNING: null, SUSPENDED: null },
} as const;

export const accountPhases = {
  MIGRATION: {
    QUEUED: null,
    RUNNING: null,
    SYNCED: null,
    FINAL_PENDING: null,
    RETRYING: null,
    FAILED: null,
    REMOVED: null,
    COMPLETED: null,
  },
  DELIVERY: { OLD: null, NEW: null },
  PASS: { INTERMEDIATE: null, FINAL: null },
} as const;
