import type { Alias, Code, CodeRow } from '../../src/define/index.ts';
import { backupPhases, credentialPhases, downloadPhases, migrationPhases, restorePhases } from './phases.ts';

/** What a row adds to the vendor's words, which are in phases.ts. */
type Row = Pick<CodeRow, 'meaning' | 'oddity' | 'also'> & Partial<Pick<CodeRow, 'mark'>>;

const oneCause =
  'Retrying and Failed are printed with the same cause; here `error` leads to the one, `failed` to the other.';
const partiallyCompleted: readonly Alias[] = [
  { name: 'Partially Completed', says: 'The same status, with the word in its other form.' },
];
const threeCauses = 'One name for three causes, each with a remedy of its own.';

const backups = {
  RUNNING: {
    meaning: "The mailbox is being backed up. It can only be while the organization's credential and storage allow.",
  },
  COMPLETED: { meaning: 'Everything new is backed up. The next run prepares itself after two hours.' },
  PREPARING: { meaning: 'The run is planned and waits for its turn; there is nothing to do but wait.' },
  RETRYING: {
    meaning:
      'Something unknown went wrong. The backup runs again after half an hour, up to 25 times; forcing it does not wait.',
  },
  CONNECTION_ERROR: {
    meaning:
      'The mail server cannot be reached, or lets too little through. The next run prepares itself after three hours.',
  },
  AUTHENTICATION_ERROR: {
    meaning:
      "The login was refused: the mailbox's own password is wrong, or the organization has to authenticate again. Fix whichever it is.",
  },
  SPACE_FULL: {
    meaning:
      "The subscription's storage has no room left. It goes on once there is more of it, or accounts were deleted.",
  },
  PARTIALLY_COMPLETE: {
    meaning:
      'Some messages or attachments could not be read and were left out. The next run prepares itself after three hours.',
    also: partiallyCompleted,
  },
  DEACTIVATED: {
    mark: 'D',
    meaning: 'No more backups are made of the mailbox. What was backed up stays and can be restored.',
  },
} as const satisfies RowsOf<typeof backupPhases.BACKUP>;

const migrations = {
  RUNNING: { meaning: 'The backup is being copied into the destination.' },
  CANCELLED: { meaning: 'Somebody gave the migration up, or all its retries were in vain. It can be started anew.' },
  FAILED: { meaning: 'Something unknown went wrong. It is retried by itself after three hours.', oddity: oneCause },
  ON_QUEUE: { meaning: 'The migration waits until other work is done.' },
  COMPLETED: { meaning: 'All that was to be copied is in the destination.' },
  RETRYING: {
    meaning: 'Something unknown went wrong. The migration runs again after half an hour, up to 25 times.',
    oddity: oneCause,
  },
  CONNECTION_ERROR: {
    meaning: 'The mail server cannot be reached. Check how the migration was set up, and start it anew.',
  },
  AUTHENTICATION_ERROR: {
    meaning: 'The destination refuses the login. Start the migration anew with one that is right.',
  },
  SPACE_FULL: { meaning: 'The destination has no room for all of it. Make room there, and start the migration anew.' },
  PARTIALLY_COMPLETE: {
    meaning: 'Only a part was copied, as the mail server was full or took no more. It stays so.',
    also: partiallyCompleted,
  },
} as const satisfies RowsOf<typeof migrationPhases.MIGRATION>;

const restores = {
  RUNNING: { meaning: 'The backup is being copied back into a mailbox.' },
  COMPLETED: { meaning: 'All that was to be copied back is in the mailbox.' },
  RETRYING: {
    meaning: 'Something unknown went wrong. The restore runs again after half an hour, up to 25 times.',
    oddity: oneCause,
  },
  FAILED: { meaning: 'Something unknown went wrong. It is retried by itself after three hours.', oddity: oneCause },
  CANCELLED: { meaning: 'Somebody gave the restore up, or all its retries were in vain. It can be started anew.' },
  CONNECTION_ERROR: { meaning: 'The mail server cannot be reached. It stays so until the restore is started anew.' },
  AUTHENTICATION_ERROR: {
    meaning: 'The mailbox refuses the login. Put the password right, and the restore queues again.',
  },
  ON_QUEUE: { meaning: 'The restore waits until other work is done.' },
  SPACE_FULL: { meaning: 'The mailbox has no room for all of it. Make room there, and start the restore anew.' },
  PARTIALLY_COMPLETE: {
    meaning: 'Only a part was copied back, as the mail server was full or took no more. It stays so.',
    also: partiallyCompleted,
  },
} as const satisfies RowsOf<typeof restorePhases.RESTORE>;

