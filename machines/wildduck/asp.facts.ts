import { type Fact, type Params, wholeOf } from '../../src/define/index.ts';
import { addressData, isSame } from './address.data.ts';
import { alone, asked, shownPlain } from './facts.ts';
import { wordsOf } from './forms.ts';
import { ownedByUser, thoseOf, userThere } from './owner.ts';
import { policyOf } from './policy.ts';
import { inPath } from './user.data.ts';

/** A profile for Apple's devices needs both ways, or a password for everything. */
function profileFits({ scopes = '*' }: Params): boolean {
  const words = wordsOf(scopes);
  return words.includes('*') || (words.includes('smtp') && (words.includes('imap') || words.includes('pop3')));
}

/** What an application password's gates read outside the chart (wildduck 6). Its view shows the first three (10). */
export const aspFacts = {
  userThere,
  ownedByUser: ownedByUser('application password', ['asp create']),
  tooMany: shownPlain({
    yes: 'the user has as many application passwords as aspLimit, or more',
    no: 'the user has fewer application passwords than aspLimit',
    changedBy: ['server set aspLimit=1', 'asp create', 'asp:2 create'],
    of: ({ world, params }) => thoseOf(world, 'asp', inPath(params)).length >= policyOf(world).aspLimit,
  }),
  profileFits: alone({
    usual: true,
    yes: 'the scopes are enough for a profile',
    no: 'the scopes have neither * nor smtp with imap or pop3',
    changedBy: ['asp create generateMobileconfig=yes scopes=imap'],
    of: ({ params }) => profileFits(params),
  }),
  addressOfUser: asked({
    usual: true,
    yes: 'no address is given, or one that the user has',
    no: 'the user does not have the given address',
    changedBy: ['asp create address=nobody@example.com'],
    of: ({ world, params }) => {
      const value = params.address?.toLowerCase();
      if (value === undefined) return true;
      return thoseOf(world, 'address', inPath(params)).some((each) => isSame(addressData(each).value, value));
    },
  }),
  ttlGiven: alone({
    yes: 'a ttl over 0 is given',
    no: 'no ttl over 0 is given',
    changedBy: ['asp create ttl=100'],
    of: ({ params }) => (wholeOf(params.ttl) ?? 0) > 0,
  }),
} as const satisfies { readonly [fact: string]: Fact };
