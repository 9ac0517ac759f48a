import type { EntityView, WorldView } from '../../src/define/index.ts';
import { type Owned, thoseOf } from './owner.ts';
import { userDataOf } from './user.data.ts';

/** A message's data outside its chart. */
export type MessageData = Owned & {
  mailbox: string | null;
  size: number;
  recipients: number;
};

/** The default size and number of recipients of a message. */
export const SIZE = 1000;
export const RECIPIENTS = 1;

export const freshMessage = (): MessageData => ({ user: null, mailbox: null, size: SIZE, recipients: RECIPIENTS });
export const messageData = (message: EntityView): MessageData => message.data as MessageData;

export const inboxOf = (user: string): string => `${user}.INBOX`;
export const sentOf = (user: string): string => `${user}.Sent`;
export const trashOf = (user: string): string => `${user}.Trash`;

/** How much more the user may store; unlimited without a quota (wildduck 1). */
export function leftOfQuota(world: WorldView, user: string): number {
  const { quota } = userDataOf(world, user);
  if (quota === 0) return Number.POSITIVE_INFINITY;
  return thoseOf(world, 'message', user).reduce((left, message) => left - messageData(message).size, quota);
}
