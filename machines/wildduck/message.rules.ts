import type { Condition } from '../../src/define/index.ts';
import { gates, inUse, noUser, pass, refuse } from './gates.ts';

const taken = inUse({ MESSAGE: ['DRAFT', 'STORED', 'ARCHIVED'] });

const notThere: Condition = {
  called: 'the user has no such message',
  any: [{ MESSAGE: { not: ['DRAFT', 'STORED'] } }, { ownedByUser: false }],
};
const notFound = refuse('MessageNotFound', notThere);

const blocked = refuse('UserDisabled', { userBlocked: true });
const overQuota = refuse('OverQuotaError', { overQuota: true });

/** Why a message's command is refused; the first rule that holds decides (wildduck 5). */
export const messageRules = gates({
  upload: [
    taken,
    refuse('NoSuchMailbox', { inboxThere: false }),
    noUser(),
    overQuota,
    blocked,
    refuse('EmptyMessage', { empty: true }),
  ],
  append: [
    taken,
    noUser('I'),
    overQuota,
    refuse('UploadRateLimited', { uploadLimited: true }),
    refuse('NoSuchMailbox', { inboxThere: false }, 'I'),
  ],
  deliver: [taken, noUser('I'), refuse('DroppedByPolicy', { dropped: true })],
  submit: [
    noUser(),
    blocked,
    notFound,
    refuse('MessageNotDraft', { MESSAGE: 'STORED' }),
    pass({ noRecipients: true }),
    refuse('TooMany', { tooManyRecipients: true }),
    refuse('RateLimitedError', { recipientsLimited: true }),
  ],
  send: [
    taken,
    pass({ userThere: false }),
    blocked,
    refuse('RateLimitedError', { toNobody: false, recipientsLimited: true }),
  ],
  get: [notFound],
  move: [refuse('NoSuchMailbox', { trashThere: false }, 'I'), notFound],
  delete: [refuse('MessageNotFound', notThere, 'I')],
  restore: [
    refuse('InputValidationError', {
      called: 'the path needs a number, and an archived message has none',
      all: [],
    }),
  ],
});
