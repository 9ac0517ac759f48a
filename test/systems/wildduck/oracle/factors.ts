import type { Answer, Params } from '../../../oracle/types.ts';
import { accepted, param, rejected } from '../../../oracle/types.ts';
import { fits, id as idForm, oneOf } from './form.ts';
import { invalid } from './invalid.ts';
import type { User } from './things.ts';
import type { World } from './world.ts';
import { hour } from './world.ts';

/** §2: TOTP, custom 2FA and WebAuthn. */

export function has2fa(world: World, user: User): boolean {
  if (world.is(user, 'TOTP', 'ENABLED') || world.is(user, 'CUSTOM_2FA', 'ON')) return true;
  return world.is(user, 'WEBAUTHN', 'ON');
}

export function disable2fa(world: World, user: User): void {
  for (const phase of ['TOTP', 'CUSTOM_2FA', 'WEBAUTHN']) {
    if (user.phases.has(phase)) world.set(user, phase, 'OFF');
  }
  user.credentials.clear();
}

export function twoFactorStep(world: World, id: string, type: string, params: Params): Answer {
  if (type === 'totp.setup') return totpSetup(world, id, params);
  if (type === 'totp.enable') return totpEnable(world, id, params);
  if (type === 'totp.check') return totpCheck(world, id, params);
  if (type === 'totp.disable') {
    if (!fits(params, {})) return invalid;
    const user = world.user(id);
    if (user === null) return rejected('UserNotFound');
    if (!world.is(user, 'TOTP', 'ENABLED')) return rejected('TotpDisabled');
    const answer = world.finish('user totp.disable');
    if (answer === accepted) world.set(user, 'TOTP', 'OFF');
    return answer;
  }
  if (type === 'custom.enable') {
    if (!fits(params, {})) return invalid;
    const user = world.user(id);
    if (user === null) return rejected('UserNotFound');
    if (world.is(user, 'CUSTOM_2FA', 'ON')) return rejected('CustomEnabled');
    const answer = world.finish('user custom.enable');
    if (answer !== accepted) return answer;
    if (!has2fa(world, user)) world.endSessions(id, null);
    world.set(user, 'CUSTOM_2FA', 'ON');
    return accepted;
  }
  if (type === 'custom.disable') {
    if (!fits(params, {})) return invalid;
    const user = world.user(id);
    if (user === null) return rejected('UserNotFound');
    if (!world.is(user, 'CUSTOM_2FA', 'ON')) return rejected('CustomDisabled');
    const answer = world.finish('user custom.disable');
    if (answer === accepted) world.set(user, 'CUSTOM_2FA', 'OFF');
    return answer;
  }
  if (type === 'webauthn.challenge') return challenge(world, id, params);
  if (type === 'webauthn.register') return register(world, id, params);
  if (type === 'webauthn.authenticate') return authenticate(world, id, params);
  if (type === 'webauthn.remove') {
    if (!fits(params, { credential: idForm })) return invalid;
    const user = world.user(id);
    if (user === null) return rejected('UserNotFound');
    const answer = world.finish('user webauthn.remove');
    if (answer !== accepted) return answer;
    const had = user.credentials.delete(param(params, 'credential') ?? '1');
    if (had && user.credentials.size === 0) world.set(user, 'WEBAUTHN', 'OFF');
    return accepted;
  }
  if (type === 'disable2fa') {
    if (!fits(params, {})) return invalid;
    const answer = world.finish('user disable2fa');
    const user = world.user(id);
    if (answer === accepted && user !== null) disable2fa(world, user);
    return answer;
  }
  return invalid;
}

function totpSetup(world: World, id: string, params: Params): Answer {
  if (!fits(params, {})) return invalid;
  const user = world.user(id);
  if (user === null) return rejected('UserNotFound');
  if (world.is(user, 'TOTP', 'ENABLED')) return rejected('TotpEnabled');
  const answer = world.finish('user totp.setup');
  if (answer !== accepted) return answer;
  world.set(user, 'TOTP', 'PENDING');
  world.arm(user, 'TOTP', world.now + 6 * hour, () => world.set(user, 'TOTP', 'OFF'));
  return accepted;
}

