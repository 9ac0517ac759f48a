import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Params } from '../../../../src/model/index.ts';
import type { Reply } from '../api.ts';
import { type Calls, flagOf, idOf, keepId, pathOf, type Real, wordsOf } from './real.ts';

/** Creates an entity and remembers its id. */
async function make(real: Real, kind: string, id: string, path: string, body: object): Promise<Reply> {
  const reply = await real.api.call('POST', path, body);
  keepId(real, kind, id, reply);
  return reply;
}

const ofUser = (kind: string, folder: string): Calls => ({
  get: (real, id, params) => real.api.call('GET', `${pathOf(real, params)}/${folder}/${idOf(real, kind, id)}`),
  delete: (real, id, params) => real.api.call('DELETE', `${pathOf(real, params)}/${folder}/${idOf(real, kind, id)}`),
});

const ofNobody = (kind: string, folder: string): Calls => ({
  get: (real, id) => real.api.call('GET', `/${folder}/${idOf(real, kind, id)}`),
  delete: (real, id) => real.api.call('DELETE', `/${folder}/${idOf(real, kind, id)}`),
});

export const asp: Calls = {
  ...ofUser('asp', 'asps'),
  async create(real, id, { scopes = '*', generateMobileconfig, address, ttl, ...params }) {
    const reply = await make(real, 'asp', id, `${pathOf(real, params)}/asps`, {
      description: id,
      address,
      scopes: wordsOf(scopes),
      generateMobileconfig: flagOf(generateMobileconfig),
      ttl: ttl === undefined ? undefined : Number(ttl),
    });
    if (reply.answer.accepted) real.secrets.set(`asp ${id}`, String(reply.body.password));
    return reply;
  },
};

const filterBody = (real: Real, { match, delete: drop, mailbox }: Params): object => ({
  ...(match === undefined ? {} : { query: { subject: match } }),
  ...(drop === undefined && mailbox === undefined
    ? {}
    : {
        action: {
          ...(drop === undefined ? {} : { delete: flagOf(drop) }),
          ...(mailbox === undefined ? {} : { mailbox: idOf(real, 'mailbox', mailbox) }),
        },
      }),
});

export const filter: Calls = {
  ...ofUser('filter', 'filters'),
  create: (real, id, params) =>
    make(real, 'filter', id, `${pathOf(real, params)}/filters`, {
      query: {},
      action: {},
      ...filterBody(real, params),
    }),
  update: (real, id, params) =>
    real.api.call('PUT', `${pathOf(real, params)}/filters/${idOf(real, 'filter', id)}`, filterBody(real, params)),
};

export const file: Calls = {
  ...ofUser('file', 'storage'),
  create: (real, id, params) =>
    make(real, 'file', id, `${pathOf(real, params)}/storage`, { filename: id, content: 'text' }),
};

export const alias: Calls = {
  ...ofNobody('alias', 'domainaliases'),
  create: (real, id) =>
    make(real, 'alias', id, '/domainaliases', { alias: `${id}.alias.example`, domain: 'example.com' }),
};

/** A domain name, different for each id. */
const domainOf = (kind: string, id: string): string => `${id}.${kind}.example`;

export const dkim: Calls = {
  ...ofNobody('dkim', 'dkim'),
  set: (real, id) => make(real, 'dkim', id, '/dkim', { domain: domainOf('dkim', id), selector: 'check' }),
};

const pem = (name: string): string => readFileSync(join(process.env.WILDDUCK_FOLDER ?? '', 'certs', name), 'utf8');

export const cert: Calls = {
  ...ofNobody('cert', 'certs'),
  set: (real, id) =>
    make(real, 'cert', id, '/certs', {
      servername: domainOf('cert', id),
      privateKey: pem('example.key'),
      cert: pem('example.cert'),
    }),
};

export const webhook: Calls = {
  delete: ofNobody('webhook', 'webhooks').delete as Calls[string],
  create: (real, id, { user }) =>
    make(real, 'webhook', id, '/webhooks', {
      type: ['user.created'],
      url: 'http://127.0.0.1:9/',
      user: user === undefined ? undefined : idOf(real, 'user', user),
    }),
};

const settings: { readonly [key: string]: string } = {
  aspLimit: 'const:asp:limit',
  maxFilters: 'const:max:filters',
  maxMailboxes: 'const:max:mailboxes',
  maxRecipients: 'const:max:recipients',
  maxRcptTo: 'const:max:rcpt_to',
  imapMaxUpload: 'const:max:imap:upload',
  imapMaxDownload: 'const:max:imap:download',
};

export const server: Calls = {
  async set(real, _, params) {
    let reply: Reply = { answer: { accepted: true }, body: {} };
    for (const [key, value] of Object.entries(params)) {
      reply = await real.api.call('POST', `/settings/${settings[key]}`, { value: Number(value) });
      if (!reply.answer.accepted) break;
    }
    return reply;
  },
};
