import type { Document } from 'bson';
import type { Params } from '../../../../src/model/index.ts';
import type { Reply } from '../api.ts';
import { deliver } from '../lmtp.ts';
import { type Calls, idOf, objectId, one, pathOf, type Real } from './real.ts';

const recipients = (count: string): object[] =>
  Array.from({ length: Number(count) }, (_, each) => ({ address: `to${each}@example.net` }));

let made = 0;

const source = (messageId: string, subject: string): string =>
  [`Message-ID: ${messageId}`, 'From: a@example.net', 'To: b@example.net', `Subject: ${subject}`, '', 'text'].join(
    '\r\n',
  );

function newMessageId(): string {
  made += 1;
  return `<${made}@check.example>`;
}

/** A message keeps its Message-ID; its number changes with every move. */
function found(real: Real, id: string, { user = '1' }: Params): Document | undefined {
  const msgid = real.secrets.get(`message ${id}`);
  return msgid === undefined ? undefined : one(real, 'messages', { msgid, user: objectId(idOf(real, 'user', user)) });
}

const inboxOf = (real: Real, { user = '1' }: Params): string => idOf(real, 'mailbox', `${user}.INBOX`);

/** The path of the message; for a missing one, the path of a number that no message has. */
function messagePath(real: Real, id: string, params: Params): string {
  const message = found(real, id, params);
  const place = message ? `${message.mailbox}/messages/${message.uid}` : `${inboxOf(real, params)}/messages/999999`;
  return `${pathOf(real, params)}/mailboxes/${place}`;
}

/** The server counts headers too, so the size is set to that of the step. */
function resize(real: Real, message: Document, size: number): void {
  const { _id, user, size: now } = message;
  real.mongo.collection('messages').update({ q: { _id }, u: { $set: { size } } });
  real.mongo.collection('users').update({ q: { _id: user }, u: { $inc: { storageUsed: size - now } } });
}

/** Remembers the stored message, and sets its size. */
function keep(real: Real, id: string, place: Document, { size = '1000' }: Params): void {
  const message = one(real, 'messages', place);
  if (!message) {
    real.secrets.delete(`message ${id}`);
    return;
  }
  real.secrets.set(`message ${id}`, message.msgid);
  resize(real, message, Number(size));
}

const empty = (): ReadableStream<Uint8Array> => new ReadableStream({ start: (stream) => stream.close() });

export const message: Calls = {
  async upload(real, id, params) {
    const { mailbox, draft, size, recipients: count = '1' } = params;
    const target = mailbox === undefined ? inboxOf(real, params) : idOf(real, 'mailbox', mailbox);
    const path = `${pathOf(real, params)}/mailboxes/${target}/messages`;
    const raw = (bytes: string | ReadableStream<Uint8Array>) => ({ raw: { type: 'message/rfc822', bytes } });
    const messageId = newMessageId();
    const reply =
      Number(size) === 0
        ? await real.api.call('POST', path, undefined, raw(empty()))
        : draft === 'yes'
          ? await real.api.call('POST', path, {
              draft: true,
              from: { address: 'a@example.net' },
              to: recipients(count),
              subject: 'draft',
              text: messageId,
            })
          : await real.api.call('POST', path, undefined, raw(source(messageId, 'upload')));
    const { id: uid } = (reply.body.message ?? {}) as { id?: number };
    if (reply.answer.accepted) keep(real, id, { mailbox: objectId(target), uid }, params);
    return reply;
  },

  async deliver(real, id, params) {
    const { user = '1', subject = '' } = params;
    const filter = { user: objectId(idOf(real, 'user', user)), address: { $not: /\*/ } };
    const to = one(real, 'addresses', filter)?.address ?? 'nobody@nowhere.example';
    const msgid = newMessageId();
    const answer = await deliver(real.lmtpPort, to, source(msgid, subject));
    if (answer.accepted) keep(real, id, { msgid }, params);
    return { answer, body: {} };
  },

  submit: (real, id, params) => real.api.call('POST', `${messagePath(real, id, params)}/submit`, {}),

  async send(real, id, params) {
    const { recipients: count = '1' } = params;
    const reply = await real.api.call('POST', `${pathOf(real, params)}/submit`, {
      from: { address: 'a@example.net' },
      to: recipients(count),
      subject: 'sent',
      text: newMessageId(),
    });
    const { id: uid, mailbox } = (reply.body.message ?? {}) as { id?: number; mailbox?: string | false };
    if (reply.answer.accepted && typeof mailbox === 'string')
      keep(real, id, { mailbox: objectId(mailbox), uid }, params);
    else if (reply.answer.accepted) real.secrets.delete(`message ${id}`);
    return reply;
  },

  get: (real, id, params) => real.api.call('GET', messagePath(real, id, params)),

  move(real, id, { to, ...params }) {
    const { user = '1' } = params;
    const moveTo = idOf(real, 'mailbox', to ?? `${user}.Trash`);
    return real.api.call('PUT', messagePath(real, id, params), { moveTo });
  },

  delete: (real, id, params): Promise<Reply> => real.api.call('DELETE', messagePath(real, id, params)),

  restore: (real, id, { mailbox, ...params }) =>
    real.api.call('POST', `${pathOf(real, params)}/archived/messages/${idOf(real, 'archived', id)}/restore`, {
      mailbox: mailbox === undefined ? undefined : idOf(real, 'mailbox', mailbox),
    }),
};
