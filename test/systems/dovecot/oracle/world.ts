import { OracleWorld } from '../../../oracle/world.ts';

/** An account that has been put on the list at least once. */
export interface Account {
  entity: string;
  migration: string | null;
  delivery: string | null;
  pass: string | null;
  retries: number;
  /** newer credentials arrived since its last pass began */
  newer: boolean;
  /** the exit that made it FAILED; meaningful only while it is */
  failedWith: number | null;
  /** whether that exit was a 77 of cause=folder */
  folderRefused: boolean;
  /** the number of its last entry into RETRYING among all, counted from 1 */
  entry: number;
  /** since when it has waited for a place, its delay being over; null if it does not wait */
  waitsSince: number | null;
}

/** The manager, its accounts, and the settings of both. */
export class World extends OracleWorld {
  manager = 'RUNNING';
  readonly accounts = new Map<string, Account>();

  /** The policy (dovecot 3). */
  maxRetries = 3;
  onRetryLimit = 'error';
  retryAfter = 300;
  maxRunning = 10;
  auth = 'master';
  credentials = 'fixed';
  identity = 'healthy';

  private entries = 0;

  setMigration(account: Account, status: string, error?: number): void {
    if (account.migration === status) return;
    if (account.migration === 'RETRYING') {
      this.dropTimers(account);
      account.waitsSince = null;
    }
    account.migration = status;
    this.record(account.entity, 'MIGRATION', status, error);
  }

  setDelivery(account: Account, status: string): void {
    if (account.delivery === status) return;
    account.delivery = status;
    this.record(account.entity, 'DELIVERY', status);
  }

  setPass(account: Account, status: string): void {
    if (account.pass === status) return;
    account.pass = status;
    this.record(account.entity, 'PASS', status);
  }

  setManager(status: string, error?: number): void {
    if (this.manager === status) return;
    this.manager = status;
    this.record('manager:1', 'MANAGER', status, error);
  }

  running(): number {
    let count = 0;
    for (const account of this.accounts.values()) {
      if (account.migration === 'RUNNING') count += 1;
    }
    return count;
  }

  limitReached(): boolean {
    return this.running() >= this.maxRunning;
  }

  /** A pass begins (dovecot 4). */
  begin(account: Account, pass: string): void {
    this.setPass(account, pass);
    this.setMigration(account, 'RUNNING');
    account.newer = false;
  }

  /** Back to QUEUED or FINAL_PENDING (dovecot 6). The count of retries is kept. */
  back(account: Account, error?: number): void {
    this.setMigration(account, account.delivery === 'NEW' ? 'FINAL_PENDING' : 'QUEUED', error);
  }

  /** RETRYING, with its delay (dovecot 6). */
  delay(account: Account, error: number): void {
    this.setMigration(account, 'RETRYING', error);
    this.entries += 1;
    account.entry = this.entries;
    const due = this.now + this.retryAfter;
    this.arm(account, 'MIGRATION', due, () => {
      account.waitsSince = due;
    });
  }

  /** The account that has waited longest begins, as long as there is a place (dovecot 6). */
  override settle(): void {
    while (this.manager === 'RUNNING' && !this.limitReached()) {
      let longest: Account | null = null;
      for (const account of this.accounts.values()) {
        if (account.waitsSince === null) continue;
        if (longest === null || before(account, longest)) longest = account;
      }
      if (longest === null) return;
      this.begin(longest, longest.pass ?? 'INTERMEDIATE');
    }
  }
}

/** Has `a` waited longer than `b`, or as long but become RETRYING first? */
function before(a: Account, b: Account): boolean {
  const since = a.waitsSince ?? 0;
  const other = b.waitsSince ?? 0;
  return since < other || (since === other && a.entry < b.entry);
}
