import { type Effect, secondsOf, type WorldView, wholeOf } from '../../src/define/index.ts';
import { accountData } from './account.facts.ts';
import { type ManagerData, managerData, managerOf } from './policy.ts';

/** How accepted commands and applied reports change data outside the charts. */
export const effects: { readonly [name: string]: Effect } = {
  countRetry(_, self) {
    accountData(self).retries += 1;
  },

  clearRetries(_, self) {
    accountData(self).retries = 0;
  },

  joinQueue(world, self) {
    listOf(world).waiting.push(self.id);
  },

  leaveQueue(world, self) {
    const { waiting } = listOf(world);
    waiting.splice(waiting.indexOf(self.id), 1);
  },

  /** The manager receives the exit itself, because its suspension carries it as its error. */
  suspendAll: (world, _, params) => world.tell(managerOf(world), 'exited', params),

  setNumbers(_, self, { maxRetries, retryAfter, maxRunning }) {
    const data = managerData(self);
    data.maxRetries = wholeOf(maxRetries) ?? data.maxRetries;
    data.maxRunning = wholeOf(maxRunning) ?? data.maxRunning;
    if (retryAfter !== undefined) data.retryAfter = secondsOf(retryAfter) ?? data.retryAfter;
  },

  takePlace(_, self) {
    managerData(self).running += 1;
  },

  freePlace(_, self) {
    managerData(self).running -= 1;
  },
};

const listOf = (world: WorldView): ManagerData => managerData(managerOf(world));
