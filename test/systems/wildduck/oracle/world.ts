import type { Answer } from '../../../oracle/types.ts';
import { accepted, rejected } from '../../../oracle/types.ts';
import { OracleWorld } from '../../../oracle/world.ts';
import { bareName, same } from './form.ts';
import type {
  Address,
  Asp,
  Counter,
  File,
  Filter,
  Limits,
  Mailbox,
  Message,
  Session,
  Task,
  Thing,
  User,
} from './things.ts';

export const hour = 3600;
export const day = 86400;

/** Users, what belongs to them, and the counters of their failures. */
export class World extends OracleWorld {
  readonly users = new Map<string, User>();
  readonly sessions = new Map<string, Session>();
  readonly addresses = new Map<string, Address>();
  readonly mailboxes = new Map<string, Mailbox>();
  readonly messages = new Map<string, Message>();
  readonly asps = new Map<string, Asp>();
  readonly filters = new Map<string, Filter>();
  readonly files = new Map<string, File>();
  /** alias, dkim, cert and webhook, by entity */
  readonly plain = new Map<string, Thing>();
  /** the work that `delete` left, by the user's id, whether the user exists or not */
  readonly tasks = new Map<string, Task>();
  /** failures of `session authenticate` and of `user totp.check`: for every account by id, and for names by `name:` */
  readonly authFailures = new Map<string, Counter>();
  readonly totpFailures = new Map<string, Counter>();
  readonly limits: Limits = {
    aspLimit: 50,
    maxFilters: 400,
    maxMailboxes: 1500,
    maxRecipients: 2000,
    maxRcptTo: 400,
    imapMaxUpload: 10737418240,
    imapMaxDownload: 10737418240,
  };
  fault: string | null = null;
  made = 0;

  /** The present value of a counter. */
  stands(counter: Counter | undefined): number {
    if (counter === undefined || counter.until <= this.now) return 0;
    return counter.count;
  }

  /** The first amount over 0 opens the window. */
  count(counter: Counter, amount: number, window: number): void {
    if (amount === 0) return;
    if (this.stands(counter) === 0) {
      counter.count = 0;
      counter.until = this.now + window;
    }
    counter.count += amount;
  }

  failed(failures: Map<string, Counter>, id: string): void {
    const counter = failures.get(id) ?? { count: 0, until: 0 };
    failures.set(id, counter);
    this.count(counter, 1, 120);
  }

  isFull(failures: Map<string, Counter>, id: string): boolean {
    return this.stands(failures.get(id)) >= 12;
  }

  user(id: string): User | null {
    const user = this.users.get(id);
    return user !== undefined && this.is(user, 'USER', 'ACTIVE', 'DISABLED', 'SUSPENDED') ? user : null;
  }

  /** The existing user with this name, apart from dots and letter case. */
  named(name: string): User | null {
    for (const user of this.users.values()) {
      if (bareName(user.id) === bareName(name) && this.user(user.id) !== null) return user;
    }
    return null;
  }

  isBlocked(user: User): boolean {
    return this.is(user, 'USER', 'DISABLED', 'SUSPENDED');
  }

  isAddressThere(address: Address | undefined): boolean {
    return this.is(address, 'ADDRESS', 'MAIN', 'ALIAS', 'WILDCARD', 'FORWARDED');
  }

  /** Whether an address, other than the one of that id, has this value. */
  isValueInUse(value: string, but: string | null): boolean {
    for (const address of this.addresses.values()) {
      if (address.id !== but && this.isAddressThere(address) && same(address.value, value)) return true;
    }
    return false;
  }

  /** The mailbox with that id, if it exists and belongs to this user. */
  mailbox(id: string, user: string): Mailbox | null {
    const mailbox = this.mailboxes.get(id);
    if (mailbox === undefined || mailbox.user !== user) return null;
    return this.is(mailbox, 'MAILBOX', 'NORMAL', 'SPECIAL') ? mailbox : null;
  }

  message(id: string, user: string): Message | null {
    const message = this.messages.get(id);
    if (message === undefined || message.user !== user) return null;
    return this.is(message, 'MESSAGE', 'DRAFT', 'STORED') ? message : null;
  }

  asp(id: string, user: string): Asp | null {
    const asp = this.asps.get(id);
    return asp !== undefined && asp.user === user && this.is(asp, 'ASP', 'PRESENT') ? asp : null;
  }

  filter(id: string, user: string): Filter | null {
    const filter = this.filters.get(id);
    return filter !== undefined && filter.user === user && this.is(filter, 'FILTER', 'PRESENT') ? filter : null;
  }

  endSessions(user: string, spared: string | null): void {
    for (const session of this.sessions.values()) {
      if (session.user !== user || session.scope === spared) continue;
      if (this.is(session, 'SESSION', 'ACTIVE')) this.set(session, 'SESSION', 'ENDED');
    }
  }

  /** ARCHIVED: 25 d, then DELETED. */
  archive(message: Message): void {
    this.set(message, 'MESSAGE', 'ARCHIVED');
    this.arm(message, 'MESSAGE', this.now + 25 * day, () => this.set(message, 'MESSAGE', 'DELETED'));
  }

  /** After all gates: struck by the armed fault, or accepted. */
  finish(command: string): Answer {
    const fault = this.strike(command);
    return fault === null ? accepted : rejected(fault);
  }

  /** The armed fault, if it strikes this command, which has passed its gates. This uses it up. */
  private strike(command: string): string | null {
    const { fault } = this;
    if (fault === null || !strikes(fault, command)) return null;
    this.fault = null;
    return fault;
  }
}

/** §7 */
function strikes(fault: string, command: string): boolean {
  if (fault === 'InternalDatabaseError') return true;
  if (fault === 'InternalError') return command === 'message get';
  if (fault === 'HashError') {
    // open: `(with a password)` belongs to update alone, so a user create without one is struck too
    if (command === 'user create' || command === 'user update with a password') return true;
    if (command === 'user password.reset' || command === 'session authenticate') return true;
    return command === 'asp create';
  }
  if (fault === 'QRError') return command === 'user totp.setup';
  if (fault === 'InternalConfigError') {
    return command === 'user totp.enable' || command === 'user totp.check' || command === 'dkim get';
  }
  if (fault === 'KeyGenerateError') return command === 'dkim set';
  if (fault === 'StoreError') return command === 'message move';
  if (fault === 'ERRCOMPOSE' || fault === 'MessageRejected') {
    return command === 'message submit' || command === 'message send with recipients';
  }
  if (fault === 'RestoreTaskNotFound') return command === 'user restore';
  return false;
}
