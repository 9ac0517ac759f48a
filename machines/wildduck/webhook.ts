import { asked } from './facts.ts';
import { bare, command, id } from './forms.ts';
import { gates, inUse, refuse } from './gates.ts';
import { isPresent, notThere, presence } from './presence.ts';
import { isUserThere } from './user.data.ts';

/** An address that is told of events, for one user or for all (wildduck 6). The API has no call that shows one. */
export const webhook = presence({
  kind: 'webhook',
  label: 'webhook',
  commands: {
    create: command('creates a webhook, for one user or for all', { user: id }),
    delete: bare('deletes the webhook'),
  },
  by: 'create',
  rules: gates({
    create: [inUse(isPresent('webhook')), refuse('UserNotFound', { userGivenThere: false })],
    delete: [notThere('webhook', 'WebhookNotFound')],
  }),
  facts: {
    userGivenThere: asked({
      usual: true,
      yes: 'no user is given, or one that exists',
      no: 'the given user does not exist',
      changedBy: ['webhook create user=9'],
      of: ({ world, params: { user } }) => user === undefined || isUserThere(world, user),
    }),
  },
});
