import { address } from './address.ts';
import { mailbox } from './mailbox.ts';
import { message } from './message.ts';
import { alias, asp, cert, dkim, file, filter, server, webhook } from './others.ts';
import type { Calls } from './real.ts';
import { session } from './session.ts';
import { totp } from './totp.ts';
import { user } from './user.ts';
import { webauthn } from './webauthn.ts';

/** How each command, and each report that can be caused, is sent to WildDuck, by kind and event. */
export const calls: { readonly [kind: string]: Calls } = {
  user: { ...user, ...totp, ...webauthn },
  session,
  address,
  mailbox,
  message,
  asp,
  filter,
  file,
  alias,
  dkim,
  cert,
  webhook,
  server,
};
