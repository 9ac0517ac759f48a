import { type Effect, type WorldHands, wholeOf } from '../../src/define/index.ts';
import { countInDay } from './counters.ts';
import { matching } from './filter.data.ts';
import { inboxOf, type MessageData, messageData, RECIPIENTS, SIZE, sentOf, trashOf } from './message.data.ts';
import { type Daily, inPath, userData } from './user.data.ts';

/** How a message changes, apart from its statuses, and what is counted (wildduck 5). */
export const messageEffects: { readonly [name: string]: Effect } = {
  keepMessage(_, self, params) {
    const user = inPath(params);
    keep(messageData(self), user, params.mailbox ?? inboxOf(user), params);
  },

  countUpload: (world, self, params) => count(world, inPath(params), 'uploaded', messageData(self).size),

  /** The first filter with a target mailbox decides. */
  deliverMessage(world, self, params) {
    const user = inPath(params);
    const filter = matching(world, user, params.subject).find(({ mailbox }) => mailbox !== null);
    keep(messageData(self), user, filter?.mailbox ?? inboxOf(user), params);
  },

  submitMessage(world, self, params) {
    const user = inPath(params);
    messageData(self).mailbox = sentOf(user);
    count(world, user, 'sent', messageData(self).recipients);
  },

  sendMessage(world, self, params) {
    const user = inPath(params);
    keep(messageData(self), user, sentOf(user), params);
    count(world, user, 'sent', messageData(self).recipients);
  },

  moveMessage(_, self, params) {
    messageData(self).mailbox = params.to ?? trashOf(inPath(params));
  },
};

function keep(data: MessageData, user: string, mailbox: string, params: { size?: string; recipients?: string }): void {
  const { size, recipients } = params;
  Object.assign(data, { user, mailbox, size: wholeOf(size) ?? SIZE, recipients: wholeOf(recipients) ?? RECIPIENTS });
}

const count = (world: WorldHands, user: string, counter: Daily, amount: number): void =>
  countInDay(userData(world.touch('user', user))[counter], amount, world.now);
