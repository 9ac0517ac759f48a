import { type EntityView, fits, type WorldView } from '../../src/define/index.ts';
import { newAddress } from './forms.ts';
import type { Owned } from './owner.ts';

/** An address's data outside its chart; a forwarded one has no owner. */
export type AddressData = Owned & {
  value: string;
  /** When it was made, in the order of all addresses. */
  made: number;
};

export const freshAddress = (): AddressData => ({ user: null, value: '', made: 0 });
export const addressData = (address: EntityView): AddressData => address.data as AddressData;

/** Addresses are read in lower case, default ones too. */
export const addressFrom = (given: string | undefined, id: string): string =>
  (given ?? `${id}@example.com`).toLowerCase();

/** A default address must fit like a given one. */
export const canBeAddress = (id: string): boolean => fits(newAddress.is, `${id}@example.com`);

/** If a user is created, what follows a `+` is dropped. */
export const withoutLabel = (given: string | undefined, id: string): string =>
  addressFrom(given, id).replace(/\+[^@]*/, '');

/** A user's address is MAIN if it equals the user's main text exactly (wildduck 4). */
export const statusOf = (value: string, main: string | null): 'MAIN' | 'WILDCARD' | 'ALIAS' =>
  value === main ? 'MAIN' : value.includes('*') ? 'WILDCARD' : 'ALIAS';

/** Where mail is forwarded to by default. */
export const targetOf = (given: string | undefined): string => (given ?? 'someone@example.net').toLowerCase();

/** Two addresses are the same if they differ only in dots before the `@`. */
export const isSame = (one: string, other: string): boolean => undotted(one) === undotted(other);

const undotted = (value: string): string => {
  const at = value.indexOf('@');
  return value.slice(0, at).replaceAll('.', '') + value.slice(at);
};

/** Whether another address has the value. */
export const isTaken = (world: WorldView, value: string, except?: EntityView): boolean =>
  world
    .all('address')
    .some((each) => each.id !== except?.id && each.is('there') && isSame(addressData(each).value, value));
