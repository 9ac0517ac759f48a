import type { WorldView } from '../../src/define/index.ts';
import type { Counter } from './counters.ts';

/** The server's limits, one armed fault, and failed logins for names that no user has (wildduck 7, 2). */
export type ServerData = { -readonly [key in Limit]: number } & {
  fault: string | null;
  failures: { [plainName: string]: Counter };
};

export type Limit = keyof typeof limits;

/** Each limit with its default. */
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

/** There is one server: reports with any id are stored under this one. */
export const SERVER = '1';

const untouched: Readonly<ServerData> = freshServer();

export const policyOf = (world: WorldView): ServerData =>
  (world.find('server', SERVER)?.data as ServerData | undefined) ?? untouched;
