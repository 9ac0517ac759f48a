import { type Calls, idOf, keepId, objectId, pathOf } from './real.ts';

export const mailbox: Calls = {
  async create(real, id, { path, ...params }) {
    const reply = await real.api.call('POST', `${pathOf(real, params)}/mailboxes`, { path: path ?? id });
    keepId(real, 'mailbox', id, reply);
    return reply;
  },

  get: (real, id, params) => real.api.call('GET', `${pathOf(real, params)}/mailboxes/${idOf(real, 'mailbox', id)}`),

  rename: (real, id, { path = 'renamed', ...params }) =>
    real.api.call('PUT', `${pathOf(real, params)}/mailboxes/${idOf(real, 'mailbox', id)}`, { path }),

  async delete(real, id, params) {
    const account = idOf(real, 'mailbox', id);
    const reply = await real.api.call('DELETE', `${pathOf(real, params)}/mailboxes/${account}`);
    // The clean-up would come later. Until then the messages count, and can be read at their old place.
    if (reply.answer.accepted) {
      for (const { user, size } of real.mongo.collection('messages').remove({ mailbox: objectId(account) }, 0)) {
        real.mongo.collection('users').update({ q: { _id: user }, u: { $inc: { storageUsed: -size } } });
      }
    }
    return reply;
  },
};
