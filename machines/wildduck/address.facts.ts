import type { Fact, Question } from '../../src/define/index.ts';
import { addressData, addressFrom, canBeAddress, isSame, isTaken, targetOf } from './address.data.ts';
import { alone, asked, hidden, shownPlain } from './facts.ts';
import { ownedByUser, userThere } from './owner.ts';
import { inPath, userDataOf } from './user.data.ts';

const wild = (value: string | undefined): boolean => value?.includes('*') === true;

/** How an update changes the value. A different text counts as new, even if it differs only in dots or capitals. */
function newValue({
  self,
  params: { address },
}: Pick<Question, 'self' | 'params'>): 'kept' | 'recased' | 'plain' | 'wild' {
  const { value } = addressData(self);
  if (address === undefined || address === value) return 'kept';
  if (wild(address)) return 'wild';
  return address.toLowerCase() === value ? 'recased' : 'plain';
}

const wildcardLines = ['address:7 create address=*@example.org allowWildcard=yes'];

/** What an address's gates read outside its phase (wildduck 4). Its view shows the first three (wildduck 10). */
export const addressFacts = {
  userThere,
  valueTaken: shownPlain({
    yes: 'the address is in use',
    no: 'the address is free',
    changedBy: ['address create', 'address forwarded.create'],
    of: ({ world, self, params }) => isTaken(world, addressFrom(params.address, self.id)),
  }),
  ownedByUser: ownedByUser('address', ['address:7 create', 'address:7 update']),
  newValue: {
    values: ['kept', 'recased', 'plain', 'wild'],
    usual: 'kept',
    usesParams: true,
    of: newValue,
    changedBy: ['address:7 create', 'address:7 update address=a@example.org'],
    says: {
      kept: 'no new value is given',
      recased: 'the value is given with different capitals',
      plain: 'a new value is given',
      wild: 'a new value with an asterisk is given',
    },
  },
  newValueTaken: asked({
    yes: 'another address has the new value',
    no: 'no other address has the new value',
    changedBy: ['address:7 create', 'address:7 update address=1@example.com'],
    of: ({ world, self, params }) =>
      newValue({ self, params }) !== 'kept' && isTaken(world, addressFrom(params.address, self.id), self),
  }),
  hasWildcard: hidden({
    yes: 'the address has an asterisk',
    no: 'the address has no asterisk',
    changedBy: [...wildcardLines, 'address:7 update address=a@example.org', 'address:7 update main=yes'],
    of: ({ self }) => wild(addressData(self).value),
  }),
  wildcardGiven: alone({
    yes: 'the address given has an asterisk',
    no: 'the address given has no asterisk',
    changedBy: wildcardLines,
    of: ({ params }) => wild(params.address),
  }),
  idIsAddress: hidden({
    usual: true,
    yes: 'the id can stand before the @ of an address',
    no: 'the id cannot stand before the @ of an address',
    changedBy: ['address:x..y create'],
    of: ({ self }) => canBeAddress(self.id),
  }),
  wildcardTooLong: alone({
    yes: 'more than 32 characters stand between the asterisk and the @',
    no: 'no more than 32 characters stand between an asterisk and the @',
    changedBy: [`address:7 create address=*${'a'.repeat(33)}@example.org allowWildcard=yes`],
    of: ({ params }) => /\*[^*@]{33,}@/.test(params.address ?? ''),
  }),
  capitalsGiven: alone({
    yes: 'the address given has capitals',
    no: 'no address with capitals is given',
    changedBy: ['address:7 update address=A@example.org'],
    of: ({ params: { address = '' } }) => address !== address.toLowerCase(),
  }),
  isMainText: asked({
    yes: "the value is the user's main text, or the user has none",
    no: "the value is not the user's main text",
    changedBy: ['address:7 update main=yes address=a@example.org', 'address:1 update address=7@example.com'],
    of: ({ world, self, event, params }) => {
      const { main } = userDataOf(world, inPath(params));
      if (event === 'create') return main === null || main === addressFrom(params.address, self.id);
      return params.address?.toLowerCase() === main;
    },
  }),
  forwardsToItself: asked({
    yes: 'the target is the address itself',
    no: 'the target is another address',
    changedBy: ['address forwarded.create address=someone@example.net'],
    of: ({ self, params }) => isSame(targetOf(params.target), addressFrom(params.address, self.id)),
  }),
  targetIsOldValue: asked({
    yes: 'the target given is what the address was',
    no: 'the target given is not what the address was',
    changedBy: ['address forwarded.create', 'address forwarded.update target=1@example.com'],
    of: ({ self, params }) =>
      params.target !== undefined && isSame(params.target.toLowerCase(), addressData(self).value),
  }),
} as const satisfies { readonly [fact: string]: Fact };
