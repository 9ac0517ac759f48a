import type { WorldView } from '../../src/define/index.ts';
import type { Counter } from './counters.ts';

/** The server's limits, one armed fault, and the failures of names that nobody there has (wildduck 7, 2). */
export type ServerData = { -readonly [key in Limit]: number } & {
  fault: string | null;
  failures: { [plainName: string]: Counter };
};

export type Limit = keyof typeof limits;

/** Each limit with what it is until it is set. */
export const limits = {
  aspLimit: 50,
  maxFilters: 400,
  maxMailboxes: 1500,
  maxRecipients: 2000,
  maxRcptTo: 400,
  imapMaxUpload: 10_737_418_240,
  imapMaxDownload: 10_737_418_240,
} as const;

export const freshServer = (): ServerData => ({ ...limits, fault: null, failures: {} });

/** Reports count whatever the id they are sent to: there is one server, and it keeps them under this one. */
export const SERVER = '1';

const untouched: Readonly<ServerData> = freshServer();

export const policyOf = (world: WorldView): ServerData =>
  (world.find('server', SERVER)?.data as ServerData | undefined) ?? untouched;
