import { gates, noUser, pass, refuse } from './gates.ts';

const there = ['NORMAL', 'SPECIAL'];

const notThere = (mark: 'F' | 'I' = 'F') =>
  refuse(
    'NoSuchMailbox',
    { called: 'the user has no such mailbox', any: [{ MAILBOX: { not: there } }, { ownedByUser: false }] },
    mark,
  );

/** Why a mailbox's command is refused, in order: the first that holds is the answer (rulebook 4). */
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
    get: [notThere()],
    rename: [
      notThere(),
      pass({ hasNewPath: true }),
      refuse('DisallowedMailboxMethod', { isInbox: true }),
      refuse('MailboxExistsError', { renamedTaken: true }),
    ],
    delete: [notThere(), refuse('DisallowedMailboxMethod', { MAILBOX: 'SPECIAL' })],
    fetch: [noUser('I'), notThere('I'), refuse('DownloadRateLimited', { downloadLimited: true })],
  },
  // The id is the path where none is given.
  { create: { $path: null, idIsPath: false } },
);
