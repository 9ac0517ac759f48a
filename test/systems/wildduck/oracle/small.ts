import type { Answer, Params } from '../../../oracle/types.ts';
import { accepted, param, rejected } from '../../../oracle/types.ts';
import {
  address as addressForm,
  amount,
  fits,
  flag,
  id as idForm,
  isYes,
  list,
  listOf,
  number,
  same,
  text,
} from './form.ts';
import { invalid } from './invalid.ts';
import type { Asp } from './things.ts';
import { afresh } from './userdata.ts';
import type { World } from './world.ts';

/** §6, what belongs to a user: asp, filter, file. */

export function aspStep(world: World, id: string, type: string, params: Params): Answer {
  const user = param(params, 'user') ?? '1';
  if (type === 'create') return createAsp(world, id, user, params);
  if (type !== 'get' && type !== 'delete') return invalid;
  if (!fits(params, { user: idForm })) return invalid;
  const asp = world.asp(id, user);
  if (asp === null) return rejected('AspNotFound');
  const answer = world.finish(`asp ${type}`);
  if (answer === accepted && type === 'delete') world.set(asp, 'ASP', 'DELETED');
  return answer;
}

/** With a ttl over 0: EXPIRED that many seconds from now. */
export function armAsp(world: World, asp: Asp): void {
  if (asp.ttl > 0) world.arm(asp, 'ASP', world.now + asp.ttl, () => world.set(asp, 'ASP', 'EXPIRED'));
}

function createAsp(world: World, id: string, user: string, params: Params): Answer {
  const known = {
    user: idForm,
    scopes: listOf('imap', 'pop3', 'smtp', '*'),
    generateMobileconfig: flag,
    address: addressForm,
    ttl: number,
  };
  if (!fits(params, known)) return invalid;
  const scopes = list(param(params, 'scopes') ?? '*');
  if (scopes.length === 0) return invalid;
  if (world.is(world.asps.get(id), 'ASP', 'PRESENT')) return invalid;
  if (isYes(params, 'generateMobileconfig')) {
    const both = scopes.includes('smtp') && (scopes.includes('imap') || scopes.includes('pop3'));
    if (!scopes.includes('*') && !both) return rejected('InvalidAuthScope');
  }
  if (world.user(user) === null) return rejected('UserNotFound');
  const value = param(params, 'address');
  if (value !== undefined && !isHis(world, user, value.toLowerCase())) return rejected('AddressNotFound');
  let present = 0;
  for (const asp of world.asps.keys()) {
    if (world.asp(asp, user) !== null) present += 1;
  }
  if (present >= world.limits.aspLimit) return rejected('TooMany');
  const answer = world.finish('asp create');
  if (answer !== accepted) return answer;
  const ttl = amount(params, 'ttl', 0);
  const asp = afresh(world, world.asps, { entity: `asp:${id}`, id, phases: new Map(), user, scopes, ttl });
  world.set(asp, 'ASP', 'PRESENT');
  armAsp(world, asp);
  return accepted;
}

function isHis(world: World, user: string, value: string): boolean {
  for (const address of world.addresses.values()) {
    if (address.user === user && world.isAddressThere(address) && same(address.value, value)) return true;
  }
  return false;
}

const filterForms = { user: idForm, match: text, delete: flag, mailbox: idForm };

export function filterStep(world: World, id: string, type: string, params: Params): Answer {
  const user = param(params, 'user') ?? '1';
  if (type === 'create') return createFilter(world, id, user, params);
  if (type === 'update') return updateFilter(world, id, user, params);
  if (type !== 'get' && type !== 'delete') return invalid;
  if (!fits(params, { user: idForm })) return invalid;
  const filter = world.filter(id, user);
  if (filter === null) return rejected('FilterNotFound');
  const answer = world.finish(`filter ${type}`);
  if (answer === accepted && type === 'delete') world.set(filter, 'FILTER', 'DELETED');
  return answer;
}

function createFilter(world: World, id: string, of: string, params: Params): Answer {
  if (!fits(params, filterForms)) return invalid;
  if (world.is(world.filters.get(id), 'FILTER', 'PRESENT')) return invalid;
  const user = world.user(of);
  if (user === null) return rejected('UserNotFound');
  let present = 0;
  for (const filter of world.filters.keys()) {
    if (world.filter(filter, of) !== null) present += 1;
  }
  if (present >= (user.filters === 0 ? world.limits.maxFilters : user.filters)) return rejected('TooMany');
  const mailbox = param(params, 'mailbox') ?? null;
  if (mailbox !== null && world.mailbox(mailbox, of) === null) return rejected('NoSuchMailbox');
  const answer = world.finish('filter create');
  if (answer !== accepted) return answer;
  const filter = afresh(world, world.filters, {
    entity: `filter:${id}`,
    id,
    phases: new Map(),
    user: of,
    match: param(params, 'match') ?? null,
    drops: param(params, 'delete') === undefined ? null : isYes(params, 'delete'),
    mailbox,
    made: 0,
  });
  filter.made = ++world.made;
  world.set(filter, 'FILTER', 'PRESENT');
  return accepted;
}

function updateFilter(world: World, id: string, user: string, params: Params): Answer {
  if (!fits(params, filterForms)) return invalid;
  const mailbox = param(params, 'mailbox');
  if (mailbox !== undefined && world.mailbox(mailbox, user) === null) return rejected('NoSuchMailbox');
  const match = param(params, 'match');
  const drops = param(params, 'delete');
  if (mailbox === undefined && match === undefined && drops === undefined) return accepted;
  const filter = world.filter(id, user);
  if (filter === null) return rejected('FilterNotFound');
  const answer = world.finish('filter update');
  if (answer !== accepted) return answer;
  if (mailbox !== undefined) filter.mailbox = mailbox;
  if (match !== undefined) filter.match = match;
  if (drops !== undefined) filter.drops = drops === 'yes';
  return accepted;
}

export function fileStep(world: World, id: string, type: string, params: Params): Answer {
  const user = param(params, 'user') ?? '1';
  if (type !== 'create' && type !== 'get' && type !== 'delete') return invalid;
  if (!fits(params, { user: idForm })) return invalid;
  const file = world.files.get(id);
  const present = file !== undefined && world.is(file, 'FILE', 'PRESENT');
  if (type === 'create') {
    if (present) return invalid;
    if (world.user(user) === null) return rejected('UserNotFound');
    const answer = world.finish('file create');
    if (answer !== accepted) return answer;
    const made = afresh(world, world.files, { entity: `file:${id}`, id, phases: new Map(), user });
    world.set(made, 'FILE', 'PRESENT');
    return accepted;
  }
  if (!present || file.user !== user) return rejected('FileNotFound');
  const answer = world.finish(`file ${type}`);
  if (answer === accepted && type === 'delete') world.set(file, 'FILE', 'DELETED');
  return answer;
}
