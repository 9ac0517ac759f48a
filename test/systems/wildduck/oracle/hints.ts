import type { Hints } from '../../../random/hints.ts';

const day = 86_400;

const addresses = [
  ...['1@example.com', '2@example.com', 'a@example.org', 'A.A@Example.org', 'b@example.org', 'b.b@example.org'],
  ...['A@example.org', 'a+b@example.org', '2+x@example.com', 'B@example.org'],
  ...['5@example.com', 'someone@example.net', 'ab@example.com'],
];
const wildcards = ['*@example.org', 'x*@example.org', '*@EXAMPLE.org', '1@*', `*${'y'.repeat(33)}@example.org`];
const badAddresses = ['a@b@c', 'a+b@c', '@c', 'a@', 'a b@c', '*@*', '.@c', '', 'a..b@example.org', 'a@-example.org'];
const sizes = ['0', '1', '500', '1000', '1000', '1500', '2500', '1234567890123456'];
const limits = ['0', '0', '1', '1000', '1500', '3000'];
const mailboxes = ['1.INBOX', '1.Trash', '1.Junk', '2.INBOX', '2.Trash', 'a.b.Trash', '5', '5', '5', '6', '6', '7'];

/** A few users who take each other's names, addresses and mailboxes. */
export const hints: Hints = {
  ids: {
    user: ['1', '1', '1', '2', '2', 'a.b', 'ab', 'A.B', 'a_b', 'a_'],
    session: ['1', '2', '3', '4'],
    address: ['1', '2', '5', '5', '6', '6', '7', 'a.b', 'ab'],
    mailbox: ['5', '5', '6', '6', '7', '1.INBOX', '1.Trash', '2.INBOX', 'a.b.Junk', '.Sent'],
    message: ['1', '2', '3', '4', '5', '6'],
    asp: ['1', '2', '3'],
    filter: ['1', '2', '3', '4'],
    file: ['1', '2'],
    alias: ['example.org', '1'],
    dkim: ['1'],
    cert: ['1'],
    webhook: ['1', '2'],
    server: ['1', '2'],
  },
  openings: ['', 'given ready', 'given ready', 'given ready\nuser:2 create password=two'],
  share: { user: 10, session: 5, address: 5, mailbox: 4, message: 8, asp: 3, filter: 4, server: 2 },
  values: {
    user: ['1', '1', '1', '1', '2', '2', 'a.b', 'ab', 'AB', '3', 'a_'],
    password: ['correct-horse', 'correct-horse', 'two', 'temporary', 'breached'],
    'session authenticate password': ['correct-horse', 'correct-horse', 'two', 'wrong', 'wrong', 'temporary', ''],
    address: [...addresses, ...addresses, ...wildcards, ...badAddresses],
    target: [...addresses, ...wildcards, 'a+b@c'],
    quota: limits,
    recipients: ['0', '1', '1', '2', '3', '5', '401'],
    filters: ['0', '1', '2', '3'],
    imapMaxUpload: limits,
    imapMaxDownload: limits,
    'server set imapMaxUpload': ['1', '1500', '3000', '10737418240'],
    'server set imapMaxDownload': ['1', '1500', '3000', '10737418240'],
    disabledScopes: ['', '', '', 'imap', 'pop3,smtp', 'imap,imap', 'imap,'],
    deleteAfter: ['0', '0d', '60', '3d', '3d', '30d', '1h', '5x'],
    token: ['ok', 'ok', 'wrong', 'used', 'used'],
    challenge: ['1', '1', '2'],
    credential: ['1', '1', '2', '3'],
    scope: ['master', 'imap', 'pop3', 'smtp'],
    asp: ['1', '1', '2', '3', ''],
    mailbox: mailboxes,
    to: mailboxes,
    path: [
      ...[
        'INBOX',
        'Work',
        'Work/2024',
        'Trash',
        'Bin',
        'renamed',
        'Sent Mail',
        '5',
        '6',
        'inbox',
        '/Inbox/x',
        'a//b',
        '/a',
        'a/',
      ],
      ...[
        '',
        'p'.repeat(512),
        'p'.repeat(513),
        Array(128).fill('p').join('/'),
        Array(129).fill('p').join('/'),
        `/${Array(128).fill('p').join('/')}`,
      ],
    ],
    bytes: sizes,
    size: sizes,
    subject: ['pills', 'Cheap PILLS', 'casino and pills', ' ', ''],
    match: ['pills', 'CHEAP', ' casino ', ' ', ''],
    scopes: ['*', '*', 'imap', 'smtp', 'imap,smtp', 'smtp,pop3', 'imap,pop3', 'imap,*', '', 'imap,', 'master'],
    ttl: ['0', '0', '1', '100', '3600', '86400', '-1'],
    aspLimit: ['1', '2', '3', '50'],
    maxFilters: ['1', '2', '3', '400'],
    maxMailboxes: ['5', '6', '7', '1500'],
    maxRecipients: ['1', '2', '5', '2000'],
    maxRcptTo: ['1', '2', '400'],
  },
  likely: {
    'user delete': 0.15,
    'user disable2fa': 0.2,
    'user update': 0.4,
    'user create': 0.5,
    'user purge.finished': 0.6,
    'session end': 0.3,
    'server fault': 0.3,
    'server set': 0.5,
    get: 0.2,
  },
  waits: [0, 1, 60, 100, 119, 120, 179, 180, 3600, 6 * 3600, day - 1, day, 14 * day - 1, 14 * day, 25 * day, 30 * day],
};

