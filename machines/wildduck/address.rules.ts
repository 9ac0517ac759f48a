import type { Condition } from '../../src/define/index.ts';
import { gates, noUser, refuse } from './gates.ts';

/** In these statuses an address belongs to a user; a forwarded one has no owner. */
const own = ['MAIN', 'ALIAS', 'WILDCARD'];

const notFound = refuse('AddressNotFound', {
  called: 'the user has no such address',
  any: [{ ADDRESS: { not: own } }, { ownedByUser: false }],
});
const notForwarded = refuse('AddressNotFound', { ADDRESS: { not: 'FORWARDED' } });

const taken: Condition = {
  called: 'the address or the id is in use',
  any: [{ valueTaken: true }, { ADDRESS: [...own, 'FORWARDED'] }],
};
/** The address defaults to the id. */
const unfitId: Condition = { $address: null, idIsAddress: false };
const wildcardUnasked: Condition = { wildcardGiven: true, $allowWildcard: { not: 'yes' } };
const wildcardUnfit: Condition = { any: [{ $main: 'yes', wildcardGiven: true }, { wildcardTooLong: true }] };

/** A value can change only if neither the old nor the new one has an asterisk. */
const changed = refuse('ChangeNotAllowed', { any: [{ newValue: 'wild' }, { newValue: 'plain', hasWildcard: true }] });
const newValueTaken = refuse('AddressExistsError', { newValueTaken: true });

/** Why an address's command is refused; the first rule that holds decides (wildduck 4). */
export const addressRules = gates({
  create: [
    refuse('InputValidationError', { any: [unfitId, wildcardUnasked, wildcardUnfit] }),
    noUser(),
    refuse('AddressExistsError', taken),
  ],
  get: [noUser(), notFound],
  update: [
    refuse('InputValidationError', { $main: 'no' }),
    noUser(),
    notFound,
    changed,
    refuse('WildcardNotPermitted', { $main: 'yes', hasWildcard: true }),
    newValueTaken,
  ],
  /** For a forwarded address, the server crashes. */
  delete: [
    noUser(),
    refuse('AddressNotFound', { ADDRESS: 'FORWARDED' }, 'I'),
    notFound,
    refuse('NotPermitted', { ADDRESS: 'MAIN' }),
  ],
  'forwarded.create': [
    refuse('InputValidationError', { any: [unfitId, wildcardUnasked, { forwardsToItself: true }] }),
    refuse('AddressExistsError', taken),
  ],
  'forwarded.update': [
    notForwarded,
    changed,
    refuse('InputValidationError', { targetIsOldValue: true }),
    newValueTaken,
  ],
  'forwarded.delete': [notForwarded],
});
