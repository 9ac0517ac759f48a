import type { EntityView, Fact, Params, Question } from '../../src/model/index.ts';
import { coversScope } from './asp.data.ts';
import { isFullOfFailures } from './counters.ts';
import { asked, shown, shownPlain } from './facts.ts';
import { oneOf, ownerOf, userThere } from './owner.ts';
import { inPath, isUserBlocked, isUserThere, userDataOf } from './user.data.ts';

const scopeOf = ({ scope = 'master' }: Params): string => scope;

/** The application password that is shown instead of the user's, if the user has it. */
export const aspOf = ({ world, params }: Omit<Question, 'self' | 'event'>): EntityView | undefined =>
  params.asp === undefined ? undefined : oneOf(world, 'asp', params.asp, inPath(params));

/** Which password is shown: the user's own where none is given. The temporary one is tried first. */
function passwordShown({ world, params }: Question): 'own' | 'temporary' | 'wrong' {
  const { password, temporaryUntil } = userDataOf(world, inPath(params));
  if (params.password === 'temporary' && world.now < temporaryUntil) return 'temporary';
  return password !== null && (params.password ?? password) === password ? 'own' : 'wrong';
}

/** What a session's gates ask outside the chart (rulebook 3); the first six are its view's (10). */
export const sessionFacts: { readonly [fact: string]: Fact } = {
  userThere,
  userBlocked: shownPlain({
    yes: 'the user is disabled or suspended',
    no: 'the user is not blocked',
    changedBy: ['user update disabled=yes', 'user update suspended=yes'],
    of: ({ world, params }) => isUserBlocked(world, inPath(params)),
  }),
  hasPassword: shownPlain({
    usual: true,
    yes: 'the user has a password',
    no: 'the user has no password',
    changedBy: ['user create', 'user update password=correct-horse'],
    of: ({ world, params }) => userDataOf(world, inPath(params)).password !== null,
  }),
  limited: shownPlain({
    yes: 'twelve failures were counted',
    no: 'fewer than twelve failures were counted',
    changedBy: ['session authenticate', 'wait 120s'],
    of: ({ world, params }) => isFullOfFailures(userDataOf(world, inPath(params)).authFailures, world.now),
  }),
  masterScope: shown({
    usual: true,
    yes: 'the session is of scope master',
    no: 'the session is not of scope master',
    changedBy: ['session authenticate', 'session authenticate scope=imap'],
    of: ({ self }) => self.state('scope') === 'master',
  }),
  sessionUserThere: shown({
    usual: true,
    yes: 'the user of the session is there',
    no: 'the user of the session is not there',
    changedBy: ['session authenticate', 'user delete'],
    of: ({ world, self }) => isUserThere(world, ownerOf(self) ?? ''),
  }),
  secret: {
    values: ['none', 'password', 'asp', 'both'],
    usual: 'none',
    usesParams: true,
    paramsOnly: true,
    of: ({ params: { password, asp } }) =>
      asp === undefined ? (password === undefined ? 'none' : 'password') : password === undefined ? 'asp' : 'both',
    changedBy: ['session authenticate password=correct-horse', 'session authenticate asp=1 scope=imap'],
    says: {
      none: "the user's own password is shown",
      password: 'a password is shown',
      asp: 'an application password is shown',
      both: 'a password and an application password are shown',
    },
  },
  scopeDisabled: asked({
    yes: 'the scope is switched off for the user',
    no: 'the scope is not switched off for the user',
    changedBy: ['user update disabledScopes=imap', 'session authenticate scope=imap'],
    of: ({ world, params }) => userDataOf(world, inPath(params)).disabledScopes.includes(scopeOf(params)),
  }),
  userHas2FA: asked({
    yes: 'the user has a second factor',
    no: 'the user has no second factor',
    changedBy: ['user custom.enable', 'session authenticate scope=imap'],
    of: ({ world, params }) => world.find('user', inPath(params))?.is('has 2FA') ?? false,
  }),
  passwordShown: {
    values: ['own', 'temporary', 'wrong'],
    usual: 'own',
    usesParams: true,
    of: passwordShown,
    changedBy: [
      'session authenticate password=wrong',
      'user password.reset',
      'session authenticate password=temporary',
    ],
    says: {
      own: "the password is the user's own",
      temporary: 'the password is the temporary one in force',
      wrong: 'the password is wrong',
    },
  },
  aspThere: asked({
    usual: true,
    yes: 'the user has the application password',
    no: 'the user has no such application password',
    changedBy: ['asp create', 'session authenticate asp=1 scope=imap'],
    of: (question) => aspOf(question) !== undefined,
  }),
  aspCoversScope: asked({
    usual: true,
    yes: 'the application password is good for the scope',
    no: 'the application password is not good for the scope',
    changedBy: ['asp create scopes=smtp', 'session authenticate asp=1 scope=imap'],
    of: (question) => {
      const asp = aspOf(question);
      return asp !== undefined && coversScope(asp, scopeOf(question.params));
    },
  }),
  callsForAnother: asked({
    yes: 'the call is for another user than that of the session',
    no: 'the call is for the user of the session',
    changedBy: ['session call user=2'],
    of: ({ self, params: { user } }) => user !== undefined && user !== ownerOf(self),
  }),
};
