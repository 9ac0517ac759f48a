import { type Effect, wholeOf } from '../../src/define/index.ts';
import { countInDay } from './counters.ts';
import { createdPath, mailboxData } from './mailbox.data.ts';
import { inPath, userData } from './user.data.ts';

/** How a mailbox changes, apart from its status (wildduck 4). */
export const mailboxEffects: { readonly [name: string]: Effect } = {
  makeMailbox(_, self, params) {
    Object.assign(mailboxData(self), { user: inPath(params), path: createdPath(params.path ?? self.id) });
  },

  renameMailbox(_, self, { path = 'renamed' }) {
    mailboxData(self).path = path;
  },

  countDownload(world, _, params) {
    const { downloaded } = userData(world.touch('user', inPath(params)));
    countInDay(downloaded, wholeOf(params.bytes) ?? 1000, world.now);
  },
};
