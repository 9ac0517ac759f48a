import { type Fact, wholeOf } from '../../src/define/index.ts';
import { alone, asked, shown, shownPlain } from './facts.ts';
import { isDropped } from './filter.data.ts';
import { hasMailbox } from './mailbox.data.ts';
import { inboxOf, leftOfQuota, messageData, RECIPIENTS, trashOf } from './message.data.ts';
import { ownedByUser, userThere } from './owner.ts';
import { policyOf } from './policy.ts';
import { inPath, isUserBlocked, leftToday } from './user.data.ts';

/**
 * What a message's gates and guards read outside the chart (wildduck 5). Its view shows the first eleven (wildduck 10).
 */
export const messageFacts = {
  userThere,
  ownedByUser: ownedByUser('message', ['message upload']),
  inboxThere: shownPlain({
    usual: true,
    yes: 'the user has the mailbox that it goes to',
    no: 'the user has no such mailbox',
    changedBy: ['user create', 'message upload mailbox=9', 'message append mailbox=9'],
    of: ({ world, params }) => hasMailbox(world, params.mailbox ?? inboxOf(inPath(params)), inPath(params)),
  }),
  trashThere: shownPlain({
    usual: true,
    yes: 'the user has the mailbox that it is moved to',
    no: 'the user has no such mailbox',
    changedBy: ['user create', 'message move to=9'],
    of: ({ world, params }) => hasMailbox(world, params.to ?? trashOf(inPath(params)), inPath(params)),
  }),
  overQuota: shownPlain({
    yes: 'the user stores more than the quota',
    no: 'the user stores no more than the quota',
    changedBy: ['user create quota=1', 'user update quota=1', 'message upload', 'message:2 upload', 'message:2 append'],
    of: ({ world, params }) => leftOfQuota(world, inPath(params)) < 0,
  }),
  userBlocked: shownPlain({
    yes: 'the user is disabled or suspended',
    no: 'the user is not blocked',
    changedBy: ['user update disabled=yes', 'user update suspended=yes'],
    of: ({ world, params }) => isUserBlocked(world, inPath(params)),
  }),
  noRecipients: shown({
    yes: 'the draft has no recipients',
    no: 'the draft has recipients',
    changedBy: ['message upload draft=yes recipients=0'],
    of: ({ self }) => messageData(self).recipients === 0,
  }),
  tooManyRecipients: shown({
    yes: 'the draft has more recipients than maxRcptTo',
    no: 'the draft has no more recipients than maxRcptTo',
    changedBy: ['message upload draft=yes recipients=401', 'message upload recipients=401'],
    of: ({ world, self }) => messageData(self).recipients > policyOf(world).maxRcptTo,
  }),
  recipientsLimited: shownPlain({
    yes: 'the recipients of a day have reached the limit, or would exceed it with this draft',
    no: 'the recipients of a day are below the limit',
    changedBy: [
      'user create recipients=1',
      'user update recipients=1',
      'message send',
      'message:2 send',
      'message:2 upload draft=yes',
      'message:2 submit',
      'message:2 send recipients=2',
      'message upload draft=yes recipients=2',
    ],
    of: ({ world, self, params }) => {
      const recipients = self.state('MESSAGE') === 'DRAFT' ? messageData(self).recipients : RECIPIENTS;
      return recipients > leftToday(world, inPath(params), 'sent');
    },
  }),
  uploadLimited: shownPlain({
    yes: 'the uploads of a day have reached the limit',
    no: 'the uploads of a day are below the limit',
    changedBy: [
      'user create imapMaxUpload=1',
      'user update imapMaxUpload=1',
      'message append',
      'message:2 append',
      'wait 1d',
    ],
    of: ({ world, params }) => leftToday(world, inPath(params), 'uploaded') <= 0,
  }),
  dropped: shownPlain({
    yes: "one of the user's filters discards it",
    no: "none of the user's filters discards it",
    changedBy: ['filter create delete=yes'],
    of: ({ world, params }) => isDropped(world, inPath(params), params.subject),
  }),
  /** A sent message is stored only below the quota; an upload may reach it. */
  roomLeft: asked({
    usual: true,
    yes: 'the user has no quota, or stores less than it',
    no: 'the user stores no less than the quota',
    changedBy: ['user create quota=1', 'message upload'],
    of: ({ world, params }) => leftOfQuota(world, inPath(params)) > 0,
  }),
  toNobody: alone({
    yes: 'it has no recipients',
    no: 'it has recipients',
    changedBy: ['message send recipients=0'],
    of: ({ params }) => wholeOf(params.recipients) === 0,
  }),
  empty: alone({
    yes: 'its size is 0',
    no: 'its size is over 0',
    changedBy: ['message upload size=0'],
    of: ({ params }) => wholeOf(params.size) === 0,
  }),
} as const satisfies { readonly [fact: string]: Fact };
