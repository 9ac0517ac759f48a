import type { Params } from '../../../../src/model/index.ts';
import { type Calls, flagOf, idOf, keepId, objectId, one, type Real, wordsOf } from './real.ts';

const numbers = ['quota', 'recipients', 'filters', 'imapMaxUpload', 'imapMaxDownload'];
const flags = ['disabled', 'suspended', 'disable2fa'];

function settings(params: Params): Record<string, unknown> {
  const { disabledScopes } = params;
  return {
    ...Object.fromEntries(numbers.filter((key) => key in params).map((key) => [key, Number(params[key])])),
    ...Object.fromEntries(flags.filter((key) => key in params).map((key) => [key, flagOf(params[key])])),
    ...(disabledScopes === undefined ? {} : { disabledScopes: wordsOf(disabledScopes) }),
  };
}

const special = { INBOX: 'INBOX', 'Sent Mail': 'Sent', Drafts: 'Drafts', Trash: 'Trash', Junk: 'Junk' };

const tasksOf = (user: string) => ({ task: 'user-delete', 'data.user': objectId(user) });

/** For the server, a user created again is a second account, so the rest of the first is deleted. */
async function replace(real: Real, former: string): Promise<void> {
  await real.order({ purge: former });
  real.mongo.collection('tasks').remove(tasksOf(former), 0);
  forgetMessages(real, former);
}

/** The clean-up would come later. Until then the messages can be read at their old place. */
const forgetMessages = (real: Real, user: string): void =>
  void real.mongo.collection('messages').remove({ user: objectId(user) }, 0);

export const user: Calls = {
  async create(real, id, { password, address, ...rest }) {
    const former = real.ids.get(`user:${id}`);
    const reply = await real.api.call('POST', '/users', {
      username: id,
      password: password ?? false,
      allowUnsafe: false,
      address: address ?? `${id}@example.com`,
      ...settings(rest),
    });
    if (!reply.answer.accepted) return reply;
    if (former !== undefined) await replace(real, former);
    keepId(real, 'user', id, reply);
    real.secrets.set(`password ${id}`, password ?? '');
    const filter = { user: objectId(idOf(real, 'user', id)) };
    for (const { path, _id } of real.mongo.collection('mailboxes').find({ filter })) {
      real.ids.set(`mailbox:${id}.${special[path as keyof typeof special]}`, _id.toString());
    }
    for (const { _id } of real.mongo.collection('addresses').find({ filter })) {
      real.ids.set(`address:${id}`, _id.toString());
    }
    return reply;
  },

  get: (real, id) => real.api.call('GET', `/users/${idOf(real, 'user', id)}`),

  async update(real, id, { password, ...rest }) {
    const body = { ...(password === undefined ? {} : { password, allowUnsafe: false }), ...settings(rest) };
    const reply = await real.api.call('PUT', `/users/${idOf(real, 'user', id)}`, body);
    if (reply.answer.accepted && password !== undefined) {
      real.secrets.set(`password ${id}`, password);
      real.secrets.delete(`temporary ${id}`);
    }
    return reply;
  },

  async 'password.reset'(real, id) {
    const reply = await real.api.call('POST', `/users/${idOf(real, 'user', id)}/password/reset`, {});
    if (reply.answer.accepted) real.secrets.set(`temporary ${id}`, String(reply.body.password));
    return reply;
  },

  logout: (real, id) => real.api.call('PUT', `/users/${idOf(real, 'user', id)}/logout`, {}),

  async delete(real, id, { deleteAfter }) {
    const seconds = spanOf(deleteAfter ?? '0');
    const query = seconds > 0 ? `?deleteAfter=${new Date(real.now() + seconds * 1000).toISOString()}` : '';
    const account = idOf(real, 'user', id);
    const reply = await real.api.call('DELETE', `/users/${account}${query}`);
    // The server makes a new task each time; in the model a user has one.
    const [, ...further] = real.mongo.collection('tasks').find({ filter: tasksOf(account) });
    for (const { _id } of further) real.mongo.collection('tasks').remove({ _id }, 1);
    return reply;
  },

  restore: (real, id) => real.api.call('POST', `/users/${idOf(real, 'user', id)}/restore`, {}),

  /** A report: the worker does the running task. */
  async 'purge.finished'(real, id) {
    const account = idOf(real, 'user', id);
    const running = one(real, 'tasks', { ...tasksOf(account), status: 'waiting' });
    if (running) {
      await real.order({ purge: account });
      real.mongo.collection('tasks').remove({ _id: running._id }, 1);
      forgetMessages(real, account);
    }
    return { answer: running ? { accepted: true } : { accepted: false, code: 'ignored' }, body: {} };
  },

  disable2fa: (real, id) => real.api.call('DELETE', `/users/${idOf(real, 'user', id)}/2fa`),
};

const units: { readonly [unit: string]: number } = { m: 60, h: 3600, d: 86_400 };

const spanOf = (span: string): number => Number.parseInt(span, 10) * (units[span.at(-1) ?? ''] ?? 1);
