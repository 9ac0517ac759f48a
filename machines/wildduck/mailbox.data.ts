import type { EntityView, WorldView } from '../../src/define/index.ts';
import { type Owned, oneOf, thoseOf } from './owner.ts';

/** A mailbox's data outside its chart. */
export type MailboxData = Owned & { path: string };

export const freshMailbox = (): MailboxData => ({ user: null, path: '' });
export const mailboxData = (mailbox: EntityView): MailboxData => mailbox.data as MailboxData;

export const hasMailbox = (world: WorldView, id: string, user: string): boolean =>
  oneOf(world, 'mailbox', id, user) !== undefined;

/** `create` drops a leading `/`, and ignores case in a first part INBOX. */
export const createdPath = (given: string): string => given.replace(/^\//, '').replace(/^inbox(?=\/|$)/i, 'INBOX');

/** Whether the user has another mailbox with that path. */
export const isPathTaken = (world: WorldView, user: string, path: string, except?: EntityView): boolean =>
  thoseOf(world, 'mailbox', user).some((each) => each.id !== except?.id && mailboxData(each).path === path);
