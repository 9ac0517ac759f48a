import type { Fact, Question } from '../../src/model/index.ts';
import { addressData, addressFrom, isSame, isTaken, targetOf } from './address.data.ts';
import { alone, asked, hidden, shownPlain } from './facts.ts';
import { ownedByUser, userThere } from './owner.ts';

const wild = (value: string | undefined): boolean => value?.includes('*') ?? false;

/** What an update makes of the value: another text counts as new, even if it differs only in dots. */
function newValue({ self, params }: Question): 'kept' | 'plain' | 'wild' {
  if (params.address === undefined) return 'kept';
  const value = params.address.toLowerCase();
  if (value === addressData(self).value) return 'kept';
  return wild(value) ? 'wild' : 'plain';
}

const wildcardLines = ['address:7 create address=*@example.org allowWildcard=yes'];

/** What an address's gates ask of the world outside its phase (rulebook 4); the first three are its view's (10). */
export const addressFacts: { readonly [fact: string]: Fact } = {
  userThere,
  valueTaken: shownPlain({
    yes: 'the address is in use',
    no: 'the address is free',
    changedBy: ['address create', 'address forwarded.create'],
    of: ({ world, self, params }) => isTaken(world, addressFrom(params.address, self.id)),
  }),
  ownedByUser: ownedByUser('address', ['address:7 create', 'address:7 update']),
  newValue: {
    values: ['kept', 'plain', 'wild'],
    usual: 'kept',
    usesParams: true,
    of: newValue,
    changedBy: ['address:7 create', 'address:7 update address=a@example.org'],
    says: {
      kept: 'no new value is given',
      plain: 'a new value is given',
      wild: 'a new value with an asterisk is given',
    },
  },
  newValueTaken: asked({
    yes: 'another address has the new value',
    no: 'no other address has the new value',
    changedBy: ['address:7 create', 'address:7 update address=1@example.com'],
    of: ({ world, self, params }) =>
      newValue({ world, self, params, event: '' }) !== 'kept' &&
      isTaken(world, addressFrom(params.address, self.id), self),
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
};
