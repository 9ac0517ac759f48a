import type { Answer, Params } from '../../../oracle/types.ts';
import { accepted, param, rejected } from '../../../oracle/types.ts';
import { address as addressForm, fits, flag, id as idForm, isYes, same } from './form.ts';
import { invalid } from './invalid.ts';
import type { Address } from './things.ts';
import { afresh } from './userdata.ts';
import type { World } from './world.ts';

/** §4, addresses */

const star = (value: string): boolean => value.includes('*');

export function addressStep(world: World, id: string, type: string, params: Params): Answer {
  const user = param(params, 'user') ?? '1';
  if (type === 'create') return create(world, id, user, params);
  if (type === 'get') {
    if (!fits(params, { user: idForm })) return invalid;
    const found = find(world, id, user);
    return typeof found === 'string' ? rejected(found) : world.finish('address get');
  }
  if (type === 'update') return update(world, id, user, params);
  if (type === 'delete') {
    if (!fits(params, { user: idForm })) return invalid;
    const found = find(world, id, user);
    if (typeof found === 'string') return rejected(found);
    if (world.is(found, 'ADDRESS', 'MAIN')) return rejected('NotPermitted');
    const answer = world.finish('address delete');
    if (answer === accepted) world.set(found, 'ADDRESS', 'DELETED');
    return answer;
  }
  if (type === 'forwarded.create') return createForwarded(world, id, params);
  if (type === 'forwarded.update') return updateForwarded(world, id, params);
  if (type === 'forwarded.delete') {
    if (!fits(params, { user: idForm })) return invalid;
    const address = world.addresses.get(id);
    if (address === undefined || !world.is(address, 'ADDRESS', 'FORWARDED')) return rejected('AddressNotFound');
    const answer = world.finish('address forwarded.delete');
    if (answer === accepted) world.set(address, 'ADDRESS', 'DELETED');
    return answer;
  }
  return invalid;
}

/** The address, or why `get` refuses. */
function find(world: World, id: string, user: string): Address | string {
  if (world.user(user) === null) return 'UserNotFound';
  const address = world.addresses.get(id);
  if (address === undefined || address.user !== user) return 'AddressNotFound';
  return world.is(address, 'ADDRESS', 'MAIN', 'ALIAS', 'WILDCARD') ? address : 'AddressNotFound';
}

function newAddress(world: World, id: string, user: string | null, value: string): Address {
  const address = afresh(world, world.addresses, {
    entity: `address:${id}`,
    id,
    phases: new Map(),
    user,
    value,
    made: 0,
  });
  address.made = ++world.made;
  return address;
}

/** It becomes the user's MAIN one, and the one before an ALIAS. */
function makeMain(world: World, address: Address): void {
  for (const other of world.addresses.values()) {
    if (other === address || other.user !== address.user) continue;
    if (world.is(other, 'ADDRESS', 'MAIN')) world.set(other, 'ADDRESS', 'ALIAS');
  }
  world.set(address, 'ADDRESS', 'MAIN');
}

function create(world: World, id: string, user: string, params: Params): Answer {
  if (!fits(params, { user: idForm, address: addressForm, main: flag, allowWildcard: flag })) return invalid;
  const value = (param(params, 'address') ?? `${id}@example.com`).toLowerCase();
  if (star(value) && (!isYes(params, 'allowWildcard') || isYes(params, 'main'))) return invalid;
  if (world.user(user) === null) return rejected('UserNotFound');
  if (world.isValueInUse(value, null)) return rejected('AddressExistsError');
  if (world.isAddressThere(world.addresses.get(id))) return rejected('AddressExistsError');
  const answer = world.finish('address create');
  if (answer !== accepted) return answer;
  const address = newAddress(world, id, user, value);
  if (star(value)) world.set(address, 'ADDRESS', 'WILDCARD');
  else if (isYes(params, 'main')) makeMain(world, address);
  else world.set(address, 'ADDRESS', 'ALIAS');
  return accepted;
}

function update(world: World, id: string, user: string, params: Params): Answer {
  if (!fits(params, { user: idForm, address: addressForm, main: flag })) return invalid;
  const found = find(world, id, user);
  if (typeof found === 'string') return rejected(found);
  const value = (param(params, 'address') ?? found.value).toLowerCase();
  const isNew = value !== found.value;
  if (isNew && (star(found.value) || star(value))) return rejected('ChangeNotAllowed');
  if (isYes(params, 'main') && star(value)) return rejected('WildcardNotPermitted');
  if (isNew && world.isValueInUse(value, id)) return rejected('AddressExistsError');
  const answer = world.finish('address update');
  if (answer !== accepted) return answer;
  found.value = value;
  // open: main=no does nothing, to the MAIN one neither
  if (isYes(params, 'main')) makeMain(world, found);
  return accepted;
}

function createForwarded(world: World, id: string, params: Params): Answer {
  const known = { user: idForm, address: addressForm, target: addressForm, allowWildcard: flag };
  if (!fits(params, known)) return invalid;
  const value = (param(params, 'address') ?? `${id}@example.com`).toLowerCase();
  const target = (param(params, 'target') ?? 'someone@example.net').toLowerCase();
  if (star(value) && !isYes(params, 'allowWildcard')) return invalid;
  if (same(target, value)) return invalid;
  if (world.isValueInUse(value, null)) return rejected('AddressExistsError');
  if (world.isAddressThere(world.addresses.get(id))) return rejected('AddressExistsError');
  const answer = world.finish('address forwarded.create');
  if (answer !== accepted) return answer;
  world.set(newAddress(world, id, null, value), 'ADDRESS', 'FORWARDED');
  return accepted;
}

function updateForwarded(world: World, id: string, params: Params): Answer {
  if (!fits(params, { user: idForm, address: addressForm, target: addressForm })) return invalid;
  const address = world.addresses.get(id);
  if (address === undefined || !world.is(address, 'ADDRESS', 'FORWARDED')) return rejected('AddressNotFound');
  const value = (param(params, 'address') ?? address.value).toLowerCase();
  const isNew = value !== address.value;
  if (isNew && (star(address.value) || star(value))) return rejected('ChangeNotAllowed');
  const target = param(params, 'target');
  if (target !== undefined && same(target.toLowerCase(), address.value)) return invalid;
  if (isNew && world.isValueInUse(value, id)) return rejected('AddressExistsError');
  const answer = world.finish('address forwarded.update');
  // open: a new value that is the same as the target that stands is taken
  if (answer === accepted) address.value = value;
  return answer;
}
