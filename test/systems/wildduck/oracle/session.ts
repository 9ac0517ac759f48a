import type { Answer, Params } from '../../../oracle/types.ts';
import { accepted, param, rejected } from '../../../oracle/types.ts';
import { has2fa } from './factors.ts';
import { bareName, fits, flag, id as idForm, isYes, oneOf, text, userName } from './form.ts';
import { invalid } from './invalid.ts';
import { armAsp } from './small.ts';
import type { Session, User } from './things.ts';
import type { World } from './world.ts';
import { day } from './world.ts';

/** §3 */

export function sessionStep(world: World, id: string, type: string, params: Params): Answer {
  if (type === 'authenticate') return authenticate(world, id, params);
  if (type === 'call') return call(world, id, params);
  if (type === 'end') return end(world, id, params);
  return invalid;
}

/** Which password was given: the user's own, the temporary one, or neither. */
function passwordGiven(world: World, user: User, password: string | undefined): 'own' | 'temporary' | 'wrong' {
  if (password === undefined) return user.password === null ? 'wrong' : 'own';
  // open: if the user's own password is `temporary` too, the temporary one is used while it is valid
  const inForce = user.temporaryUntil !== null && world.now < user.temporaryUntil;
  if (inForce && password === 'temporary') return 'temporary';
  return password === user.password ? 'own' : 'wrong';
}

function authenticate(world: World, id: string, params: Params): Answer {
  const scopes = oneOf('master', 'imap', 'pop3', 'smtp');
  if (!fits(params, { user: userName, password: text, asp: idForm, scope: scopes })) return invalid;
  const name = param(params, 'user') ?? '1';
  const user = world.named(name);
  const counter = user?.id ?? `name:${bareName(name)}`;
  const aspId = param(params, 'asp');
  const password = param(params, 'password');
  const scope = param(params, 'scope') ?? 'master';
  if (aspId !== undefined && password !== undefined) return invalid;

  if (world.isFull(world.authFailures, counter)) return rejected('RateLimitedError');
  if (user === null) return failed(world, counter, 'AuthFailed');
  const of = user.id;
  if (world.isBlocked(user)) return rejected('AuthFailed');
  if (user.disabledScopes.includes(scope)) return rejected('InvalidAuthScope');
  if (aspId === undefined) {
    const given = passwordGiven(world, user, password);
    if (given !== 'wrong' && scope !== 'master' && (has2fa(world, user) || given === 'temporary')) {
      return failed(world, of, 'InvalidAuthScope');
    }
    if (given === 'wrong') return failed(world, of, 'AuthFailed');
  } else {
    const asp = world.asp(aspId, of);
    if (scope === 'master' || asp === null) return failed(world, of, 'AuthFailed');
    if (!asp.scopes.includes('*') && !asp.scopes.includes(scope)) return failed(world, of, 'InvalidAuthScope');
  }
  const answer = world.finish('session authenticate');
  if (answer !== accepted) return answer;

  world.authFailures.delete(of);
  const asp = aspId === undefined ? null : world.asp(aspId, of);
  if (asp !== null) armAsp(world, asp);
  let session = world.sessions.get(id);
  if (session === undefined) {
    session = { entity: `session:${id}`, id, phases: new Map(), user: of, scope, authenticatedAt: world.now };
    world.sessions.set(id, session);
  }
  session.user = of;
  session.scope = scope;
  session.authenticatedAt = world.now;
  world.set(session, 'SESSION', 'ACTIVE');
  armSession(world, session);
  return accepted;
}

function failed(world: World, user: string, code: string): Answer {
  world.failed(world.authFailures, user);
  return rejected(code);
}

function armSession(world: World, session: Session): void {
  // The timers of a former session with this id are gone.
  world.dropTimer(session, 'SESSION');
  if (session.scope !== 'master') return;
  const due = Math.min(world.now + 14 * day, session.authenticatedAt + 180 * day);
  world.arm(session, 'SESSION', due, () => world.set(session, 'SESSION', 'EXPIRED'));
}

/** A call and a refused end check the token of a master session, which restarts its 14 days. */
function renew(world: World, session: Session | undefined): void {
  if (session !== undefined && session.scope === 'master' && world.is(session, 'SESSION', 'ACTIVE')) {
    armSession(world, session);
  }
}

function call(world: World, id: string, params: Params): Answer {
  if (!fits(params, { user: idForm, admin: flag })) return invalid;
  const session = world.sessions.get(id);
  renew(world, session);
  if (session === undefined || !world.is(session, 'SESSION', 'ACTIVE')) return rejected('InvalidToken');
  if (session.scope !== 'master' || world.user(session.user) === null) return rejected('InvalidToken');
  if ((param(params, 'user') ?? session.user) !== session.user) return rejected('MissingPrivileges');
  if (isYes(params, 'admin')) return rejected('MissingPrivileges');
  return world.finish('session call');
}

function end(world: World, id: string, params: Params): Answer {
  if (!fits(params, {})) return invalid;
  const session = world.sessions.get(id);
  // open: an end that a fault strikes counts as refused
  renew(world, session);
  if (session === undefined || !world.is(session, 'SESSION', 'ACTIVE')) return rejected('InvalidToken');
  if (session.scope === 'master' && world.user(session.user) === null) return rejected('InvalidToken');
  const answer = world.finish('session end');
  if (answer === accepted) world.set(session, 'SESSION', 'ENDED');
  return answer;
}
