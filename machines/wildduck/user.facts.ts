import { type Fact, fits, type Question, secondsOf, type WorldView } from '../../src/define/index.ts';
import { canBeAddress, isTaken, withoutLabel } from './address.data.ts';
import { isFullOfFailures } from './counters.ts';
import { alone, asked, hidden, shown, shownPlain } from './facts.ts';
import { userName } from './forms.ts';
import { isUserThere, plainName, type Sort, userData, userNamed } from './user.data.ts';

/** The early check of the name drops the dots of the new name only. */
const isPlainNameTaken = (world: WorldView, id: string): boolean => {
  const plain = plainName(id);
  return world.all('user').some((user) => user.id.toLowerCase() === plain && isUserThere(world, user.id));
};

const challengeOpen = ({ world, self, params: { challenge = '1' } }: Question, sort: Sort): boolean =>
  userData(self).challenges.some((each) => each.sort === sort && each.name === challenge && world.now < each.until);

const credentialOf = ({ params: { credential = '1' } }: Question): string => credential;

const keyLines = ['user webauthn.challenge', 'user webauthn.register'];

/** What a user's gates and guards read outside the chart (wildduck 2). The view shows the first eight (wildduck 10). */
export const userFacts = {
  nameTaken: shown({
    yes: 'a user has a name that differs only in dots and letter case',
    no: 'the name is free',
    changedBy: [
      'user:ab create',
      'user:a.b create',
      'user:a.b create address=x@example.org',
      'user:ab delete deleteAfter=3d',
      'user:ab restore',
    ],
    of: ({ world, self }) => userNamed(world, self.id) !== undefined,
  }),
  plainNameTaken: shown({
    yes: 'a user has this name in lower case and without dots',
    no: 'no user has this name in lower case and without dots',
    changedBy: ['user:ab create', 'user:a.b create', 'user:ab delete deleteAfter=3d', 'user:ab restore'],
    of: ({ world, self }) => isPlainNameTaken(world, self.id),
  }),
  addressTaken: shownPlain({
    yes: 'the address is in use',
    no: 'the address is free',
    changedBy: ['address forwarded.create', 'user:2 create'],
    of: ({ world, self, params }) => isTaken(world, withoutLabel(params.address, self.id)),
  }),
  task: {
    values: [null, 'waiting', 'running'],
    usual: null,
    shown: true,
    of: ({ self }) => (self.state('deletion') === 'none' ? null : self.state('deletion')),
    changedBy: ['user delete', 'user delete deleteAfter=3d', 'user restore', 'user purge.finished'],
    says: {
      null: 'the user has no deletion task',
      waiting: 'a deletion is scheduled',
      running: 'a deletion is running',
    },
  },
  totpLimited: shown({
    yes: 'twelve wrong codes were counted',
    no: 'fewer than twelve wrong codes were counted',
    changedBy: ['user totp.check token=wrong', 'wait 120s'],
    of: ({ world, self }) => isFullOfFailures(userData(self).totpFailures, world.now),
  }),
  registrationChallenge: shownPlain({
    usual: true,
    yes: 'the registration challenge is open',
    no: 'no such registration challenge is open',
    changedBy: ['user webauthn.challenge', 'wait 1h'],
    of: (question) => challengeOpen(question, 'registration'),
  }),
  authenticationChallenge: shownPlain({
    usual: true,
    yes: 'the authentication challenge is open',
    no: 'no such authentication challenge is open',
    changedBy: ['user webauthn.challenge for=authentication', 'wait 1h'],
    of: (question) => challengeOpen(question, 'authentication'),
  }),
  credentialKnown: shownPlain({
    usual: true,
    yes: 'the user has the credential',
    no: 'the user does not have the credential',
    changedBy: [...keyLines, 'user webauthn.register credential=2', 'user webauthn.authenticate credential=2'],
    of: (question) => userData(question.self).credentials.includes(credentialOf(question)),
  }),
  onlyCredential: asked({
    usual: true,
    yes: 'it is the last credential that the user has',
    no: 'the user has others, or does not have this one',
    changedBy: keyLines,
    of: (question) => {
      const { credentials } = userData(question.self);
      return credentials.length === 1 && credentials[0] === credentialOf(question);
    },
  }),
  addressIdTaken: hidden({
    yes: 'the id of the main address is in use',
    no: 'the id of the main address is free',
    changedBy: ['address forwarded.create address=x@example.org'],
    of: ({ world, self }) => world.find('address', self.id)?.is('there') === true,
  }),
  idFits: hidden({
    usual: true,
    yes: 'the id can be a user name',
    no: 'the id cannot be a user name',
    changedBy: [],
    of: ({ self }) => fits(userName.is, self.id),
  }),
  idIsAddress: hidden({
    usual: true,
    yes: 'the id can stand before the @ of an address',
    no: 'the id is too long to stand before the @ of an address',
    changedBy: [],
    of: ({ self }) => canBeAddress(self.id),
  }),
  lastCode: {
    values: ['none', 'enabled', 'checked'],
    usual: 'none',
    shown: false,
    of: ({ world, self }) => {
      const { lastCode } = userData(self);
      if (lastCode === null || world.now >= lastCode.until) return 'none';
      return lastCode.by === 'enable' ? 'enabled' : 'checked';
    },
    changedBy: ['user totp.enable', 'user totp.check', 'wait 180s'],
    says: {
      none: 'no code was accepted in the last 180 s',
      enabled: 'the last code enabled one-time codes, less than 180 s ago',
      checked: 'the last code passed a check less than 180 s ago',
    },
  },
  deletesLater: alone({
    yes: 'a time is given until the purge',
    no: 'no time is given until the purge',
    changedBy: ['user delete deleteAfter=3d'],
    of: ({ params }) => (secondsOf(params.deleteAfter ?? '0') ?? 0) > 0,
  }),
} as const satisfies { readonly [fact: string]: Fact };
