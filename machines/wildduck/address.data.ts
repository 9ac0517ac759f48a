import type { EntityView, WorldView } from '../../src/define/index.ts';
import type { Owned } from './owner.ts';

/** What an address keeps besides its chart; a forwarded one belongs to nobody. */
export type AddressData = Owned & {
  value: string;
  /** When it was made, among all. */
  made: number;
};

export const freshAddress = (): AddressData => ({ user: null, value: '', made: 0 });
export const addressData = (address: EntityView): AddressData => address.data as AddressData;

/** Addresses are read in lower case, those that nobody gave too. */
export const addressFrom = (given: string | undefined, id: string): string =>
  (given ?? `${id}@example.com`).toLowerCase();

/** Where mail goes on to, if nobody said where. */
export const targetOf = (given: string | undefined): string => (given ?? 'someone@example.net').toLowerCase();

/** The same mailbox, though the dots before the @ may differ. */
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