/** The kinds that a walk is about; the others do not occur. */
const about = (share: NonNullable<Hints['share']>): NonNullable<Hints['share']> => ({
  ...Object.fromEntries(Object.keys(hints.ids).map((kind) => [kind, 0])),
  ...share,
});

/** One user, whose sign-in and second factors are tried over and over, at short intervals. */
export const signingIn: Hints = {
  ...hints,
  ids: { ...hints.ids, user: ['1', '1', '1', '1', '2'], asp: ['1', '2'] },
  openings: [
    'given ready\nasp create scopes=imap\nuser totp.setup\nuser totp.enable',
    'given ready\nuser password.reset\nuser webauthn.challenge\nuser webauthn.register',
    'given ready\nasp create scopes=smtp ttl=3600',
  ],
  share: about({ user: 12, session: 10, asp: 4, server: 1 }),
  values: {
    ...hints.values,
    user: ['1', '1', '1', '1', '1', '2'],
    disabledScopes: ['', '', 'pop3'],
    deleteAfter: ['1h', '1h', '3d', '0'],
    scope: ['imap', 'pop3', 'smtp', 'imap', 'pop3', 'master'],
    scopes: ['imap', 'imap', 'smtp', '*'],
    ttl: ['100', '3600', '3600', '86400'],
    asp: ['1', '2'],
    credential: ['1', '1', '2'],
    challenge: ['1'],
  },
  likely: {
    ...hints.likely,
    'user delete': 0.05,
    'user restore': 1,
    'user update': 0.1,
    'user disable2fa': 0.1,
    'user custom.disable': 0.3,
    'user totp.disable': 0.1,
    'user webauthn.remove': 0.3,
    'server set': 0,
    'server fault': 0.1,
  },
  waits: [0, 1, 20, 60, 100, 119, 120, 179, 180, 3600, day],
};

/** A full mailbox: mail that arrives, is sent and is filed while every limit is tight. */
export const mail: Hints = {
  ...hints,
  ids: { ...hints.ids, user: ['1'] },
  openings: [
    'given ready\nmailbox:5 create\nfilter create match=pills mailbox=5\nserver set maxRcptTo=2',
    'given ready\nuser update quota=1500 recipients=3 imapMaxUpload=1500\nmailbox:6 create\nserver set maxMailboxes=6',
  ],
  share: about({ user: 1, mailbox: 6, message: 12, filter: 5, asp: 2, server: 2 }),
  values: {
    ...hints.values,
    user: ['1', '1', '1', '1', '1', '2'],
    mailbox: ['1.INBOX', '1.Junk', '5', '5', '6', '6', '7', '2.INBOX'],
    to: ['1.INBOX', '1.Trash', '5', '5', '6', '6', '2.INBOX'],
    recipients: ['1', '2', '2', '3', '0'],
    'user update recipients': ['0', '2', '3', '4'],
    quota: ['0', '0', '1500', '3000', '5000'],
    imapMaxUpload: ['0', '1', '1000', '1500'],
    size: ['1', '500', '1000', '1500', '2500'],
  },
  likely: {
    ...hints.likely,
    'user delete': 0.02,
    'user update': 0.6,
    'user password.reset': 0,
    'message delete': 0.3,
    'mailbox delete': 0.2,
    'server fault': 0.2,
  },
  waits: [0, 1, 3600, day - 1, day, 25 * day - 1, 25 * day],
};

/** Users and addresses come and go, and take each other's names and values. */
export const leaving: Hints = {
  ...hints,
  ids: { ...hints.ids, user: ['a.b', 'a.b', 'ab', 'ab', '1', 'A.B'], session: ['1', '2'], message: ['1', '2'] },
  openings: [
    '',
    'user:a.b create\naddress:5 create user=a.b\naddress:6 create user=a.b address=*@example.org allowWildcard=yes',
  ],
  share: about({ user: 14, address: 10, session: 1, mailbox: 1, message: 1, asp: 1, filter: 1, file: 1 }),
  values: {
    ...hints.values,
    user: ['a.b', 'a.b', 'ab', '1'],
    address: ['ab@example.com', 'a.b@example.com', '1@example.com', '1@example.com', 'x@example.org', '*@example.org'],
    deleteAfter: ['3d', '30d', '30d', '1h', '0'],
    quota: ['0'],
  },
  likely: {
    'user create': 1,
    'user restore': 0.8,
    'user delete': 0.3,
    'user purge.finished': 0.2,
    'user totp.setup': 1,
    'user custom.enable': 0.2,
    'user disable2fa': 0.05,
    'user logout': 0.1,
    'user password.reset': 0.1,
    'user webauthn.remove': 0.1,
    get: 0.1,
  },
  waits: [0, 60, 3600, day, day, 3 * day, 30 * day],
};
