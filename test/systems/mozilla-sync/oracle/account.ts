import type { Answer, Code, Params } from '../../../oracle/types.ts';
import { accepted, param, rejected } from '../../../oracle/types.ts';
import { deleteStorage } from './store.ts';
import { isWeak, isWellFormed, localPart } from './words.ts';
import type { Thing, World } from './world.ts';

/** An account (mozilla-sync 2). */

const sixHours = 6 * 3600;

export function accountStep(world: World, name: string, type: string, params: Params): Answer {
  if (type === 'create') return create(world, name, params);
  if (type === 'reset.request') return resetRequest(world, name, params);
  if (type === 'reset.clear') return resetClear(world, name, params);
  if (type === 'password.change') return passwordChange(world, name, params);
  if (type === 'email.change') return emailChange(world, name, params);
  if (type === 'delete') return remove(world, name, params);
  return rejected(1);
}

function account(world: World, name: string): Thing {
  let found = world.accounts.get(name);
  if (found === undefined) {
    found = { entity: `account:${name}`, phases: new Map() };
    world.accounts.set(name, found);
  }
  return found;
}

function captchaHolds(world: World, params: Params): boolean {
  return world.captcha && param(params, 'captcha') !== 'ok';
}

function authHolds(world: World, name: string, params: Params): boolean {
  return param(params, 'auth') === 'wrong' || !world.registered(name);
}

function create(world: World, name: string, params: Params): Answer {
  const email = param(params, 'email') ?? '';
  const password = param(params, 'password') ?? '';
  const code = createGate(world, name, email, password, params);
  if (code !== null) return rejected(code);
  const self = account(world, name);
  world.startAfresh(self);
  world.set(self, 'ACCOUNT', 'REGISTERED');
  if (email !== '') world.set(self, 'EMAIL', 'SET');
  return accepted;
}

function createGate(world: World, name: string, email: string, password: string, params: Params): Code | null {
  if (world.registered(name)) return 4;
  if (param(params, 'body') === 'notJson') return 6;
  if (email !== '') {
    if (!isWellFormed(email)) return 12;
    if (world.strictUsernames && localPart(email).toLowerCase() !== name.toLowerCase()) return 15;
  }
  if (password === '') return 7;
  if (isWeak(password, name)) return 9;
  if (captchaHolds(world, params)) return 2;
  return null;
}

function resetRequest(world: World, name: string, params: Params): Answer {
  if (!world.registered(name)) return rejected(3);
  const self = account(world, name);
  if (self.phases.get('EMAIL') !== 'SET') return rejected(12);
  if (captchaHolds(world, params)) return rejected(2);
  if (self.phases.get('RESET') === 'CODE_SENT') return accepted;
  world.set(self, 'RESET', 'CODE_SENT');
  world.expire(self, 'RESET', sixHours, 'EXPIRED');
  return accepted;
}

function resetClear(world: World, name: string, params: Params): Answer {
  if (authHolds(world, name, params)) return rejected(401);
  if (captchaHolds(world, params)) return rejected(2);
  const self = account(world, name);
  if (self.phases.get('RESET') === 'CODE_SENT') world.set(self, 'RESET', 'CLEARED');
  return accepted;
}

function passwordChange(world: World, name: string, params: Params): Answer {
  const password = param(params, 'password') ?? '';
  if (password === '') return rejected(7);
  if (isWeak(password, name)) return rejected(9);
  const code = param(params, 'code');
  if (code === undefined) return authHolds(world, name, params) ? rejected(401) : accepted;
  if (!world.registered(name)) return rejected(404);
  const self = account(world, name);
  if (code === 'wrong' || self.phases.get('RESET') !== 'CODE_SENT') return rejected(10);
  world.set(self, 'RESET', 'USED');
  return accepted;
}

function emailChange(world: World, name: string, params: Params): Answer {
  if (authHolds(world, name, params)) return rejected(401);
  const email = param(params, 'email');
  if (email === undefined || !isWellFormed(email)) return rejected(12);
  world.set(account(world, name), 'EMAIL', 'SET');
  return accepted;
}

/** RESET may still be CODE_SENT, and then expires as usual, because its status is not left. */
function remove(world: World, name: string, params: Params): Answer {
  if (authHolds(world, name, params)) return rejected(401);
  world.set(account(world, name), 'ACCOUNT', 'DELETED');
  deleteStorage(world, name);
  for (const batch of world.batches.values()) {
    if (batch.owner === name && batch.phases.get('BATCH') === 'OPEN') world.set(batch, 'BATCH', 'EXPIRED');
  }
  return accepted;
}
