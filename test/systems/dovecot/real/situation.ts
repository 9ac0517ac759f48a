import { BACKUP, type Servers } from './servers.ts';
import type { Trouble } from './troubles.ts';

/** What happens to an account of its own on the real servers, and what the last pass of it exits with. */
export interface Situation extends Pick<Trouble, 'what' | 'exit' | 'leaves' | 'cause' | 'table'> {
  /** How many mails each folder holds at the destination afterwards; -1: there is no such folder. */
  readonly finds?: { readonly [folder: string]: number };
  readonly play: (servers: Servers, user: string) => Promise<number>;
}

export const SYNCED = 'SYNCED';
export const RETRYING = 'RETRYING';
export const FAILED = 'FAILED';

/** An account with a mail in each of two folders, that was pulled once. */
export async function synced(servers: Servers, user: string): Promise<void> {
  await servers.fill(user);
  await servers.pass(BACKUP, user);
}
