import { type EntityView, fits, type WorldView } from '../../src/define/index.ts';
import { newAddress } from './forms.ts';
import type { Owned } from './owner.ts';

/** What an address keeps besides its chart; a forwarded one belongs to nobody. */
export type AddressData = Owned & {
  value: string;
  /** When it was made, among all. */
  made: number;
};

export const freshAddress = (): AddressData => ({ user: null, value: '', made: 0 });
export const addressData = (address: EntityView): AddressData => address.data as AddressData;

/** Addresses are read in small letters, those that nobody gave too. */
export const addressFrom = (given: string | undefined, id: string): string =>
  (given ?? `${id}@example.com`).toLowerCase();

/** The address that nobody gave has to fit like one that is given. */
export const canBeAddress = (id: string): boolean => fits(newAddress.is, `${id}@example.com`);

/** What stands behind a `+` is left out where a user is created. */
export const withoutLabel = (given: string | undefined, id: string): string =>
  addressFrom(given, id).replace(/\+[^@]*/, '');

/** A user's address is the main one if it is his main text, to the letter (wildduck 4). */
export const statusOf = (value: string, main: string | null): 'MAIN' | 'WILDCARD' | 'ALIAS' =>
  value === main ? 'MAIN' : value.includes('*') ? 'WILDCARD' : 'ALIAS';

/** Where mail goes on to, if nobody said where. */
export const targetOf = (given: string | undefined): string => (given ?? 'someone@example.net').toLowerCase();

/** Two addresses are the same if they differ only in dots before the `@`. */
export const isSame = (one: string, other: string): boolean => undotted(one) === undotted(other);

const undotted = (value: string): string => {
  const at = value.indexOf('@');
  return value.slice(0, at).replaceAll('.', '') + value.slice(at);
};

/** Whether an address has the value, apart from the one at hand. */
export const isTaken = (world: WorldView, value: string, except?: EntityView): boolean =>
  world
    .all('address')
    .some((each) => each.id !== except?.id && each.is('there') && isSame(addressData(each).value, value));
