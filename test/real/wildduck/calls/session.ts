import { createHash } from 'node:crypto';
import { userNamed } from '../../../../machines/wildduck/user.data.ts';
import type { Params } from '../../../../src/model/index.ts';
import { type Calls, idOf, type Real } from './real.ts';

/** The password that is sent; default: the user's own. What is wrong in the model is wrong for the server. */
function passwordOf(real: Real, { user = '1', password, asp }: Params): string {
  if (asp !== undefined) return real.secrets.get(`asp ${asp}`) ?? 'aaaabbbbccccdddd';
  const name = userNamed(real.model, user)?.id ?? user;
  if (password === 'temporary') return real.secrets.get(`temporary ${name}`) ?? password;
  return (password ?? real.secrets.get(`password ${name}`)) || 'nothing-was-set';
}

/** The token of the session, or one that the server never gave. */
const tokenOf = (real: Real, id: string): string =>
  real.secrets.get(`token ${id}`) ?? createHash('sha1').update(id).digest('hex');

export const session: Calls = {
  async authenticate(real, id, params) {
    const { user = '1', scope = 'master' } = params;
    const reply = await real.api.call('POST', '/authenticate', {
      username: user,
      password: passwordOf(real, params),
      scope,
      token: scope === 'master',
    });
    if (!reply.answer.accepted) return reply;
    real.secrets.set(`token ${id}`, String(reply.body.token));
    real.secrets.set(`account ${id}`, String(reply.body.id));
    return reply;
  },

  call(real, id, { user, admin }) {
    const account = user === undefined ? real.secrets.get(`account ${id}`) : idOf(real, 'user', user);
    const path = admin === 'yes' ? '/settings' : `/users/${account ?? idOf(real, 'user', '1')}/mailboxes`;
    return real.api.call('GET', path, undefined, { token: tokenOf(real, id) });
  },

  end: (real, id) => real.api.call('DELETE', '/authenticate', undefined, { token: tokenOf(real, id) }),
};