function totpEnable(world: World, id: string, params: Params): Answer {
  if (!fits(params, { token: oneOf('ok', 'wrong') })) return invalid;
  const user = world.user(id);
  if (user === null) return rejected('UserNotFound');
  if (world.is(user, 'TOTP', 'ENABLED')) return rejected('TotpEnabled');
  if (!world.is(user, 'TOTP', 'PENDING')) return rejected('TotpDisabled');
  if (param(params, 'token') === 'wrong') return rejected('InvalidToken');
  const answer = world.finish('user totp.enable');
  if (answer !== accepted) return answer;
  if (!has2fa(world, user)) world.endSessions(id, null);
  world.set(user, 'TOTP', 'ENABLED');
  user.lastCode = { by: 'enable', at: world.now };
  return accepted;
}

function totpCheck(world: World, id: string, params: Params): Answer {
  if (!fits(params, { token: oneOf('ok', 'used', 'wrong') })) return invalid;
  const token = param(params, 'token') ?? 'ok';
  if (world.isFull(world.totpFailures, id)) return rejected('RateLimitedError');
  const last = world.users.get(id)?.lastCode ?? null;
  const remembered = last !== null && world.now - last.at < 180 ? last.by : null;
  if (token === 'used' && remembered === 'check') return rejected('RateLimitedError');
  const user = world.user(id);
  if (user === null) return rejected('UserNotFound');
  if (!world.is(user, 'TOTP', 'ENABLED')) return rejected('TotpDisabled');
  if (token === 'wrong' || (token === 'used' && remembered !== 'enable')) {
    world.failed(world.totpFailures, id);
    return rejected('InvalidToken');
  }
  const answer = world.finish('user totp.check');
  if (answer !== accepted) return answer;
  world.totpFailures.delete(id);
  user.lastCode = { by: 'check', at: world.now };
  return accepted;
}

function challenge(world: World, id: string, params: Params): Answer {
  if (!fits(params, { for: oneOf('registration', 'authentication'), challenge: idForm })) return invalid;
  const sort = param(params, 'for') ?? 'registration';
  const user = world.user(id);
  if (user === null) return rejected('UserNotFound');
  if (sort === 'authentication' && !world.is(user, 'WEBAUTHN', 'ON')) return rejected('WebAuthnDisabled');
  const answer = world.finish('user webauthn.challenge');
  if (answer === accepted) user.challenges.set(`${sort} ${param(params, 'challenge') ?? '1'}`, world.now + hour);
  return answer;
}

/** Whether that challenge was open; this uses it up. */
function useUp(world: World, id: string, sort: string, params: Params): boolean {
  const challenges = world.users.get(id)?.challenges;
  const name = `${sort} ${param(params, 'challenge') ?? '1'}`;
  const until = challenges?.get(name);
  challenges?.delete(name);
  return until !== undefined && world.now < until;
}

function register(world: World, id: string, params: Params): Answer {
  if (!fits(params, { challenge: idForm, credential: idForm })) return invalid;
  if (!useUp(world, id, 'registration', params)) return invalid;
  const user = world.user(id);
  if (user === null) return rejected('UserNotFound');
  const answer = world.finish('user webauthn.register');
  if (answer !== accepted) return answer;
  user.credentials.add(param(params, 'credential') ?? '1');
  world.set(user, 'WEBAUTHN', 'ON');
  return accepted;
}

function authenticate(world: World, id: string, params: Params): Answer {
  if (!fits(params, { challenge: idForm, credential: idForm })) return invalid;
  const wasOpen = useUp(world, id, 'authentication', params);
  const user = world.user(id);
  if (user === null) return rejected('UserNotFound');
  if (!world.is(user, 'WEBAUTHN', 'ON')) return rejected('WebAuthnDisabled');
  if (!user.credentials.has(param(params, 'credential') ?? '1')) return rejected('CredentialsNotFound');
  if (!wasOpen) return invalid;
  return world.finish('user webauthn.authenticate');
}
