/** Statuses (wildduck 1). The vendor has no codes for them. */
export const userPhases = {
  USER: { ACTIVE: null, DISABLED: null, SUSPENDED: null, DELETE_DELAYED: null, DELETE_RUNNING: null, PURGED: null },
  TOTP: { PENDING: null, ENABLED: null, OFF: null },
  CUSTOM_2FA: { ON: null, OFF: null },
  WEBAUTHN: { ON: null, OFF: null },
} as const;

export const sessionPhases = { SESSION: { ACTIVE: null, ENDED: null, EXPIRED: null } } as const;

export const addressPhases = {
  ADDRESS: { MAIN: null, ALIAS: null, WILDCARD: null, FORWARDED: null, DELETED: null },
} as const;

export const mailboxPhases = { MAILBOX: { NORMAL: null, SPECIAL: null, DELETED: null } } as const;

export const messagePhases = {
  MESSAGE: { DRAFT: null, STORED: null, ARCHIVED: null, DELETED: null },
  OUTBOUND: { QUEUED: null, SENT: null, BOUNCED: null },
} as const;

export const aspPhases = { ASP: { PRESENT: null, EXPIRED: null, DELETED: null } } as const;
