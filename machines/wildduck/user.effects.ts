import {
  type Effect,
  type EntityView,
  type Params,
  secondsOf,
  type WorldHands,
  wholeOf,
} from '../../src/define/index.ts';
import { addressData, isTaken, statusOf, withoutLabel } from './address.data.ts';
import { countFailure, reset } from './counters.ts';
import { wordsOf } from './forms.ts';
import { ownerOf, thoseOf } from './owner.ts';
import { type Daily, freshUser, type Sort, type UserData, userData } from './user.data.ts';

const HOUR = 3_600;

/** What every user has from the start: the ends of the ids, and the paths (wildduck 2). */
const specialMailboxes = { INBOX: 'INBOX', Sent: 'Sent Mail', Drafts: 'Drafts', Trash: 'Trash', Junk: 'Junk' };

/** How a user changes, apart from the statuses (wildduck 2). */
export const userEffects: { readonly [name: string]: Effect } = {
  /** For the server, an account with this name that is being deleted is another account; here it is purged first. */
  createUser(world, self, params) {
    purge(world, self);
    for (const file of thoseOf(world, 'file', self.id)) world.tell(file, 'user.replaced', {});
    const user = self.id;
    const value = withoutLabel(params.address, user);
    Object.assign(userData(self), freshUser(), settingsIn(params), { main: value });
    world.tell(world.touch('address', user), 'user.created', { user, address: value });
    for (const [end, path] of Object.entries(specialMailboxes)) {
      world.tell(world.touch('mailbox', `${user}.${end}`), 'user.created', { user, path });
    }
  },

  updateUser(world, self, params) {
    const data = userData(self);
    Object.assign(data, settingsIn(params));
    for (const [key, counter] of Object.entries(limited)) if (params[key] !== undefined) reset(data[counter]);
    if (params.password !== undefined) data.temporaryUntil = 0;
    if (params.password !== undefined || params.suspended === 'yes') endSessions(world, self);
  },

  setTemporaryPassword(world, self) {
    userData(self).temporaryUntil = world.now + 24 * HOUR;
  },

  endSessions: (world, self) => endSessions(world, self),
  endProtocolSessions: (world, self) => endSessions(world, self, (session) => session.state('scope') !== 'master'),

  planTask(_, self, { deleteAfter = '0' }) {
    userData(self).deleteAfter = secondsOf(deleteAfter) ?? 0;
  },

  /** A refused `restore` drops the task as well. */
  dropTask: (world, self) => world.tell(self, 'task.dropped', {}),

  takeAddresses(world, self) {
    const addresses = thoseOf(world, 'address', self.id);
    const taken = addresses.map((address) => {
      const { value, made } = addressData(address);
      return { id: address.id, wasMain: address.state('ADDRESS') === 'MAIN', value, made };
    });
    userData(self).taken = taken.sort((one, other) => one.made - other.made);
    for (const address of addresses) world.tell(address, 'user.deleted', {});
  },

  /**
   * Whatever another user has taken meanwhile is lost; if that is the main address, the first of the others replaces
   * it.
   */
  restoreAddresses(world, self) {
    const user = self.id;
    const { taken } = userData(self);
    const free = taken.filter(({ id, value }) => !world.find('address', id)?.is('there') && !isTaken(world, value));
    const main = (free.find(({ wasMain }) => wasMain) ?? free[0])?.value ?? null;
    Object.assign(userData(self), { taken: [], main });
    for (const { id, value, made } of free) {
      const address = world.touch('address', id);
      Object.assign(addressData(address), { user, value, made });
      world.tell(address, 'user.restored', { status: statusOf(value, main) });
    }
  },

  purge,

  countWrongCode: (world, self) => countFailure(userData(self).totpFailures, world.now),

  keepFirstCode: (world, self) => keepCode(world, self, 'enable'),

  keepCode(world, self) {
    reset(userData(self).totpFailures);
    keepCode(world, self, 'check');
  },

  openChallenge(world, self, params) {
    const { for: sort = 'registration', challenge: name = '1' } = params;
    useChallenge(self, sort, params);
    userData(self).challenges.push({ sort: sort as Sort, name, until: world.now + HOUR });
  },

  useRegistrationChallenge: (_, self, params) => useChallenge(self, 'registration', params),
  useAuthenticationChallenge: (_, self, params) => useChallenge(self, 'authentication', params),

  keepCredential(_, self, { credential = '1' }) {
    const { credentials } = userData(self);
    if (!credentials.includes(credential)) credentials.push(credential);
  },

  dropCredential(_, self, { credential = '1' }) {
    const data = userData(self);
    data.credentials = data.credentials.filter((each) => each !== credential);
  },

  dropCredentials(_, self) {
    userData(self).credentials = [];
  },
};

/** Setting a limit restarts its count. */
const limited = { recipients: 'sent', imapMaxUpload: 'uploaded', imapMaxDownload: 'downloaded' } as const satisfies {
  [key: string]: Daily;
};

const numbers = ['quota', 'recipients', 'filters', 'imapMaxUpload', 'imapMaxDownload'] as const;

/** Only the values given. */
function settingsIn(params: Params): Partial<UserData> {
  const { password, disabledScopes } = params;
  const given = numbers.filter((key) => params[key] !== undefined).map((key) => [key, wholeOf(params[key])]);
  return {
    ...Object.fromEntries(given),
    ...(password === undefined ? {} : { password }),
    ...(disabledScopes === undefined ? {} : { disabledScopes: wordsOf(disabledScopes) }),
  };
}

function endSessions(world: WorldHands, self: EntityView, which: (session: EntityView) => boolean = () => true): void {
  for (const session of thoseOf(world, 'session', self.id)) if (which(session)) world.tell(session, 'revoked', {});
}

/** The code that enabled TOTP can be used once more; one that passed a check cannot (wildduck 2). */
function keepCode(world: WorldHands, self: EntityView, by: 'enable' | 'check'): void {
  userData(self).lastCode = { by, until: world.now + 180 };
}

function useChallenge(self: EntityView, sort: string, { challenge = '1' }: Params): void {
  const data = userData(self);
  data.challenges = data.challenges.filter((each) => !(each.sort === sort && each.name === challenge));
}

/** Files, counters and challenges stay. Messages and filters go before their mailboxes. */
function purge(world: WorldHands, self: EntityView): void {
  for (const kind of ['message', 'filter', 'mailbox', 'asp'] as const) {
    for (const each of world.all(kind)) if (ownerOf(each) === self.id) world.tell(each, 'user.purged', {});
  }
  endSessions(world, self);
}
