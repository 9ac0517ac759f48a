import { BACKUP, type Servers } from './servers.ts';
import type { Trouble } from './troubles.ts';

/** What is done to a separate account on the real servers, and the exit of its last pass. */
export interface Situation extends Pick<Trouble, 'what' | 'exit' | 'leaves' | 'cause' | 'table'> {
  /** The number of mails in each folder at the destination afterwards; -1 if there is no such folder. */
  readonly finds?: { readonly [folder: string]: number };
  readonly play: (servers: Servers, user: string) => Promise<number>;
}

export const SYNCED = 'SYNCED';
export const RETRYING = 'RETRYING';
export const FAILED = 'FAILED';

/** An account with a mail in each of two folders, pulled once. */
export async function synced(servers: Servers, user: string): Promise<void> {
  await servers.fill(user);
  await servers.pass(BACKUP, user);
}
