import type { Fact } from '../../src/define/index.ts';
import { alone, asked, shownPlain } from './facts.ts';
import { hasMailbox } from './mailbox.data.ts';
import { ownedByUser, thoseOf, userThere } from './owner.ts';
import { policyOf } from './policy.ts';
import { inPath, userDataOf } from './user.data.ts';

/** What a filter's gates read outside its phase (wildduck 6). Its view shows the first three (wildduck 10). */
export const filterFacts = {
  userThere,
  ownedByUser: ownedByUser('filter', ['filter create']),
  tooMany: shownPlain({
    yes: 'the user has as many filters as allowed, or more',
    no: 'the user has fewer filters than allowed',
    changedBy: ['server set maxFilters=1', 'user create filters=1', 'filter create', 'filter:2 create'],
    of: ({ world, params }) => {
      const user = inPath(params);
      const limit = userDataOf(world, user).filters || policyOf(world).maxFilters;
      return thoseOf(world, 'filter', user).length >= limit;
    },
  }),
  mailboxThere: asked({
    usual: true,
    yes: 'no mailbox is given, or one that the user has',
    no: 'the user does not have the given mailbox',
    changedBy: ['filter create mailbox=9'],
    of: ({ world, params }) => params.mailbox === undefined || hasMailbox(world, params.mailbox, inPath(params)),
  }),
  nothingGiven: alone({
    usual: true,
    yes: 'no key but the user is given',
    no: 'a key is given',
    changedBy: ['filter update', 'filter update delete=no'],
    of: ({ params }) => Object.keys(params).every((key) => key === 'user'),
  }),
} as const satisfies { readonly [fact: string]: Fact };
