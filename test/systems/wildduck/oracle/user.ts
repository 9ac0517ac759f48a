import type { Answer, Params } from '../../../oracle/types.ts';
import { accepted, applied, ignored, param, rejected } from '../../../oracle/types.ts';
import { addressStatus } from './address.ts';
import { disable2fa, twoFactorStep } from './factors.ts';
import type { Form } from './form.ts';
import { address as addressForm, fits, flag, isYes, listOf, number, seconds, span, text, userName } from './form.ts';
import { invalid } from './invalid.ts';
import type { TakenAddress, User } from './things.ts';
import { afresh, closed, newUser, purge, settings } from './userdata.ts';
import type { World } from './world.ts';
import { day } from './world.ts';

/** §2 */

const starred: Record<string, Form> = {
  quota: number,
  recipients: number,
  filters: number,
  imapMaxUpload: number,
  imapMaxDownload: number,
  disabledScopes: listOf('imap', 'pop3', 'smtp'),
};

const plainAddress: Form = (value) => addressForm(value) && !value.includes('*');

export function userStep(world: World, id: string, type: string, params: Params): Answer {
  if (type === 'create') return create(world, id, params);
  if (type === 'get') {
    if (!fits(params, {})) return invalid;
    if (world.user(id) === null) return rejected('UserNotFound');
    return world.finish('user get');
  }
  if (type === 'update') return update(world, id, params);
  if (type === 'password.reset') {
    if (!fits(params, {})) return invalid;
    const user = world.user(id);
    if (user === null) return rejected('UserUpdateFail');
    const answer = world.finish('user password.reset');
    if (answer === accepted) user.temporaryUntil = world.now + day;
    return answer;
  }
  if (type === 'logout') {
    if (!fits(params, {})) return invalid;
    if (world.user(id) === null) return rejected('UserNotFound');
    const answer = world.finish('user logout');
    if (answer === accepted) world.endSessions(id, 'master');
    return answer;
  }
  if (type === 'delete') return remove(world, id, params);
  if (type === 'restore') return restore(world, id, params);
  if (type === 'purge.finished') {
    if (taskOf(world, id) !== 'running') return ignored;
    world.tasks.delete(id);
    const user = world.users.get(id);
    if (user !== undefined && world.is(user, 'USER', 'DELETE_RUNNING')) {
      world.set(user, 'USER', 'PURGED');
      purge(world, user);
    }
    return applied;
  }
  return twoFactorStep(world, id, type, params);
}

/** The early check compares the other user's id in lower case, with its dots, and ours in lower case without. */
function isFoundEarly(world: World, id: string): boolean {
  const sought = id.toLowerCase().replaceAll('.', '');
  return [...world.users.keys()].some((other) => other.toLowerCase() === sought && world.user(other) !== null);
}

function taskOf(world: World, id: string): 'waiting' | 'running' | null {
  const task = world.tasks.get(id);
  if (task === undefined) return null;
  return task.until !== null && world.now < task.until ? 'waiting' : 'running';
}

function create(world: World, id: string, params: Params): Answer {
  if (!fits(params, { ...starred, password: text, address: plainAddress }) || !userName(id.toLowerCase()))
    return invalid;
  const given = param(params, 'address') ?? `${id}@example.com`;
  if (!plainAddress(given)) return invalid;
  const value = unlabelled(given.toLowerCase());
  if (param(params, 'password') === 'breached') return rejected('InsecurePasswordError');
  if (isFoundEarly(world, id)) return rejected('UserExistsError');
  if (world.isValueInUse(value, null)) return rejected('AddressExistsError');
  if (world.named(id) !== null) return rejected('UserExistsError');
  if (world.isAddressThere(world.addresses.get(id))) return rejected('AddressExistsError');
  const answer = world.finish('user create');
  if (answer !== accepted) return answer;

  const former = world.users.get(id);
  if (former !== undefined && world.is(former, 'USER', 'DELETE_DELAYED', 'DELETE_RUNNING')) purge(world, former);
  for (const file of world.files.values()) {
    if (file.user === id && world.is(file, 'FILE', 'PRESENT')) world.set(file, 'FILE', 'DELETED');
  }
  const user = newUser(world, id, former);
  user.mainText = value;
  user.password = param(params, 'password') ?? null;
  settings(user, params);
  world.set(user, 'USER', 'ACTIVE');
  const address = afresh(world, world.addresses, {
    entity: `address:${id}`,
    id,
    phases: new Map(),
    user: id,
    value,
    made: 0,
  });
  address.made = ++world.made;
  world.set(address, 'ADDRESS', 'MAIN');
  special(world, id, 'INBOX', 'INBOX');
  special(world, id, 'Sent', 'Sent Mail');
  special(world, id, 'Drafts', 'Drafts');
  special(world, id, 'Trash', 'Trash');
  special(world, id, 'Junk', 'Junk');
  return accepted;
}

