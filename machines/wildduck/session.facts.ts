import type { EntityView, Fact, Params, Question, WorldView } from '../../src/define/index.ts';
import { coversScope } from './asp.data.ts';
import { type Counter, freshCounter, isFullOfFailures } from './counters.ts';
import { asked, shown, shownPlain } from './facts.ts';
import { oneOf, ownerOf } from './owner.ts';
import { policyOf } from './policy.ts';
import { inPath, isUserBlocked, isUserThere, plainName, userData, userDataOf, userNamed } from './user.data.ts';

/** At a login, a name means the user whose name is the same except for dots and case (wildduck 3). */
const nameIn = (world: WorldView, params: Params): string => userNamed(world, inPath(params))?.id ?? inPath(params);

/** The data of the user who logs in, or of a nonexistent one. */
const accountIn = ({ world, params }: Question) => userDataOf(world, nameIn(world, params));

/** An account counts its failures; so does a name that no user has. */
function failures({ world, params }: Question): Counter {
  const user = userNamed(world, inPath(params));
  if (user) return userData(user).authFailures;
  return policyOf(world).failures[plainName(inPath(params))] ?? freshCounter();
}

const scopeOf = ({ scope = 'master' }: Params): string => scope;

/** The application password that is presented instead of the user's, if the user has it. */
export const aspOf = ({ world, params }: Omit<Question, 'self' | 'event'>): EntityView | undefined =>
  params.asp === undefined ? undefined : oneOf(world, 'asp', params.asp, nameIn(world, params));

/** Which password is presented; the user's own by default. The temporary one is tried first. */
function passwordShown(question: Question): 'own' | 'temporary' | 'wrong' {
  const { world, params } = question;
  const { password, temporaryUntil } = accountIn(question);
  if (params.password === 'temporary' && world.now < temporaryUntil) return 'temporary';
  return password !== null && (params.password ?? password) === password ? 'own' : 'wrong';
}

/** What a session's gates read outside the chart (wildduck 3). Its view shows the first six (wildduck 10). */
export const sessionFacts = {
  userThere: shownPlain({
    usual: true,
    yes: 'a user of that name exists',
    no: 'no user of that name exists',
    changedBy: ['user create', 'user delete'],
    of: ({ world, params }) => userNamed(world, inPath(params)) !== undefined,
  }),
  userBlocked: shownPlain({
    yes: 'the user is disabled or suspended',
    no: 'the user is not blocked',
    changedBy: ['user update disabled=yes', 'user update suspended=yes'],
    of: ({ world, params }) => isUserBlocked(world, nameIn(world, params)),
  }),
  hasPassword: shownPlain({
    usual: true,
    yes: 'the user has a password',
    no: 'the user has no password',
    changedBy: ['user create', 'user update password=correct-horse'],
    of: (question) => accountIn(question).password !== null,
  }),
  limited: shownPlain({
    yes: 'twelve failures were counted',
    no: 'fewer than twelve failures were counted',
    changedBy: ['session authenticate', 'session authenticate password=wrong', 'wait 120s'],
    of: (question) => isFullOfFailures(failures(question), question.world.now),
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
    yes: 'the user of the session exists',
    no: 'the user of the session does not exist',
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
      none: "the user's own password is given",
      password: 'a password is given',
      asp: 'an application password is given',
      both: 'a password and an application password are given',
    },
  },
  scopeDisabled: asked({
    yes: 'the scope is switched off for the user',
    no: 'the scope is not switched off for the user',
    changedBy: ['user update disabledScopes=imap', 'session authenticate scope=imap'],
    of: (question) => accountIn(question).disabledScopes.includes(scopeOf(question.params)),
  }),
  userHas2FA: asked({
    yes: 'the user has a second factor',
    no: 'the user has no second factor',
    changedBy: ['user custom.enable', 'session authenticate scope=imap'],
    of: ({ world, params }) => world.find('user', nameIn(world, params))?.is('has 2FA') === true,
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
} as const satisfies { readonly [fact: string]: Fact };
