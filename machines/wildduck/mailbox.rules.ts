import type { Condition } from '../../src/define/index.ts';
import { gates, noUser, pass, refuse } from './gates.ts';

const there = ['NORMAL', 'SPECIAL'];

const notUsers: Condition = {
  called: 'the user has no such mailbox',
  any: [{ MAILBOX: { not: there } }, { ownedByUser: false }],
};
const notFound = refuse('NoSuchMailbox', notUsers);

/** Why a mailbox's command is refused; the first rule that holds decides (wildduck 4). */
export const mailboxRules = gates(
  {
    create: [
      noUser(),
      refuse('MailboxExistsError', {
        called: 'the path or the id is in use, or the id is reserved',
        any: [{ pathTaken: true }, { MAILBOX: there }, { idReserved: true }],
      }),
      refuse('DisallowedMailboxMethod', { tooMany: true }),
    ],
    get: [noUser(), notFound],
    /** The path is checked before the owner. */
    rename: [
      refuse('NoSuchMailbox', { MAILBOX: { not: there } }),
      pass({ atRenamed: true }),
      refuse('NoSuchMailbox', { ownedByUser: false }),
      refuse('DisallowedMailboxMethod', { isInbox: true }),
      refuse('MailboxExistsError', { renamedTaken: true }),
    ],
    delete: [notFound, refuse('DisallowedMailboxMethod', { MAILBOX: 'SPECIAL' })],
    fetch: [
      noUser('I'),
      refuse('NoSuchMailbox', notUsers, 'I'),
      refuse('DownloadRateLimited', { downloadLimited: true }),
    ],
  },
  // The path defaults to the id.
  { create: { $path: null, idIsPath: false } },
);
