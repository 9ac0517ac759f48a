import type { Lifecycle } from '../../src/define/index.ts';
import { parametersFit } from './facts.ts';
import { flag, id, ofUser, text, whole } from './forms.ts';
import { messageChart } from './message.chart.ts';
import { messageFacts } from './message.facts.ts';
import { messageRules } from './message.rules.ts';
import { messagePhases } from './phases.ts';

const upload = { mailbox: id, draft: flag, size: whole, recipients: whole } as const;

const commands = {
  upload: ofUser('stores a message or a draft', upload),
  append: ofUser('stores a message or a draft, by IMAP', upload),
  deliver: ofUser('delivers a message, by LMTP', { subject: text, size: whole }),
  submit: ofUser('sends a draft', {}),
  send: ofUser('sends a message in one go, and stores it if there is room', { recipients: whole, size: whole }),
  get: ofUser('shows the message', {}),
  move: ofUser('moves the message to another mailbox', { to: id }),
  delete: ofUser('deletes a draft, archives what is stored', {}),
  restore: ofUser('would restore the message from the archive; never works', { mailbox: id }),
} as const satisfies Lifecycle['commands'];

/** A message of a user (wildduck 5). */
export const message = {
  kind: 'message',
  chart: messageChart,
  phases: messagePhases,
  commands,
  reports: {
    sent: { says: 'the message has left the queue' },
    bounced: { says: 'the message came back' },
  },
  internal: { 'user.purged': { says: 'its user was purged', causedBy: ['user delete', 'user purge.finished'] } },
  rules: messageRules,
  facts: { parametersFit: parametersFit(commands), ...messageFacts },
  unreachable: [
    /** From the creation to the purge a user has the inbox and the trash, and no message outlives them. */
    { userThere: true, inboxThere: false },
    { userThere: true, trashThere: false },
    { inboxThere: false, overQuota: true },
    { trashThere: false, ownedByUser: true, MESSAGE: ['DRAFT', 'STORED'] },
    /** Only a user who exists is disabled or suspended. */
    { userThere: false, userBlocked: true },
  ],
  is: { there: { MESSAGE: ['DRAFT', 'STORED'] } },
  words: {
    MESSAGE: 'the message',
    OUTBOUND: 'its sending',
    $draft: { yes: 'it is a draft' },
  },
} as const satisfies Lifecycle;
