import type { Answer, Params } from '../../../oracle/types.ts';
import { accepted, param, rejected } from '../../../oracle/types.ts';
import { address as addressForm, fits, flag, id as idForm, isYes, newAddress as newAddressForm, same } from './form.ts';
import { invalid } from './invalid.ts';
import type { Address, User } from './things.ts';
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

/** MAIN if the value is exactly the user's main text, else WILDCARD if it has a star, else ALIAS. */
export function addressStatus(user: User, value: string): string {
  if (value === user.mainText) return 'MAIN';
  return star(value) ? 'WILDCARD' : 'ALIAS';
}

/** Updates the user's addresses after a change of the main text or of a value. */
function sortAddresses(world: World, user: User): void {
  for (const address of world.addresses.values()) {
    if (address.user !== user.id || !world.isAddressThere(address)) continue;
    world.set(address, 'ADDRESS', addressStatus(user, address.value));
  }
}

function create(world: World, id: string, user: string, params: Params): Answer {
  if (!fits(params, { user: idForm, address: newAddressForm, main: flag, allowWildcard: flag })) return invalid;
  const value = (param(params, 'address') ?? `${id}@example.com`).toLowerCase();
  if (!newAddressForm(value)) return invalid;
  if (star(value) && (!isYes(params, 'allowWildcard') || isYes(params, 'main'))) return invalid;
  if (star(value) && value.indexOf('@') - value.indexOf('*') - 1 > 32) return invalid;
  const owner = world.user(user);
  if (owner === null) return rejected('UserNotFound');
  if (world.isValueInUse(value, null)) return rejected('AddressExistsError');
  if (world.isAddressThere(world.addresses.get(id))) return rejected('AddressExistsError');
  const answer = world.finish('address create');
  if (answer !== accepted) return answer;
  const address = newAddress(world, id, user, value);
  if (isYes(params, 'main') || owner.mainText === null) owner.mainText = value;
  world.set(address, 'ADDRESS', addressStatus(owner, value));
  sortAddresses(world, owner);
  return accepted;
}

function update(world: World, id: string, user: string, params: Params): Answer {
  if (!fits(params, { user: idForm, address: addressForm, main: flag })) return invalid;
  if (param(params, 'main') === 'no') return invalid;
  const found = find(world, id, user);
  if (typeof found === 'string') return rejected(found);
  const old = found.value;
  const given = param(params, 'address') ?? old;
  const isNew = given !== old;
  if (isNew && (star(old) || star(given))) return rejected('ChangeNotAllowed');
  if (isYes(params, 'main') && star(given)) return rejected('WildcardNotPermitted');
  if (isNew && world.isValueInUse(given.toLowerCase(), id)) return rejected('AddressExistsError');
  const answer = world.finish('address update');
  const owner = world.user(user);
  if (answer !== accepted || owner === null) return answer;
  if (owner.mainText === old && isNew) owner.mainText = given;
  else if (isYes(params, 'main')) owner.mainText = old;
  found.value = given.toLowerCase();
  sortAddresses(world, owner);
  return accepted;
}

function createForwarded(world: World, id: string, params: Params): Answer {
  const known = { user: idForm, address: newAddressForm, target: addressForm, allowWildcard: flag };
  if (!fits(params, known)) return invalid;
  const value = (param(params, 'address') ?? `${id}@example.com`).toLowerCase();
  if (!newAddressForm(value)) return invalid;
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
  const given = param(params, 'address') ?? address.value;
  const value = given.toLowerCase();
  const isNew = given !== address.value;
  if (isNew && (star(address.value) || star(value))) return rejected('ChangeNotAllowed');
  const target = param(params, 'target');
  if (target !== undefined && same(target.toLowerCase(), address.value)) return invalid;
  if (isNew && world.isValueInUse(value, id)) return rejected('AddressExistsError');
  const answer = world.finish('address forwarded.update');
  // open: a new value equal to the existing target is taken
  if (answer === accepted) address.value = value;
  return answer;
}
