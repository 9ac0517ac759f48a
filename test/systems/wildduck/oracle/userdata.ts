import type { Params } from '../../../oracle/types.ts';
import { param } from '../../../oracle/types.ts';
import { list } from './form.ts';
import type { Counter, Thing, User } from './things.ts';
import type { World } from './world.ts';

/** A counter at 0, its window closed. */
export function closed(): Counter {
  return { count: 0, until: 0 };
}

/** The entity replaces a former one with its id, whose timers are cancelled. */
export function afresh<T extends Thing>(world: World, things: Map<string, T>, thing: T): T {
  const former = things.get(thing.id);
  if (former !== undefined) {
    // Added last: maps keep the order of creation.
    world.startAfresh(former);
    things.delete(thing.id);
  }
  things.set(thing.id, thing);
  return thing;
}

/** A user with nothing kept of a former one, not even counters. */
export function newUser(world: World, id: string, former: User | undefined): User {
  if (former !== undefined) world.startAfresh(former);
  world.authFailures.delete(id);
  world.totpFailures.delete(id);
  world.tasks.delete(id);
  const user: User = {
    entity: `user:${id}`,
    id,
    phases: new Map(),
    password: null,
    disabled: false,
    suspended: false,
    temporaryUntil: null,
    quota: 0,
    recipients: 0,
    filters: 0,
    imapMaxUpload: 0,
    imapMaxDownload: 0,
    disabledScopes: [],
    credentials: new Set(),
    challenges: new Map(),
    recipientsToday: closed(),
    uploadedToday: closed(),
    downloadedToday: closed(),
    taken: [],
    lastCode: null,
    mainText: null,
  };
  world.users.set(id, user);
  return user;
}

/** Those keys marked with a star that are given. */
export function settings(user: User, params: Params): void {
  const quota = param(params, 'quota');
  if (quota !== undefined) user.quota = Number(quota);
  const recipients = param(params, 'recipients');
  if (recipients !== undefined) user.recipients = Number(recipients);
  const filters = param(params, 'filters');
  if (filters !== undefined) user.filters = Number(filters);
  const upload = param(params, 'imapMaxUpload');
  if (upload !== undefined) user.imapMaxUpload = Number(upload);
  const download = param(params, 'imapMaxDownload');
  if (download !== undefined) user.imapMaxDownload = Number(download);
  const scopes = param(params, 'disabledScopes');
  if (scopes !== undefined) user.disabledScopes = list(scopes);
}

/** What is removed with a user: mailboxes, application passwords, filters, messages and sessions, and nothing else. */
export function purge(world: World, user: User): void {
  for (const mailbox of world.mailboxes.values()) {
    if (world.mailbox(mailbox.id, user.id) !== null) world.set(mailbox, 'MAILBOX', 'DELETED');
  }
  for (const asp of world.asps.values()) {
    if (world.asp(asp.id, user.id) !== null) world.set(asp, 'ASP', 'DELETED');
  }
  for (const filter of world.filters.values()) {
    if (world.filter(filter.id, user.id) !== null) world.set(filter, 'FILTER', 'DELETED');
  }
  for (const message of world.messages.values()) {
    if (message.user !== user.id) continue;
    if (world.is(message, 'MESSAGE', 'DRAFT', 'STORED', 'ARCHIVED')) world.set(message, 'MESSAGE', 'DELETED');
  }
  world.endSessions(user.id, null);
  // open: a TOTP that was PENDING when the user was purged still turns OFF at its time
}