const downloads = {
  RUNNING: { meaning: 'The files of the download are being made.' },
  FAILED: {
    meaning: 'Something unknown went wrong, and nothing mends it by itself: ask support, or start the download anew.',
    oddity:
      "The vendor's other pages let this status change by itself; the table sends to support, and is followed here.",
  },
  CANCELLED: {
    meaning: 'The download was retried as often as it may be, and given up. It can be started anew.',
    oddity: 'The table speaks of a limit without a number; it is taken to be the 25 retries of the other tasks.',
  },
  ON_QUEUE: { meaning: 'The download waits until other work is done.' },
  COMPLETED: {
    meaning: 'The files are made, and a link leads to them for thirty days.',
    oddity: 'Printed Completed/Link, where all other tasks have Completed.',
  },
  EXPIRED: { meaning: 'The link leads nowhere any more. Start the download anew to have another.' },
  RETRYING: {
    meaning:
      'An error came up while the files were made. The download runs again after half an hour, and mostly succeeds.',
    oddity: 'The table states no number of retries for downloads; it is taken to be 25, as for the other tasks.',
  },
} as const satisfies RowsOf<typeof downloadPhases.DOWNLOAD>;

const credentials = {
  GLOBAL_ADMIN_REMOVED: {
    meaning: 'The global admin who let Dropsuite in is no more. Continue, and authenticate as another.',
    oddity: threeCauses,
  },
  PERMISSION_ISSUE: {
    meaning: 'The backup admin lacks a permission. Authenticate again with the name and password of that admin.',
    oddity: threeCauses,
  },
  DEVICE_CODE_EXPIRED: {
    meaning: 'The code by which the device was let in is gone or too old. Authorize the device anew, and verify.',
    oddity: threeCauses,
  },
} as const satisfies RowsOf<Omit<typeof credentialPhases.CREDENTIAL, 'VALID'>>;

/** Our own words: the vendor publishes no rejections. */
const refusals = {
  UnknownEvent: 'An entity of this kind knows no such command or report.',
  NotFound: 'Nothing was ever started under this id.',
  AlreadyRunning: 'The task is under way already: wait for its end, or give it up where that can be done.',
  MailboxDeactivated: 'The mailbox is deactivated, so it is not backed up. Activate it first.',
  NeedReauthentication: "The organization's credential is not valid. Authenticate again first.",
  StorageFull: "The subscription's storage has no room for a backup. Upgrade it, or delete accounts.",
  NothingToFix: 'What the command puts right is not wrong.',
  AlreadyDeactivated: 'The mailbox is deactivated already.',
  NotDeactivated: 'The mailbox is not deactivated, so it cannot be activated.',
  NothingBackedUp: 'There is nothing to draw on: no backup of that id was ever completed, not even in part.',
  AlreadyEnded: 'The task has come to its end, so there is nothing to give up.',
  LinkExpired: 'The link was good for thirty days, which are over. Start the download anew.',
  NotFinished: 'The download has no link, as it is not completed.',
  WrongRemedy: "The command is the remedy of another trouble than the credential's present one.",
} as const;

/**
 * The statuses on Dropsuite's pages under the vendor's headings and in the vendor's order, one more from its other
 * pages, and the refusals (dropsuite 1, 2). 53 rows: 39 status, 13 state-rejection, 1 input-rejection.
 */
export const codes: readonly CodeRow[] = noted([
  ...statuses('Backup Errors & Statuses', backupPhases, backups),
  ...statuses('Migration Errors & Statuses', migrationPhases, migrations),
  ...statuses('Restore Errors & Statuses', restorePhases, restores),
  ...statuses('Downloading Errors & Statuses', downloadPhases, downloads),
  ...statuses('"Need Reauthentication" Errors', credentialPhases, credentials),
  ...Object.entries(refusals).map(
    ([code, meaning]): CodeRow => ({
      code,
      name: code,
      category: 'Rejections',
      kind: code === 'UnknownEvent' ? 'input-rejection' : 'state-rejection',
      mark: 'I',
      meaning,
    }),
  ),
]);

type RowsOf<Statuses> = { readonly [S in keyof Statuses]: Row };
type Phases = { readonly [phase: string]: { readonly [status: string]: Code | null } };

function statuses(category: string, phases: Phases, rows: { readonly [status: string]: Row }): CodeRow[] {
  return Object.entries(phases).flatMap(([phase, words]) =>
    Object.entries(rows).map(([status, { mark = 'S', ...row }]): CodeRow => {
      const code = words[status];
      if (code === undefined || code === null) throw new Error(`${phase} has no word for ${status}`);
      return { code, name: `${phase}: ${status}`, category, kind: 'status', mark, ...row };
    }),
  );
}

/** Some words appear under several headings; each of these rows mentions it. */
function noted(rows: readonly CodeRow[]): CodeRow[] {
  return rows.map((row) => {
    const others = rows.filter(({ code, category }) => code === row.code && category !== row.category);
    if (others.length === 0) return row;
    const note = `The same word also stands as ${others.map(({ name }) => name).join(', ')}.`;
    return { ...row, oddity: row.oddity === undefined ? note : `${row.oddity} ${note}` };
  });
}
