import { OracleWorld } from '../../../oracle/world.ts';

export type TaskKind = 'backup' | 'migration' | 'restore' | 'download';

/** A backup, a migration, a restore or a download that was started at least once. */
export interface Task {
  kind: TaskKind;
  entity: string;
  status: string | null;
  /** in the current attempt */
  retries: number;
  /** the backup that it uses, as named by its last accepted start; not for a backup */
  draws: string | null;
  /** a backup that was ever COMPLETED or PARTIALLY_COMPLETE */
  everBackedUp: boolean;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Retries of one attempt (dropsuite 4). */
const maxRetries = 25;

/** An organization: its credential, its storage and its tasks. */
export class World extends OracleWorld {
  credential = 'VALID';
  storage = 'AVAILABLE';
  readonly backups = new Map<string, Task>();
  readonly migrations = new Map<string, Task>();
  readonly restores = new Map<string, Task>();
  readonly downloads = new Map<string, Task>();

  tasks(kind: TaskKind): Map<string, Task> {
    if (kind === 'backup') return this.backups;
    if (kind === 'migration') return this.migrations;
    if (kind === 'restore') return this.restores;
    return this.downloads;
  }

  backedUp(id: string): boolean {
    const backup = this.backups.get(id);
    return backup?.everBackedUp ?? false;
  }

  move(task: Task, status: string): void {
    if (task.status === status) return;
    task.status = status;
    this.record(task.entity, task.kind.toUpperCase(), status);
    // An attempt begins, and the timer of the new status starts (dropsuite 4).
    if (status === 'PREPARING' || status === 'ON_QUEUE') task.retries = 0;
    const time = timeOf(task.kind, status);
    this.dropTimers(task);
    if (time !== null) this.arm(task, task.kind, this.now + time, () => this.timeIsOver(task));
    // This is never reset (dropsuite 2).
    if (task.kind === 'backup' && (status === 'COMPLETED' || status === 'PARTIALLY_COMPLETE')) {
      task.everBackedUp = true;
    }
  }

  /** RUNNING, unless the task is a backup that is held (dropsuite 5). */
  run(task: Task): void {
    if (task.kind === 'backup' && this.credential !== 'VALID') this.move(task, 'AUTHENTICATION_ERROR');
    else if (task.kind === 'backup' && this.storage === 'FULL') this.move(task, 'SPACE_FULL');
    else this.move(task, 'RUNNING');
  }

  /** Retry (dropsuite 4). */
  retry(task: Task): void {
    if (task.retries < maxRetries) {
      task.retries += 1;
      this.move(task, 'RETRYING');
    } else if (task.kind === 'backup') {
      this.move(task, 'PREPARING');
    } else {
      this.move(task, 'CANCELLED');
    }
  }

  /** The effect of the credential on backups (dropsuite 5). */
  setCredential(status: string): void {
    if (this.credential === status) return;
    const before = this.credential;
    this.credential = status;
    this.record('credential:1', 'CREDENTIAL', status);
    if (before === 'VALID') this.moveBackups('RUNNING', 'AUTHENTICATION_ERROR');
    if (status === 'VALID') this.moveBackups('AUTHENTICATION_ERROR', 'PREPARING');
  }

  /** The effect of the storage on backups (dropsuite 5). */
  setStorage(status: string): void {
    if (this.storage === status) return;
    this.storage = status;
    this.record('subscription:1', 'STORAGE', status);
    if (status === 'FULL') this.moveBackups('RUNNING', 'SPACE_FULL');
    if (status === 'AVAILABLE') this.moveBackups('SPACE_FULL', 'PREPARING');
  }

  private moveBackups(from: string, to: string): void {
    for (const backup of this.backups.values()) {
      if (backup.status === from) this.move(backup, to);
    }
  }

  private timeIsOver(task: Task): void {
    if (task.status === 'RETRYING') this.run(task);
    else if (task.kind === 'backup') this.move(task, 'PREPARING');
    else if (task.kind === 'download') this.move(task, 'EXPIRED');
    else this.retry(task);
  }
}

/** How long a status lasts (dropsuite 4). */
function timeOf(kind: TaskKind, status: string): number | null {
  if (status === 'RETRYING') return 30 * minute;
  if (kind === 'backup') {
    if (status === 'COMPLETED') return 2 * hour;
    if (status === 'CONNECTION_ERROR' || status === 'PARTIALLY_COMPLETE') return 3 * hour;
  } else if (kind === 'download') {
    if (status === 'COMPLETED') return 30 * day;
  } else if (status === 'FAILED') {
    return 3 * hour;
  }
  return null;
}
