import type { Facts } from './table.ts';

const each = (count: number, line: (id: number) => string): string[] =>
  Array.from({ length: count }, (_, at) => line(at + 1));

/** Up to the default of each limit of the server, and one beyond (wildduck 7). */
export const limits: Facts = {
  'limits that nobody has set': [
    ['given ready', ...each(50, (id) => `asp:${id} create => accepted`), 'asp:51 create => TooMany'],
    ['given ready', ...each(400, (id) => `filter:${id} create => accepted`), 'filter:401 create => TooMany'],
    [
      'given ready',
      // Including the five that every user has.
      ...each(1496, (id) => `mailbox:m${id} create path=m${id} => accepted`),
      'mailbox:m1497 create path=m1497 => DisallowedMailboxMethod',
    ],
    [
      'given ready',
      ...each(5, (id) => `message:${id} send recipients=400 => OUTBOUND:QUEUED`),
      'message:6 send recipients=1 => RateLimitedError',
    ],
    ['given ready', 'message upload draft=yes recipients=400', 'message submit => accepted'],
    ['given ready', 'message upload draft=yes recipients=401', 'message submit => TooMany'],
    [
      'given ready',
      'message:1 append size=10737418239',
      'message:2 append size=1',
      'message:3 append => UploadRateLimited',
    ],
    [
      'given ready',
      'mailbox:1.INBOX fetch bytes=10737418239',
      'mailbox:1.INBOX fetch bytes=1',
      'mailbox:1.INBOX fetch => DownloadRateLimited',
    ],
  ],
  'what counts if nothing is said: 1000 bytes, one recipient': [
    [
      'given ready',
      'user update imapMaxDownload=1000',
      'mailbox:1.INBOX fetch',
      'mailbox:1.INBOX fetch => DownloadRateLimited',
    ],
    ['given ready', 'user update imapMaxDownload=1001', 'mailbox:1.INBOX fetch', 'mailbox:1.INBOX fetch => accepted'],
    ['given ready', 'user update imapMaxUpload=1000', 'message append', 'message:2 append => UploadRateLimited'],
    ['given ready', 'user update imapMaxUpload=1001', 'message append', 'message:2 append => accepted'],
    ['given ready', 'user update recipients=1', 'message send', 'message:2 send => RateLimitedError'],
    ['given ready', 'user update recipients=2', 'message send', 'message:2 send => accepted'],
  ],
};
