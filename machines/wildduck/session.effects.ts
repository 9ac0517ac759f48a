import type { Effect } from '../../src/define/index.ts';
import { countFailure, reset } from './counters.ts';
import { sessionData } from './session.data.ts';
import { aspOf } from './session.facts.ts';
import { inPath, userData } from './user.data.ts';

/** What becomes of a session, and of who tried to open it, besides its status (rulebook 3). */
export const sessionEffects: { readonly [name: string]: Effect } = {
  /** Failures are counted for every id, even that of nobody. */
  countFailure: (world, _, params) =>
    countFailure(userData(world.touch('user', inPath(params))).authFailures, world.now),

  openSession(world, self, params) {
    const user = inPath(params);
    Object.assign(sessionData(self), { user, began: world.now });
    reset(userData(world.touch('user', user)).authFailures);
    const asp = aspOf({ world, params });
    if (asp) world.tell(asp, 'used', {});
  },
};
