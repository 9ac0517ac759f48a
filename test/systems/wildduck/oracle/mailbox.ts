import type { Answer, Params } from '../../../oracle/types.ts';
import { accepted, param, rejected } from '../../../oracle/types.ts';
import { amount, fits, id as idForm, number, path as pathForm } from './form.ts';
import { invalid } from './invalid.ts';
import { afresh } from './userdata.ts';
import type { World } from './world.ts';
import { day } from './world.ts';

/** §4, mailboxes */

export function mailboxStep(world: World, id: string, type: string, params: Params): Answer {
  const user = param(params, 'user') ?? '1';
  if (type === 'create') return create(world, id, user, params);
  if (type === 'get') {
    if (!fits(params, { user: idForm })) return invalid;
    if (world.user(user) === null) return rejected('UserNotFound');
    if (world.mailbox(id, user) === null) return rejected('NoSuchMailbox');
    return world.finish('mailbox get');
  }
  if (type === 'rename') return rename(world, id, user, params);
  if (type === 'delete') return remove(world, id, user, params);
  if (type === 'fetch') return fetch(world, id, user, params);
  return invalid;
}

/** Whether the user has a mailbox of that path, other than the one of that id. */
function hasPath(world: World, user: string, path: string, but: string | null): boolean {
  for (const mailbox of world.mailboxes.values()) {
    if (mailbox.id !== but && mailbox.path === path && world.mailbox(mailbox.id, user) !== null) return true;
  }
  return false;
}

function create(world: World, id: string, user: string, params: Params): Answer {
  if (!fits(params, { user: idForm, path: pathForm })) return invalid;
  const given = param(params, 'path') ?? id;
  // open: an id too long to be a path is refused like a path given
  if (!pathForm(given)) return invalid;
  const path = asCreated(given);
  if (world.user(user) === null) return rejected('UserNotFound');
  if (hasPath(world, user, path, null)) return rejected('MailboxExistsError');
  if (world.is(world.mailboxes.get(id), 'MAILBOX', 'NORMAL', 'SPECIAL')) return rejected('MailboxExistsError');
  if (/\.(INBOX|Sent|Drafts|Trash|Junk)$/.test(id)) return rejected('MailboxExistsError');
  let count = 0;
  for (const mailbox of world.mailboxes.keys()) {
    if (world.mailbox(mailbox, user) !== null) count += 1;
  }
  if (count > world.limits.maxMailboxes) return rejected('DisallowedMailboxMethod');
  const answer = world.finish('mailbox create');
  if (answer !== accepted) return answer;
  const mailbox = afresh(world, world.mailboxes, { entity: `mailbox:${id}`, id, phases: new Map(), user, path });
  world.set(mailbox, 'MAILBOX', 'NORMAL');
  return accepted;
}

/** Without a leading `/`, and with a first part INBOX in capitals. */
function asCreated(given: string): string {
  const [first = '', ...rest] = given.split('/').slice(given.startsWith('/') ? 1 : 0);
  return [first.toUpperCase() === 'INBOX' ? 'INBOX' : first, ...rest].join('/');
}

function rename(world: World, id: string, user: string, params: Params): Answer {
  if (!fits(params, { user: idForm, path: pathForm })) return invalid;
  const path = param(params, 'path') ?? 'renamed';
  const mailbox = world.mailboxes.get(id);
  if (mailbox === undefined || !world.is(mailbox, 'MAILBOX', 'NORMAL', 'SPECIAL')) return rejected('NoSuchMailbox');
  if (path === mailbox.path) return accepted;
  if (mailbox.user !== user) return rejected('NoSuchMailbox');
  if (mailbox.path === 'INBOX') return rejected('DisallowedMailboxMethod');
  if (hasPath(world, user, path, id)) return rejected('MailboxExistsError');
  const answer = world.finish('mailbox rename');
  if (answer === accepted) mailbox.path = path;
  return answer;
}

function remove(world: World, id: string, user: string, params: Params): Answer {
  if (!fits(params, { user: idForm })) return invalid;
  const mailbox = world.mailbox(id, user);
  if (mailbox === null) return rejected('NoSuchMailbox');
  if (world.is(mailbox, 'MAILBOX', 'SPECIAL')) return rejected('DisallowedMailboxMethod');
  const answer = world.finish('mailbox delete');
  if (answer !== accepted) return answer;
  world.set(mailbox, 'MAILBOX', 'DELETED');
  for (const filter of world.filters.values()) {
    if (filter.mailbox === id && world.filter(filter.id, user) !== null) world.set(filter, 'FILTER', 'DELETED');
  }
  for (const message of world.messages.values()) {
    if (message.mailbox === id && world.message(message.id, user) !== null) world.archive(message);
  }
  return accepted;
}

function fetch(world: World, id: string, of: string, params: Params): Answer {
  if (!fits(params, { user: idForm, bytes: number })) return invalid;
  const user = world.user(of);
  if (user === null) return rejected('UserNotFound');
  if (world.mailbox(id, of) === null) return rejected('NoSuchMailbox');
  const limit = user.imapMaxDownload === 0 ? world.limits.imapMaxDownload : user.imapMaxDownload;
  if (world.stands(user.downloadedToday) >= limit) return rejected('DownloadRateLimited');
  const answer = world.finish('mailbox fetch');
  if (answer === accepted) world.count(user.downloadedToday, amount(params, 'bytes', 1000), day);
  return answer;
}
