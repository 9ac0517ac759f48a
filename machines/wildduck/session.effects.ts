import type { Effect } from '../../src/define/index.ts';
import { countFailure, reset } from './counters.ts';
import { sessionData } from './session.data.ts';
import { aspOf } from './session.facts.ts';
import { failuresOfName, inPath, userData, userNamed } from './user.data.ts';

/** How a session changes, apart from its status, and the user who tried to open it (wildduck 3). */
export const sessionEffects: { readonly [name: string]: Effect } = {
  /** Failures are counted for every name, even one that no user has. */
  countFailure(world, _, params) {
    const user = userNamed(world, inPath(params));
    countFailure(user ? userData(user).authFailures : failuresOfName(world, inPath(params)), world.now);
  },

  openSession(world, self, params) {
    const user = userNamed(world, inPath(params));
    if (!user) return;
    Object.assign(sessionData(self), { user: user.id, began: world.now });
    reset(userData(user).authFailures);
    const asp = aspOf({ world, params });
    if (asp) world.tell(asp, 'used', {});
  },

  /** Reading the token renews it, whatever the answer to the call. */
  renewSession: (world, self) => world.tell(self, 'renewed', {}),
};
