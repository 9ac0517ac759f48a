import { filterFacts } from './filter.facts.ts';
import { flag, id, ofUser, text } from './forms.ts';
import { gates, inUse, noUser, pass, refuse } from './gates.ts';
import { isPresent, notTheUsers, presence } from './presence.ts';

const settings = { match: text, delete: flag, mailbox: id } as const;
const notFound = notTheUsers('filter', 'FilterNotFound');
const noMailbox = refuse('NoSuchMailbox', { mailboxThere: false });

/** A filter for a user's incoming mail (wildduck 6). */
export const filter = presence({
  kind: 'filter',
  label: 'filter',
  commands: {
    create: ofUser('creates a filter for delivered mail', settings),
    update: ofUser('changes the filter', settings),
    get: ofUser('shows the filter', {}),
    delete: ofUser('deletes the filter', {}),
  },
  by: 'create',
  keeps: ['makeFilter'],
  on: { update: { actions: ['changeFilter'] } },
  ends: {
    'user.purged': { says: 'its user was purged', causedBy: ['user delete', 'user purge.finished'] },
    'entered MAILBOX.DELETED': { says: 'the mailbox where it stores was deleted', causedBy: ['mailbox delete'] },
  },
  rules: gates({
    create: [inUse(isPresent('filter')), noUser(), refuse('TooMany', { tooMany: true }), noMailbox],
    update: [noMailbox, pass({ nothingGiven: true }), notFound],
    get: [notFound],
    delete: [notFound],
  }),
  facts: filterFacts,
});
