import type { Answer, Params } from '../../../oracle/types.ts';
import { accepted, rejected } from '../../../oracle/types.ts';
import { amount, fits, id as idForm, number } from './form.ts';
import { invalid } from './invalid.ts';
import { isInUse, newMessage, storage } from './message.ts';
import type { User } from './things.ts';
import type { World } from './world.ts';
import { day } from './world.ts';

/** §5: what leaves the server. */

function recipientsLimit(world: World, user: User): number {
  return user.recipients === 0 ? world.limits.maxRecipients : user.recipients;
}

export function submit(world: World, id: string, of: string, params: Params): Answer {
  if (!fits(params, { user: idForm })) return invalid;
  const user = world.user(of);
  if (user === null) return rejected('UserNotFound');
  if (world.isBlocked(user)) return rejected('UserDisabled');
  const message = world.message(id, of);
  if (message === null) return rejected('MessageNotFound');
  if (world.is(message, 'MESSAGE', 'STORED')) return rejected('MessageNotDraft');
  if (message.recipients === 0) return accepted;
  if (message.recipients > world.limits.maxRcptTo) return rejected('TooMany');
  if (world.stands(user.recipientsToday) + message.recipients > recipientsLimit(world, user)) {
    return rejected('RateLimitedError');
  }
  const answer = world.finish('message submit');
  if (answer !== accepted) return answer;
  world.count(user.recipientsToday, message.recipients, day);
  world.set(message, 'MESSAGE', 'STORED');
  message.mailbox = `${of}.Sent`;
  world.set(message, 'OUTBOUND', 'QUEUED');
  return accepted;
}

export function sendMessage(world: World, id: string, of: string, params: Params): Answer {
  if (!fits(params, { user: idForm, recipients: number, size: number }) || isInUse(world, id)) return invalid;
  const user = world.user(of);
  if (user === null) return accepted;
  if (world.isBlocked(user)) return rejected('UserDisabled');
  const recipients = amount(params, 'recipients', 1);
  if (recipients > 0 && world.stands(user.recipientsToday) >= recipientsLimit(world, user)) {
    return rejected('RateLimitedError');
  }
  const answer = world.finish(recipients > 0 ? 'message send with recipients' : 'message send');
  if (answer !== accepted) return answer;
  world.count(user.recipientsToday, recipients, day);
  const stored = user.quota === 0 || storage(world, user) < user.quota;
  // open: the id starts anew even if the message is sent and not stored
  const message = newMessage(world, id, of, `${of}.Sent`);
  message.size = amount(params, 'size', 1000);
  message.recipients = recipients;
  if (recipients > 0) world.set(message, 'OUTBOUND', 'QUEUED');
  if (stored) world.set(message, 'MESSAGE', 'STORED');
  return accepted;
}
