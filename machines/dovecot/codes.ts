import type { CodeKind, CodeRow, Mark } from '../../src/define/index.ts';

/**
 * The codes of Dovecot's dsync migrations: the vendor's table "Doveadm (Dsync) Error/Exit Codes" in its order, six
 * exits that were only observed, and our own words for rejections, since the vendor has none (dovecot 2). Numbers and
 * labels are the vendor's; meanings and oddities are our own words.
 *
 * 39 rows: 1 informational, 11 failure-reason, 11 environment-fault, 1 input-rejection, 15 state-rejection.
 */
export const codes: readonly CodeRow[] = [
  {
    ...listed(0, 'EX_OK', 'informational'),
    meaning: 'The pass is complete, and nothing was left out.',
    oddity: "The table gives it no label; the name is the C library's.",
    why: 'A pass that ends with 0 succeeded. It shows as SYNCED or COMPLETED, and such a change carries no error.',
  },
  {
    ...listed(2, 'DOVEADM_EX_CHANGED', 'failure-reason'),
    meaning:
      'The pass is complete, but the mailbox changed meanwhile: harmless before the switch, a reason for one more pass after it.',
    oddity:
      "The table gives it no label; the name is that of Dovecot's source. It may hide worse: by that source, once it is set only a temporary failure (75) takes its place, not a 65, 68, 73 or 77 that comes after. Only a run that exits 0 proves an account SYNCED or FINAL_PENDING with error 2.",
  },
  {
    ...listed(64, 'EX_USAGE', 'failure-reason'),
    meaning:
      'doveadm was called with arguments that it does not take. Seen also for a master user without rights in access lists of the old system.',
  },
  {
    ...listed(65, 'EX_DATAERR', 'failure-reason'),
    meaning:
      'The two sides do not fit together. Seen where the destination was used before the first pass, or a mail was saved or expunged in its INBOX between two: then at every pass, until the destination is wiped. The account fails and is reported. No exit protects what is saved at the destination before `switch`: this one is an accident of INBOX, which is emptied all the same, and a mail in another folder is deleted with exit 0.',
    also: [{ name: 'DOVEADM_EX_NOTPOSSIBLE', says: "Dovecot's source calls it so." }],
  },
  {
    ...listed(66, 'EX_NOINPUT', 'failure-reason'),
    meaning: 'An input could not be opened for reading.',
    oddity: 'Listed without any advice.',
  },
  {
    ...listed(67, 'EX_NOUSER', 'failure-reason'),
    meaning:
      'The user database does not know the user: gone, so that the account leaves the list, or not found because the database is ailing, so that the pass is tried again.',
    oddity: "One number for two situations, which only the user database's own state (`identity`) tells apart.",
  },
  {
    ...listed(68, 'EX_NOHOST', 'environment-fault'),
    meaning: 'A host name of either side leads nowhere. Seen instead for a mailbox that is missing or vanishes.',
    also: [
      {
        name: 'DOVEADM_EX_NOTFOUND',
        says: "Dovecot's source calls it so: there it means that a mailbox is missing, not a host.",
      },
    ],
  },
  {
    ...listed(69, 'EX_UNAVAILABLE', 'environment-fault'),
    meaning: 'A service that the pass needs is not to be had.',
    oddity: 'Listed without any advice.',
  },
  {
    ...listed(70, 'EX_SOFTWARE', 'failure-reason'),
    meaning: 'doveadm failed because of an error of its own.',
    oddity: 'Listed without any advice.',
  },
  {
    ...listed(71, 'EX_OSERROR', 'environment-fault'),
    meaning: 'The host that dsync runs on cannot do its part, such as beginning a process; another host may.',
  },
  {
    ...listed(72, 'EX_OSFILE', 'environment-fault'),
    meaning: 'The host that dsync runs on lacks a file of its system; another host may have it.',
  },
  {
    ...listed(73, 'EX_CANTCREAT', 'failure-reason'),
    meaning:
      "The user's quota leaves no room for a message or a mailbox, though the new one should be no smaller: the account fails and is investigated.",
  },
  {
    ...listed(74, 'EX_IOERR', 'environment-fault'),
    meaning: 'Reading or writing went wrong.',
    oddity: 'Listed without any advice.',
  },
  {
    ...listed(75, 'EX_TEMPFAILE', 'failure-reason'),
    meaning:
      'A trouble that may go away by itself: the pass is repeated, up to a limit, beyond which the account is in error or waits in the queue again.',
    oddity: 'Labelled EX_TEMPFAILE in this table, EX_TEMPFAIL elsewhere.',
    also: [
      { name: 'EX_TEMPFAIL', says: "The C library's sysexits.h and Dovecot's source spell it without the last E." },
    ],
  },
  {
    ...listed(76, 'EX_PROTOCOL', 'environment-fault'),
    meaning: 'The other side answered in a way that the protocol does not provide for.',
    oddity: 'Listed without any advice.',
  },
  {
    ...listed(77, 'EX_NOPERM', 'failure-reason'),
    meaning:
      "A login was refused: that of a master user, so that everything stops, or that of the account's own credentials, so that it depends on whether newer ones can be had. Or a folder may not be read or written: then the account alone fails, and its user is flagged.",
    oddity:
      'One number for several situations, which only the side that refused (`side`), what it refused (`cause`), the way of logging in (`auth`) and the credentials (`credentials`) tell apart. The table names a folder among the causes without saying what then. A refused login was never seen to exit so: a wrong password shows as 75, or as 134 with an IMAP server as the other side, so a wrong master password fails or delays the accounts one by one and suspends nothing, against the intent of this row.',
  },
  {
    ...listed(78, 'EX_CONFIG', 'environment-fault'),
    meaning: 'The configuration is wrong, which concerns every account: everything stops until it is mended.',
  },
  {
    ...observed(89, 'FATAL_DEFAULT', 'environment-fault'),
    meaning: 'The exit that was observed for a configuration with an error: everything stops, as for 78.',
  },
  {
    ...observed(124, 'TIMEDOUT', 'environment-fault'),
    meaning: 'The time that `timeout` gave was over, whatever doveadm itself exited with: the pass is tried again.',
  },
  {
    ...observed(134, 'SIGABRT', 'failure-reason'),
    meaning:
      'doveadm crashed. Seen where the other side is an IMAP server with a wrong password, of a user or of the master user, or with an unknown host name, and where it is an `ssh:` side that cannot be reached. The IMAP ones are mended in 2.4.',
    also: [{ name: 'Aborted', says: 'A shell prints this word when the process ends so.' }],
  },
  {
    ...observed(137, 'SIGKILL', 'environment-fault'),
    meaning:
      'doveadm was killed outright, as by the kernel for want of memory or by `timeout -s KILL`. A fault of the host, mostly over by the next run: the pass is tried again.',
    also: [{ name: 'Killed', says: 'A shell prints this word when the process ends so.' }],
  },
  {
    ...observed(139, 'SIGSEGV', 'failure-reason'),
    meaning: 'doveadm crashed: it reached for memory that is not its own.',
    also: [{ name: 'Segmentation fault', says: 'A shell prints these words when the process ends so.' }],
  },
  {
    ...observed(143, 'SIGTERM', 'environment-fault'),
    meaning:
      'The shell around doveadm was terminated: the pass is tried again. doveadm itself answers SIGTERM and SIGINT with 75.',
    also: [{ name: 'Terminated', says: 'A shell prints this word when the process ends so.' }],
  },
  {
    ...rejection('UnknownEvent', 'input-rejection'),
    meaning: 'The entity knows no such event.',
  },
  {
    ...rejection('AlreadyListed'),
    meaning: 'The account is on the migration list; it leaves it by `remove` or by an exit 67 only.',
  },
  {
    ...rejection('NotListed'),
    meaning: 'The account was never put on the migration list.',
  },
  {
    ...rejection('RemovedFromList'),
    meaning: 'The account was taken off the migration list; `enqueue` puts it on again.',
  },
  {
    ...rejection('AlreadyCompleted'),
    meaning: 'The last final pass ended without a change: nothing is left to be done.',
  },
  {
    ...rejection('AlreadyRunning'),
    meaning: 'A pass of the account is under way; only its exit ends it.',
  },
  {
    ...rejection('ManagerSuspended'),
    meaning: 'All migrations are suspended: no pass begins before `manager resume`.',
  },
  {
    ...rejection('NeedsReset'),
    meaning: 'The account has failed: somebody has to look at it and say `reset` before another pass.',
  },
  {
    ...rejection('BackupAfterCutover'),
    meaning:
      'New mail goes to the new system already: a pass that makes the destination equal to the source would delete it. No exit protects what is saved at the destination before `switch`, so nothing may be delivered there until then.',
  },
  {
    ...rejection('ConcurrencyLimit'),
    meaning: 'As many accounts run as may run at once.',
  },
  {
    ...rejection('AlreadySwitched'),
    meaning: 'New mail goes to the new system already.',
  },
  {
    ...rejection('NotSynced'),
    meaning: 'Delivery is switched only where the latest intermediate pass has succeeded and nothing came after it.',
  },
  {
    ...rejection('NotCutOver'),
    meaning: 'Delivery still goes to the old system: a final pass comes after the switch.',
  },
  {
    ...rejection('NotFailed'),
    meaning: 'The account has not failed, so there is nothing to reset.',
  },
  {
    ...rejection('AlreadySuspended'),
    meaning: 'The manager is suspended already, by an operator or by an exit.',
  },
  {
    ...rejection('NotSuspended'),
    meaning: 'The manager is running, so there is nothing to resume.',
  },
];

type Heading<C, M extends Mark> = { code: C; name: string; category: string; kind: CodeKind; mark: M };

function listed(code: number, name: string, kind: CodeKind): Heading<number, 'S'> {
  return { code, name, category: 'Doveadm (Dsync) Error/Exit Codes', kind, mark: 'S' };
}

function observed(code: number, name: string, kind: CodeKind): Heading<number, 'O'> {
  return { code, name, category: 'Observed exit codes', kind, mark: 'O' };
}

function rejection(name: string, kind: CodeKind = 'state-rejection'): Heading<string, 'I'> {
  return { code: name, name, category: 'Rejections', kind, mark: 'I' };
}
