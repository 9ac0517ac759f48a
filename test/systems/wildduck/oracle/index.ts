import { type KindRules, Oracle, standing } from '../../../oracle/oracle.ts';
import { addressStep } from './address.ts';
import { mailboxStep } from './mailbox.ts';
import { messageStep } from './message.ts';
import { plainStep, serverStep } from './plain.ts';
import { sessionStep } from './session.ts';
import { aspStep, fileStep, filterStep } from './small.ts';
import { userStep } from './user.ts';
import { World } from './world.ts';

export function wildduckOracle(): Oracle {
  const world = new World();

  const plain = (kind: 'alias' | 'dkim' | 'cert' | 'webhook'): KindRules => ({
    step: (id, type, params) => plainStep(world, kind, id, type, params),
    phases: (id) => standing(world.plain.get(`${kind}:${id}`), kind.toUpperCase()),
  });

  return new Oracle({
    world,
    unknown: 'InputValidationError',
    kinds: {
      user: {
        step: (id, type, params) => userStep(world, id, type, params),
        phases: (id) => standing(world.users.get(id), 'USER', 'TOTP', 'CUSTOM_2FA', 'WEBAUTHN'),
      },
      session: {
        step: (id, type, params) => sessionStep(world, id, type, params),
        phases: (id) => standing(world.sessions.get(id), 'SESSION'),
      },
      address: {
        step: (id, type, params) => addressStep(world, id, type, params),
        phases: (id) => standing(world.addresses.get(id), 'ADDRESS'),
      },
      mailbox: {
        step: (id, type, params) => mailboxStep(world, id, type, params),
        phases: (id) => standing(world.mailboxes.get(id), 'MAILBOX'),
      },
      message: {
        step: (id, type, params) => messageStep(world, id, type, params),
        phases: (id) => standing(world.messages.get(id), 'MESSAGE', 'OUTBOUND'),
      },
      asp: {
        step: (id, type, params) => aspStep(world, id, type, params),
        phases: (id) => standing(world.asps.get(id), 'ASP'),
      },
      filter: {
        step: (id, type, params) => filterStep(world, id, type, params),
        phases: (id) => standing(world.filters.get(id), 'FILTER'),
      },
      file: {
        step: (id, type, params) => fileStep(world, id, type, params),
        phases: (id) => standing(world.files.get(id), 'FILE'),
      },
      alias: plain('alias'),
      dkim: plain('dkim'),
      cert: plain('cert'),
      webhook: plain('webhook'),
      server: {
        step: (_, type, params) => serverStep(world, type, params),
        phases: () => ({}),
      },
    },
  });
}
