import type { Thing as OracleThing } from '../../../oracle/world.ts';

/** The entities, with their data besides the phases. */

/** Every entity has its id. */
export interface Thing extends OracleThing {
  id: string;
}

/** A counter that adds up until its window ends. */
export interface Counter {
  count: number;
  /** when the window ends; meaningless while the count is 0 */
  until: number;
}

/** The work that `delete` leaves: it waits until `until`, or it runs. */
export interface Task {
  until: number | null;
}

export interface User extends Thing {
  password: string | null;
  disabled: boolean;
  suspended: boolean;
  /** when the temporary password ends */
  temporaryUntil: number | null;
  quota: number;
  recipients: number;
  filters: number;
  imapMaxUpload: number;
  imapMaxDownload: number;
  disabledScopes: string[];
  credentials: Set<string>;
  /** `registration 1` → when it ends */
  challenges: Map<string, number>;
  recipientsToday: Counter;
  uploadedToday: Counter;
  downloadedToday: Counter;
  /** what `delete` took, in the order they were made */
  taken: TakenAddress[];
  /** which command last accepted a code, and when */
  lastCode: { by: 'enable' | 'check'; at: number } | null;
  /** the text whose address is MAIN */
  mainText: string | null;
}

export interface TakenAddress {
  id: string;
  value: string;
  wasMain: boolean;
  made: number;
}

export interface Session extends Thing {
  user: string;
  scope: string;
  authenticatedAt: number;
}

export interface Address extends Thing {
  /** null: a forwarded address, which belongs to nobody */
  user: string | null;
  value: string;
  made: number;
}

export interface Mailbox extends Thing {
  user: string;
  path: string;
}

export interface Message extends Thing {
  user: string;
  mailbox: string;
  size: number;
  recipients: number;
}

export interface Asp extends Thing {
  user: string;
  scopes: string[];
  ttl: number;
}

export interface Filter extends Thing {
  user: string;
  match: string | null;
  /** null: delete was never given */
  drops: boolean | null;
  mailbox: string | null;
  made: number;
}

export interface File extends Thing {
  user: string;
}

export interface Limits {
  aspLimit: number;
  maxFilters: number;
  maxMailboxes: number;
  maxRecipients: number;
  maxRcptTo: number;
  imapMaxUpload: number;
  imapMaxDownload: number;
}
