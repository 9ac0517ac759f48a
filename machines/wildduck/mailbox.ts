import type { Lifecycle } from '../../src/define/index.ts';
import { parametersFit } from './facts.ts';
import { ofUser, path, whole } from './forms.ts';
import { mailboxChart } from './mailbox.chart.ts';
import { mailboxFacts } from './mailbox.facts.ts';
import { mailboxRules } from './mailbox.rules.ts';
import { mailboxPhases } from './phases.ts';

const commands = {
  create: ofUser('creates a mailbox', { path }),
  get: ofUser('shows the mailbox', {}),
  rename: ofUser('gives the mailbox another path', { path }),
  delete: ofUser('deletes the mailbox, with the filters that store there; its messages are archived', {}),
  fetch: ofUser('downloads from the mailbox, by IMAP', { bytes: whole }),
} as const satisfies Lifecycle['commands'];

/** A mailbox of a user (wildduck 4). */
export const mailbox = {
  kind: 'mailbox',
  chart: mailboxChart,
  phases: mailboxPhases,
  commands,
  reports: {},
  internal: {
    'user.created': { says: 'its user was created with it', causedBy: ['user create'] },
    'user.purged': { says: 'its user was purged', causedBy: ['user delete', 'user purge.finished'] },
  },
  rules: mailboxRules,
  facts: { parametersFit: parametersFit(commands), ...mailboxFacts },
  is: { there: { MAILBOX: ['NORMAL', 'SPECIAL'] } },
  words: {
    MAILBOX: {
      SPECIAL: 'the mailbox is one that every user has',
      'not NORMAL or SPECIAL': 'the mailbox does not exist',
    },
    $path: { null: 'no path is given' },
  },
} as const satisfies Lifecycle;
