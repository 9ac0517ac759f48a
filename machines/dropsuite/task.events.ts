/** Commands and reports that several kinds of task have (dropsuite 2, 3). */
export const drawing = {
  start: {
    says: 'starts the task on a backup, again if it was started before',
    params: { backup: { is: { id: true } } },
  },
} as const;

export const cancelling = { cancel: { says: 'cancels the task' } } as const;

export const fixing = { 'credentials.update': { says: "corrects the mailbox's login and tries again" } } as const;

/** Reports for every task. */
export const ofEvery = {
  started: { says: 'the work has begun' },
  succeeded: { says: 'the work is done' },
  error: { says: 'an unknown error occurred; the task is tried again' },
} as const;

export const ofCopies = { failed: { says: 'an unknown error occurred; the task gives up for now' } } as const;

/** Reports for tasks that connect to a mailbox. */
export const ofMailboxes = {
  partiallySucceeded: { says: 'the work is done except for some items' },
  connectionLost: { says: 'the mail server cannot be reached' },
  credentialsRejected: { says: 'the mailbox refuses the login' },
  spaceFull: { says: 'there is no storage left' },
} as const;