function unlabelled(value: string): string {
  const [plus, at] = [value.indexOf('+'), value.indexOf('@')];
  return plus < 0 || plus > at ? value : value.slice(0, plus) + value.slice(at);
}

function special(world: World, user: string, name: string, path: string): void {
  const id = `${user}.${name}`;
  const mailbox = afresh(world, world.mailboxes, { entity: `mailbox:${id}`, id, phases: new Map(), user, path });
  world.set(mailbox, 'MAILBOX', 'SPECIAL');
}

function statusOf(user: User): string {
  if (user.suspended) return 'SUSPENDED';
  return user.disabled ? 'DISABLED' : 'ACTIVE';
}

function update(world: World, id: string, params: Params): Answer {
  const known = { ...starred, password: text, disabled: flag, suspended: flag, disable2fa: flag };
  if (!fits(params, known)) return invalid;
  const password = param(params, 'password');
  if (password === 'breached') return rejected('InsecurePasswordError');
  const user = world.user(id);
  if (user === null) return rejected('UserNotFound');
  const answer = world.finish(password === undefined ? 'user update' : 'user update with a password');
  if (answer !== accepted) return answer;

  settings(user, params);
  const disabled = param(params, 'disabled');
  if (disabled !== undefined) user.disabled = disabled === 'yes';
  const suspended = param(params, 'suspended');
  if (suspended !== undefined) user.suspended = suspended === 'yes';
  world.set(user, 'USER', statusOf(user));
  if (isYes(params, 'disable2fa')) disable2fa(world, user);
  if (password !== undefined) {
    user.password = password;
    user.temporaryUntil = null;
  }
  if (password !== undefined || suspended === 'yes') world.endSessions(id, null);
  if (param(params, 'recipients') !== undefined) user.recipientsToday = closed();
  if (param(params, 'imapMaxUpload') !== undefined) user.uploadedToday = closed();
  if (param(params, 'imapMaxDownload') !== undefined) user.downloadedToday = closed();
  return accepted;
}

function remove(world: World, id: string, params: Params): Answer {
  if (!fits(params, { deleteAfter: span })) return invalid;
  const answer = world.finish('user delete');
  if (answer !== accepted || taskOf(world, id) !== null) return answer;
  const after = seconds(param(params, 'deleteAfter') ?? '0');
  world.tasks.set(id, { until: after === 0 ? null : world.now + after });
  const user = world.users.get(id);
  if (user === undefined) return accepted;
  const there = world.user(id) !== null;
  if (!there && !world.is(user, 'USER', 'DELETE_DELAYED')) return accepted;
  if (there) user.taken = takeAddresses(world, id);
  const run = () => world.set(user, 'USER', 'DELETE_RUNNING');
  if (after === 0) {
    run();
  } else {
    world.set(user, 'USER', 'DELETE_DELAYED');
    world.arm(user, 'USER', world.now + after, run);
  }
  return accepted;
}

function takeAddresses(world: World, id: string): TakenAddress[] {
  const taken: TakenAddress[] = [];
  for (const address of world.addresses.values()) {
    const status = address.phases.get('ADDRESS');
    if (address.user !== id || status === undefined || status === 'DELETED' || status === 'FORWARDED') continue;
    taken.push({ id: address.id, value: address.value, wasMain: status === 'MAIN', made: address.made });
    world.set(address, 'ADDRESS', 'DELETED');
  }
  return taken.sort((a, b) => a.made - b.made);
}

function restore(world: World, id: string, params: Params): Answer {
  if (!fits(params, {})) return invalid;
  if (taskOf(world, id) === 'running') return rejected('DeleteInProgress');
  const user = world.users.get(id);
  if (world.tasks.delete(id) && user !== undefined) world.dropTimer(user, 'USER');
  if (user === undefined || !world.is(user, 'USER', 'DELETE_DELAYED')) return rejected('AccountNotFound');
  if (world.named(id) !== null) return rejected('AccountFound');
  const answer = world.finish('user restore');
  if (answer !== accepted) return answer;

  world.set(user, 'USER', statusOf(user));
  const free = user.taken.filter(
    (taken) => !world.isAddressThere(world.addresses.get(taken.id)) && !world.isValueInUse(taken.value, null),
  );
  const main = free.find((taken) => taken.wasMain) ?? free[0];
  user.mainText = main?.value ?? null;
  for (const { id: of, value, made } of free) {
    const address = afresh(world, world.addresses, {
      entity: `address:${of}`,
      id: of,
      phases: new Map([['ADDRESS', 'DELETED']]),
      user: id,
      value,
      made,
    });
    world.set(address, 'ADDRESS', addressStatus(user, value));
  }
  user.taken = [];
  return accepted;
}
