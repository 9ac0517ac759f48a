import { type Fact, type Question, secondsOf, type WorldView } from '../../src/model/index.ts';
import { addressFrom, isTaken } from './address.data.ts';
import { isFullOfFailures } from './counters.ts';
import { alone, asked, hidden, shown, shownPlain } from './facts.ts';
import { isUserThere, plainName, type Sort, userData } from './user.data.ts';

/** Somebody is there under a name that differs in dots and letter case at most. */
const nameTaken = (world: WorldView, id: string): boolean => {
  const name = plainName(id);
  return world.all('user').some((user) => plainName(user.id) === name && isUserThere(world, user.id));
};

const challengeOpen = ({ world, self, params: { challenge = '1' } }: Question, sort: Sort): boolean =>
  userData(self).challenges.some((each) => each.sort === sort && each.name === challenge && world.now < each.until);

const credentialOf = ({ params: { credential = '1' } }: Question): string => credential;

const keyLines = ['user webauthn.challenge', 'user webauthn.register'];

/** What a user's gates and guards ask outside the chart (rulebook 2); the first six are the view's (10). */
export const userFacts: { readonly [fact: string]: Fact } = {
  nameTaken: shown({
    yes: 'somebody is there whose name differs in dots and letter case at most',
    no: 'the name is free',
    changedBy: ['user create', 'user delete', 'user:1. create'],
    of: ({ world, self }) => nameTaken(world, self.id),
  }),
  addressTaken: shownPlain({
    yes: 'the address is in use, or the id of the main address is',
    no: 'the address and its id are free',
    changedBy: ['address forwarded.create', 'user:2 create'],
    of: ({ world, self, params }) =>
      isTaken(world, addressFrom(params.address, self.id)) || (world.find('address', self.id)?.is('there') ?? false),
  }),
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
    no: 'the user has not the credential',
    changedBy: [...keyLines, 'user webauthn.authenticate credential=2'],
    of: (question) => userData(question.self).credentials.includes(credentialOf(question)),
  }),
  onlyCredential: asked({
    usual: true,
    yes: 'it is the last credential that the user has',
    no: 'the user has others, or has not this one',
    changedBy: keyLines,
    of: (question) => {
      const { credentials } = userData(question.self);
      return credentials.length === 1 && credentials[0] === credentialOf(question);
    },
  }),
  checkedLately: hidden({
    yes: 'a code was accepted less than 180 s ago',
    no: 'no code was accepted in the last 180 s',
    changedBy: ['user totp.check', 'wait 180s'],
    of: ({ world, self }) => world.now < userData(self).usedUntil,
  }),
  deletesLater: alone({
    yes: 'a time is given until the purge',
    no: 'no time is given until the purge',
    changedBy: ['user delete deleteAfter=3d'],
    of: ({ params }) => (secondsOf(params.deleteAfter ?? '0') ?? 0) > 0,
  }),
  nothingGiven: alone({
    usual: true,
    yes: 'no key is given',
    no: 'a key is given',
    changedBy: ['user update', 'user create quota=1'],
    of: ({ params }) => Object.keys(params).length === 0,
  }),
};
