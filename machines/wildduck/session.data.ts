import type { EntityView } from '../../src/define/index.ts';
import type { Owned } from './owner.ts';

/** What a session keeps besides its chart: whose it is, and when it began. */
export type SessionData = Owned & { began: number };

export const freshSession = (): SessionData => ({ user: null, began: 0 });
export const sessionData = (session: EntityView): SessionData => session.data as SessionData;

const DAY = 86_400;

/** How long a master session lasts without a call, and in all (wildduck 7). */
const IDLE = 14 * DAY;
const WHOLE = 180 * DAY;

/** In how many seconds the session expires if nothing is called any more. */
export const expiresIn = (session: EntityView, now: number): number =>
  Math.min(IDLE, sessionData(session).began + WHOLE - now);
