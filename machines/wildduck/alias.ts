import { bare } from './forms.ts';
import { gates, refuse } from './gates.ts';
import { isPresent, notThere, presence } from './presence.ts';

const notFound = notThere('alias', 'AliasNotFound');

/** A domain that stands for another one; its name is the id (wildduck 6). */
export const alias = presence({
  kind: 'alias',
  label: 'domain alias',
  commands: {
    create: bare('makes the domain an alias of another one'),
    get: bare('shows the domain alias'),
    delete: bare('deletes the domain alias'),
  },
  by: 'create',
  rules: gates({ create: [refuse('AliasExists', isPresent('alias'))], get: [notFound], delete: [notFound] }),
});
