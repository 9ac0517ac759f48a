import { bare } from './forms.ts';
import { gates } from './gates.ts';
import { notThere, presence } from './presence.ts';

const notFound = notThere('cert', 'CertNotFound');

/** A certificate; a new one replaces the old (wildduck 6). */
export const cert = presence({
  kind: 'cert',
  label: 'certificate',
  commands: {
    set: bare('stores a certificate'),
    get: bare('shows the certificate'),
    delete: bare('deletes the certificate'),
  },
  by: 'set',
  rules: gates({ set: [], get: [notFound], delete: [notFound] }),
});
