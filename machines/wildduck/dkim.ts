import { bare } from './forms.ts';
import { gates } from './gates.ts';
import { notThere, presence } from './presence.ts';

const notFound = notThere('dkim', 'DkimNotFound');

/** A key that signs outgoing mail; a new one replaces the old (wildduck 6). */
export const dkim = presence({
  kind: 'dkim',
  label: 'signing key',
  commands: {
    set: bare('stores a signing key'),
    get: bare('shows the signing key'),
    delete: bare('deletes the signing key'),
  },
  by: 'set',
  rules: gates({ set: [], get: [notFound], delete: [notFound] }),
});
