import type { EntityView, Params, WorldView } from '../../src/define/index.ts';
import { amountOf, type Counter, freshCounter } from './counters.ts';
import { type Limit, policyOf } from './policy.ts';

/** What a user keeps besides his chart. A number that is 0 is unset. */
export type UserData = {
  password: string | null;
  /** Until when the temporary password is in force. */
  temporaryUntil: number;
  quota: number;
  recipients: number;
  filters: number;
  imapMaxUpload: number;
  imapMaxDownload: number;
  disabledScopes: string[];
  /** Failed attempts at `session authenticate` and at `totp.check`. */
  authFailures: Counter;
  totpFailures: Counter;
  /** A day's recipients and bytes. */
  sent: Counter;
  uploaded: Counter;
  downloaded: Counter;
  /** Until when the code of the last `totp.check` that was accepted is known as used. */
  usedUntil: number;
  challenges: Challenge[];
  credentials: string[];
  /** The addresses that `delete` took, in the order they were made. */
  taken: TakenAddress[];
  /** How many seconds lie between `delete` and the purge. */
  deleteAfter: number;
};

export type Sort = 'registration' | 'authentication';
export type Challenge = { sort: Sort; name: string; until: number };
export type TakenAddress = { id: string; status: string; value: string; made: number };

export const freshUser = (): UserData => ({
  password: null,
  temporaryUntil: 0,
  quota: 0,
  recipients: 0,
  filters: 0,
  imapMaxUpload: 0,
  imapMaxDownload: 0,
  disabledScopes: [],
  authFailures: freshCounter(),
  totpFailures: freshCounter(),
  sent: freshCounter(),
  uploaded: freshCounter(),
  downloaded: freshCounter(),
  usedUntil: 0,
  challenges: [],
  credentials: [],
  taken: [],
  deleteAfter: 0,
});

export const userData = (user: EntityView): UserData => user.data as UserData;

/** What is kept of a user, or of nobody. */
export function userDataOf(world: WorldView, id: string): UserData {
  const user = world.find('user', id);
  return user ? userData(user) : freshUser();
}

/** The user in the path (rulebook 1). */
export const inPath = ({ user = '1' }: Params): string => user;

export const isUserThere = (world: WorldView, id: string): boolean => world.find('user', id)?.is('there') ?? false;

export const isUserBlocked = (world: WorldView, id: string): boolean => world.find('user', id)?.is('blocked') ?? false;

/** Names differ by more than dots and letter case. */
export const plainName = (id: string): string => id.replaceAll('.', '').toLowerCase();

const dailyLimits = {
  sent: ['recipients', 'maxRecipients'],
  uploaded: ['imapMaxUpload', 'imapMaxUpload'],
  downloaded: ['imapMaxDownload', 'imapMaxDownload'],
} as const satisfies { [counter: string]: readonly [keyof UserData, Limit] };

export type Daily = keyof typeof dailyLimits;

/** How much of the user's day is left: his own limit, or the server's where he has none (rulebook 4). */
export function leftToday(world: WorldView, id: string, counter: Daily): number {
  const data = userDataOf(world, id);
  const [own, common] = dailyLimits[counter];
  return (data[own] || policyOf(world)[common]) - amountOf(data[counter], world.now);
}
