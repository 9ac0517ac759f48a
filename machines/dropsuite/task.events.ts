/** Commands and reports that several kinds of task have (dropsuite 2, 3). */
export const drawing = {
  start: {
    says: 'starts the task on a backup, anew where it was started before',
    params: { backup: { is: { id: true } } },
  },
} as const;

export const cancelling = { cancel: { says: 'gives the task up' } } as const;

export const fixing = { 'credentials.update': { says: "puts the mailbox's login right and tries again" } } as const;

/** Reports for every task. */
export const ofEvery = {
  started: { says: 'the work has begun' },
  succeeded: { says: 'the work is done' },
  error: { says: 'something unknown went wrong, to be tried again' },
} as const;

export const ofCopies = { failed: { says: 'something unknown went wrong, and the task gives up for now' } } as const;

/** Reports for tasks that connect to a mailbox. */
export const ofMailboxes = {
  partiallySucceeded: { says: 'the work is done but for some items' },
  connectionLost: { says: 'the mail server is out of reach' },
  credentialsRejected: { says: 'the mailbox refuses the login' },
  spaceFull: { says: 'there is no room left for what is to be stored' },
} as const;
