import type { Effect } from '../../src/define/index.ts';
import { addressEffects } from './address.effects.ts';
import { aspEffects } from './asp.effects.ts';
import { fileEffects } from './file.ts';
import { filterEffects } from './filter.effects.ts';
import { mailboxEffects } from './mailbox.effects.ts';
import { messageEffects } from './message.effects.ts';
import { serverEffects } from './server.ts';
import { sessionEffects } from './session.effects.ts';
import { userEffects } from './user.effects.ts';

/** How accepted commands and applied reports change data outside the charts, entity by entity. */
export const effects: { readonly [name: string]: Effect } = {
  ...userEffects,
  ...sessionEffects,
  ...addressEffects,
  ...mailboxEffects,
  ...messageEffects,
  ...aspEffects,
  ...filterEffects,
  ...fileEffects,
  ...serverEffects,
};
