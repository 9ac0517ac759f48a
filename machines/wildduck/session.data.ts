import type { EntityView } from '../../src/define/index.ts';
import type { Owned } from './owner.ts';

/** A session's data outside its chart: its owner, and when it began. */
export type SessionData = Owned & { began: number };

export const freshSession = (): SessionData => ({ user: null, began: 0 });
export const sessionData = (session: EntityView): SessionData => session.data as SessionData;

const DAY = 86_400;

/** How long a master session lasts without a call, and in total (wildduck 7). */
const IDLE = 14 * DAY;
const WHOLE = 180 * DAY;

/** Seconds until the session expires if there are no further calls. */
export const expiresIn = (session: EntityView, now: number): number =>
  Math.min(IDLE, sessionData(session).began + WHOLE - now);
