import { type Fact, fits, type Params } from '../../src/define/index.ts';
import { hidden, shown, shownPlain } from './facts.ts';
import { path } from './forms.ts';
import { createdPath, isPathTaken, mailboxData } from './mailbox.data.ts';
import { ownedByUser, thoseOf, userThere } from './owner.ts';
import { policyOf } from './policy.ts';
import { inPath, leftToday } from './user.data.ts';

const newPath = ({ path = 'renamed' }: Params): string => path;

/** The ids of the mailboxes that every user has. */
const reserved = /\.(?:INBOX|Sent|Drafts|Trash|Junk)$/;

/** What a mailbox's gates read outside its phase (wildduck 4). Its view shows the first eight (wildduck 10). */
export const mailboxFacts = {
  userThere,
  ownedByUser: ownedByUser('mailbox', [
    'mailbox create',
    'mailbox create path=renamed',
    'mailbox:1.INBOX get',
    'mailbox:1.INBOX delete',
  ]),
  pathTaken: shownPlain({
    yes: 'the user has a mailbox of that path',
    no: 'the user has no mailbox of that path',
    changedBy: ['mailbox create', 'mailbox:2 create path=1'],
    of: ({ world, self, params }) => isPathTaken(world, inPath(params), createdPath(params.path ?? self.id)),
  }),
  renamedTaken: shownPlain({
    yes: 'the user has another mailbox of the new path',
    no: 'the user has no other mailbox of the new path',
    changedBy: ['mailbox create path=renamed', 'mailbox:1.Junk rename'],
    of: ({ world, self, params }) => isPathTaken(world, inPath(params), newPath(params), self),
  }),
  atRenamed: shownPlain({
    yes: 'the mailbox has the new path already',
    no: 'the mailbox does not have the new path yet',
    changedBy: ['mailbox create path=renamed', 'mailbox rename'],
    of: ({ self, params }) => mailboxData(self).path === newPath(params),
  }),
  tooMany: shownPlain({
    yes: 'the user has more mailboxes than maxMailboxes',
    no: 'the user has no more mailboxes than maxMailboxes',
    changedBy: ['server set maxMailboxes=4'],
    of: ({ world, params }) => thoseOf(world, 'mailbox', inPath(params)).length > policyOf(world).maxMailboxes,
  }),
  isInbox: shown({
    yes: 'the mailbox is the inbox',
    no: 'the mailbox is not the inbox',
    changedBy: ['user create', 'mailbox:1.INBOX rename'],
    of: ({ self }) => mailboxData(self).path === 'INBOX',
  }),
  downloadLimited: shownPlain({
    yes: 'the downloads of a day have reached the limit',
    no: 'the downloads of a day are below the limit',
    changedBy: ['user create imapMaxDownload=1', 'mailbox:1.INBOX fetch', 'wait 1d'],
    of: ({ world, params }) => leftToday(world, inPath(params), 'downloaded') <= 0,
  }),
  idIsPath: hidden({
    usual: true,
    yes: 'the id can be a path',
    no: 'the id is too long to be a path',
    changedBy: [],
    of: ({ self }) => fits(path.is, self.id),
  }),
  idReserved: hidden({
    yes: 'the id ends like the id of a mailbox that every user has',
    no: 'the id is not reserved',
    changedBy: ['mailbox:1.INBOX create'],
    of: ({ self }) => reserved.test(self.id),
  }),
} as const satisfies { readonly [fact: string]: Fact };
