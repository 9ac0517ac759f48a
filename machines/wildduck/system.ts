import type { EntityView, System, WorldView } from '../../src/define/index.ts';
import { defineSystem } from '../../src/define/unchecked.ts';
import { freshAddress } from './address.data.ts';
import { address } from './address.ts';
import { alias } from './alias.ts';
import { aspData, freshAsp } from './asp.data.ts';
import { asp } from './asp.ts';
import { cert } from './cert.ts';
import { codes } from './codes.ts';
import { dkim } from './dkim.ts';
import { effects } from './effects.ts';
import { faults, strike } from './faults.ts';
import { file, freshFile } from './file.ts';
import { filterData, freshFilter } from './filter.data.ts';
import { filter } from './filter.ts';
import { freshMailbox } from './mailbox.data.ts';
import { mailbox } from './mailbox.ts';
import { freshMessage, messageData } from './message.data.ts';
import { message } from './message.ts';
import { freshServer } from './policy.ts';
import { server } from './server.ts';
import { expiresIn, freshSession } from './session.data.ts';
import { session } from './session.ts';
import { freshUser, userData } from './user.data.ts';
import { user } from './user.ts';
import { webhook } from './webhook.ts';

/** Written out, so that the declarations refer to each entity instead of repeating it. */
type Entities = {
  readonly user: typeof user;
  readonly session: typeof session;
  readonly address: typeof address;
  readonly mailbox: typeof mailbox;
  readonly message: typeof message;
  readonly asp: typeof asp;
  readonly filter: typeof filter;
  readonly file: typeof file;
  readonly alias: typeof alias;
  readonly dkim: typeof dkim;
  readonly cert: typeof cert;
  readonly webhook: typeof webhook;
  readonly server: typeof server;
};

/** The WildDuck API: its entities, and how a change in one reaches another. */
export const wildduck: System<Entities> = defineSystem({
  name: 'wildduck',
  title: 'WildDuck API',
  marks: {
    S: "in the vendor's list",
    F: { says: 'found in the source of', version: 'WildDuck 1.46.1' },
    I: 'inferred',
  },
  codes,
  entities: { user, session, address, mailbox, message, asp, filter, file, alias, dkim, cert, webhook, server },
  unknownEvent: 'InputValidationError',
  unknownEventMark: 'I',
  ready: ['user create password=correct-horse', 'session authenticate password=correct-horse'],
  effects,
  data: {
    user: freshUser,
    session: freshSession,
    address: freshAddress,
    mailbox: freshMailbox,
    message: freshMessage,
    asp: freshAsp,
    filter: freshFilter,
    file: freshFile,
    server: freshServer,
  },
  delays: {
    purge: ({ self }) => userData(self).deleteAfter,
    sessionExpiry: ({ world, self }) => expiresIn(self, world.now),
    aspExpiry: ({ self }) => aspData(self).ttl,
  },
  links: [{ from: 'mailbox', signals: ['entered MAILBOX.DELETED'], to: storedIn }],
  fault: strike,
  faults,
  searchHints: [
    ['user totp.setup', 'user totp.enable', ...times(12, 'user totp.check token=wrong')].join('\n'),
    times(12, 'session authenticate password=wrong').join('\n'),
    'user webauthn.challenge\nuser webauthn.register\nuser webauthn.challenge for=authentication',
    'user update recipients=1\nmessage upload draft=yes recipients=2',
  ],
});

/** The messages in a mailbox, and the filters that store there. */
function storedIn(world: WorldView, { id }: EntityView): EntityView[] {
  return [
    ...world.all('filter').filter((each) => filterData(each).mailbox === id),
    ...world.all('message').filter((each) => messageData(each).mailbox === id),
  ];
}

function times(count: number, line: string): string[] {
  return Array<string>(count).fill(line);
}
