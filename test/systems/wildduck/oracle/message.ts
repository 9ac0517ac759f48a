import type { Answer, Params } from '../../../oracle/types.ts';
import { accepted, applied, ignored, param, rejected } from '../../../oracle/types.ts';
import { amount, fits, flag, id as idForm, isYes, number, text } from './form.ts';
import { invalid } from './invalid.ts';
import { sendMessage, submit } from './outbound.ts';
import type { Message, User } from './things.ts';
import { afresh } from './userdata.ts';
import type { World } from './world.ts';
import { day } from './world.ts';

/** §5 */

export function messageStep(world: World, id: string, type: string, params: Params): Answer {
  const user = param(params, 'user') ?? '1';
  if (type === 'upload') return upload(world, id, user, params);
  if (type === 'append') return append(world, id, user, params);
  if (type === 'deliver') return deliver(world, id, user, params);
  if (type === 'submit') return submit(world, id, user, params);
  if (type === 'send') return sendMessage(world, id, user, params);
  if (type === 'get') {
    if (!fits(params, { user: idForm })) return invalid;
    if (world.message(id, user) === null) return rejected('MessageNotFound');
    return world.finish('message get');
  }
  if (type === 'move') {
    if (!fits(params, { user: idForm, to: idForm })) return invalid;
    const to = param(params, 'to') ?? `${user}.Trash`;
    if (world.mailbox(to, user) === null) return rejected('NoSuchMailbox');
    const message = world.message(id, user);
    if (message === null) return rejected('MessageNotFound');
    const answer = world.finish('message move');
    if (answer === accepted) message.mailbox = to;
    return answer;
  }
  if (type === 'delete') {
    if (!fits(params, { user: idForm })) return invalid;
    const message = world.message(id, user);
    if (message === null) return rejected('MessageNotFound');
    const answer = world.finish('message delete');
    if (answer !== accepted) return answer;
    if (world.is(message, 'MESSAGE', 'DRAFT')) world.set(message, 'MESSAGE', 'DELETED');
    else world.archive(message);
    return accepted;
  }
  if (type === 'restore') return invalid;
  if (type === 'sent' || type === 'bounced') {
    const message = world.messages.get(id);
    if (message === undefined || !world.is(message, 'OUTBOUND', 'QUEUED')) return ignored;
    // open: whatever has happened to the message meanwhile
    world.set(message, 'OUTBOUND', type === 'sent' ? 'SENT' : 'BOUNCED');
    return applied;
  }
  return invalid;
}

export function isInUse(world: World, id: string): boolean {
  return world.is(world.messages.get(id), 'MESSAGE', 'DRAFT', 'STORED', 'ARCHIVED');
}

/** The total size of the user's DRAFT and STORED messages. */
export function storage(world: World, user: User): number {
  let sum = 0;
  for (const message of world.messages.values()) {
    if (world.message(message.id, user.id) !== null) sum += message.size;
  }
  return sum;
}

export function newMessage(world: World, id: string, user: string, mailbox: string): Message {
  return afresh(world, world.messages, {
    entity: `message:${id}`,
    id,
    phases: new Map(),
    user,
    mailbox,
    size: 0,
    recipients: 0,
  });
}

const uploadForms = { user: idForm, mailbox: idForm, draft: flag, size: number, recipients: number };

function store(world: World, id: string, user: string, mailbox: string, params: Params): void {
  const message = newMessage(world, id, user, mailbox);
  message.size = amount(params, 'size', 1000);
  message.recipients = amount(params, 'recipients', 1);
  world.set(message, 'MESSAGE', isYes(params, 'draft') ? 'DRAFT' : 'STORED');
}

function upload(world: World, id: string, of: string, params: Params): Answer {
  if (!fits(params, uploadForms) || isInUse(world, id)) return invalid;
  const mailbox = param(params, 'mailbox') ?? `${of}.INBOX`;
  if (world.mailbox(mailbox, of) === null) return rejected('NoSuchMailbox');
  const user = world.user(of);
  if (user === null) return rejected('UserNotFound');
  if (user.quota > 0 && storage(world, user) > user.quota) return rejected('OverQuotaError');
  if (world.isBlocked(user)) return rejected('UserDisabled');
  if (amount(params, 'size', 1000) === 0) return rejected('EmptyMessage');
  const answer = world.finish('message upload');
  if (answer === accepted) store(world, id, of, mailbox, params);
  return answer;
}

function append(world: World, id: string, of: string, params: Params): Answer {
  if (!fits(params, uploadForms) || isInUse(world, id)) return invalid;
  const mailbox = param(params, 'mailbox') ?? `${of}.INBOX`;
  const user = world.user(of);
  if (user === null) return rejected('UserNotFound');
  if (user.quota > 0 && storage(world, user) > user.quota) return rejected('OverQuotaError');
  const limit = user.imapMaxUpload === 0 ? world.limits.imapMaxUpload : user.imapMaxUpload;
  if (world.stands(user.uploadedToday) >= limit) return rejected('UploadRateLimited');
  if (world.mailbox(mailbox, of) === null) return rejected('NoSuchMailbox');
  const answer = world.finish('message append');
  if (answer !== accepted) return answer;
  world.count(user.uploadedToday, amount(params, 'size', 1000), day);
  store(world, id, of, mailbox, params);
  return accepted;
}

function deliver(world: World, id: string, of: string, params: Params): Answer {
  if (!fits(params, { user: idForm, subject: text, size: number }) || isInUse(world, id)) return invalid;
  if (world.user(of) === null) return rejected('UserNotFound');
  const subject = (param(params, 'subject') ?? '').toLowerCase();
  const matching = [...world.filters.values()]
    .filter((filter) => world.filter(filter.id, of) !== null)
    .filter((filter) => filter.match === null || subject.includes(filter.match.trim().toLowerCase()))
    .sort((a, b) => a.made - b.made);
  if (matching.find((filter) => filter.drops !== null)?.drops === true) return rejected('DroppedByPolicy');
  const answer = world.finish('message deliver');
  if (answer !== accepted) return answer;
  let mailbox = `${of}.INBOX`;
  for (const filter of matching) {
    if (filter.mailbox === null) continue;
    mailbox = filter.mailbox;
    break;
  }
  const message = newMessage(world, id, of, mailbox);
  message.size = amount(params, 'size', 1000);
  world.set(message, 'MESSAGE', 'STORED');
  return accepted;
}
