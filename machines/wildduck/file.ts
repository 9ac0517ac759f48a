import type { Effect } from '../../src/define/index.ts';
import { shownPlain } from './facts.ts';
import { ofUser } from './forms.ts';
import { gates, inUse, noUser } from './gates.ts';
import { type Owned, ownedByUser, userThere } from './owner.ts';
import { isPresent, notTheUsers, presence } from './presence.ts';
import { inPath } from './user.data.ts';

const notFound = notTheUsers('file', 'FileNotFound');

/** A file stored by a user (wildduck 6). */
export const file = presence({
  kind: 'file',
  label: 'file',
  commands: {
    create: ofUser('stores a file', {}),
    get: ofUser('shows the file', {}),
    delete: ofUser('deletes the file', {}),
  },
  by: 'create',
  keeps: ['makeFile'],
  ends: {
    'user.replaced': {
      says: 'another account took the name of its user',
      causedBy: ['user delete', 'user create'],
    },
  },
  rules: gates({ create: [inUse(isPresent('file')), noUser()], get: [notFound], delete: [notFound] }),
  facts: {
    userThere,
    ownedByUser: ownedByUser('file', ['file create']),
    /** In the view, files share a row with entities that have limits (wildduck 10); they have none. */
    tooMany: shownPlain({
      yes: 'the user has too many files',
      no: 'there is no limit on files',
      changedBy: [],
      of: () => false,
    }),
  },
});

export const freshFile = (): Owned => ({ user: null });

export const fileEffects: { readonly [name: string]: Effect } = {
  makeFile(_, self, params) {
    (self.data as Owned).user = inPath(params);
  },
};
