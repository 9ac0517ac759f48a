import type { EntityView, Params, WorldHands, WorldView } from '../../src/define/index.ts';
import { amountOf, type Counter, freshCounter } from './counters.ts';
import { type Limit, policyOf, SERVER, type ServerData } from './policy.ts';

/** A user's data outside the chart. A number is unset if it is 0. */
export type UserData = {
  password: string | null;
  /** Until when the temporary password is valid. */
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
  /** Recipients and bytes per day. */
  sent: Counter;
  uploaded: Counter;
  downloaded: Counter;
  /** Which command last accepted a one-time code, and until when that is remembered. */
  lastCode: { by: 'enable' | 'check'; until: number } | null;
  challenges: Challenge[];
  credentials: string[];
  /** The text that makes an address the main one; there need not be an address that has it. */
  main: string | null;
  /** The addresses that `delete` took, oldest first. */
  taken: TakenAddress[];
  /** How many seconds the task of `delete` waits. */
  deleteAfter: number;
};

export type Sort = 'registration' | 'authentication';
export type Challenge = { sort: Sort; name: string; until: number };
export type TakenAddress = { id: string; wasMain: boolean; value: string; made: number };

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
  lastCode: null,
  challenges: [],
  credentials: [],
  main: null,
  taken: [],
  deleteAfter: 0,
});

export const userData = (user: EntityView): UserData => user.data as UserData;

/** The data of a user, or of a nonexistent one. */
export function userDataOf(world: WorldView, id: string): UserData {
  const user = world.find('user', id);
  return user ? userData(user) : freshUser();
}

/** The user in the path (wildduck 1). */
export const inPath = ({ user = '1' }: Params): string => user;

export const isUserThere = (world: WorldView, id: string): boolean => world.find('user', id)?.is('there') === true;

export const isUserBlocked = (world: WorldView, id: string): boolean => world.find('user', id)?.is('blocked') === true;

/** Two names are the same if they differ only in dots and letter case. */
export const plainName = (id: string): string => id.replaceAll('.', '').toLowerCase();

/** The existing user with that name. */
export function userNamed(world: WorldView, name: string): EntityView | undefined {
  const plain = plainName(name);
  return world.all('user').find((user) => plainName(user.id) === plain && user.is('there'));
}

const dailyLimits = {
  sent: ['recipients', 'maxRecipients'],
  uploaded: ['imapMaxUpload', 'imapMaxUpload'],
  downloaded: ['imapMaxDownload', 'imapMaxDownload'],
} as const satisfies { [counter: string]: readonly [keyof UserData, Limit] };

export type Daily = keyof typeof dailyLimits;

/** What remains of a user's daily limit, which is the user's own or, without one, the server's (wildduck 4). */
export function leftToday(world: WorldView, id: string, counter: Daily): number {
  const data = userDataOf(world, id);
  const [own, common] = dailyLimits[counter];
  return (data[own] || policyOf(world)[common]) - amountOf(data[counter], world.now);
}

/** The counter of a name that no user has; created if missing. */
export function failuresOfName(world: WorldHands, name: string): Counter {
  const { failures } = world.touch('server', SERVER).data as ServerData;
  const plain = plainName(name);
  failures[plain] ??= freshCounter();
  return failures[plain];
}
