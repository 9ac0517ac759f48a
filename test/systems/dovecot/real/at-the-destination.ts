import { rmSync } from 'node:fs';
import { BACKUP, type Servers, SYNC } from './servers.ts';
import { FAILED, RETRYING, type Situation, SYNCED, synced } from './situation.ts';

/** Actions at the destination between two passes, or before the first, and their outcome (dovecot 7). */
export const atTheDestination: readonly Situation[] = [
  {
    what: 'a mail saved in another folder than INBOX of the destination: it is gone',
    exit: 0,
    leaves: SYNCED,
    finds: { Work: 1 },
    play: async (servers, user) => {
      await synced(servers, user);
      await servers.deliver('new', user, 'Work');
      await hold(servers, user, 'Work', 2);
      return servers.pass(BACKUP, user);
    },
  },
  {
    what: 'a mail saved in the same folder at either end: each keeps its own, at the next pass too',
    exit: 0,
    leaves: SYNCED,
    finds: { Work: 2 },
    play: async (servers, user) => {
      await synced(servers, user);
      for (const side of ['old', 'new'] as const) await servers.deliver(side, user, 'Work');
      await servers.pass(BACKUP, user);
      return servers.pass(BACKUP, user);
    },
  },
  {
    what: 'a mail saved in INBOX at either end: each keeps its own there too',
    exit: 0,
    leaves: SYNCED,
    finds: { INBOX: 2 },
    play: async (servers, user) => {
      await synced(servers, user);
      for (const side of ['old', 'new'] as const) await servers.deliver(side, user);
      return servers.pass(BACKUP, user);
    },
  },
  {
    what: 'a folder made at the destination: it is deleted',
    exit: 0,
    leaves: SYNCED,
    finds: { Made: -1 },
    play: async (servers, user) => {
      await synced(servers, user);
      await servers.create('new', user, 'Made');
      return servers.pass(BACKUP, user);
    },
  },
  {
    what: 'a mail saved in INBOX of the destination: INBOX is emptied',
    exit: 65,
    leaves: FAILED,
    finds: { INBOX: 0, Work: 1 },
    play: async (servers, user) => {
      await synced(servers, user);
      await servers.deliver('new', user);
      return servers.pass(BACKUP, user);
    },
  },
  {
    what: 'the same again: no pass mends it',
    exit: 65,
    leaves: FAILED,
    play: async (servers, user) => {
      await synced(servers, user);
      await servers.deliver('new', user);
      await servers.pass(BACKUP, user);
      return servers.pass(BACKUP, user);
    },
  },
  {
    what: 'a merging pass after such a 65: it fills nothing',
    exit: 0,
    leaves: SYNCED,
    finds: { INBOX: 0 },
    play: async (servers, user) => {
      await synced(servers, user);
      await servers.deliver('new', user);
      await servers.pass(BACKUP, user);
      return servers.pass(SYNC, user);
    },
  },
  {
    what: 'a pull after such a 65 and a wiped destination',
    exit: 0,
    leaves: SYNCED,
    finds: { INBOX: 1 },
    play: async (servers, user) => {
      await synced(servers, user);
      await servers.deliver('new', user);
      await servers.pass(BACKUP, user);
      rmSync(servers.home('new', user), { recursive: true });
      return servers.pass(BACKUP, user);
    },
  },
  {
    what: 'a mail expunged in INBOX of the destination',
    exit: 65,
    leaves: FAILED,
    play: async (servers, user) => {
      await synced(servers, user);
      await servers.expunge('new', user, 'INBOX');
      return servers.pass(BACKUP, user);
    },
  },
  {
    what: 'a destination that was used before the first pass',
    exit: 65,
    leaves: FAILED,
    play: async (servers, user) => {
      await servers.fill(user);
      await servers.deliver('new', user);
      return servers.pass(BACKUP, user);
    },
  },
  {
    what: 'a merging pass where both ends have mail: it keeps all of it',
    exit: 0,
    leaves: SYNCED,
    finds: { INBOX: 2 },
    play: async (servers, user) => {
      await synced(servers, user);
      await servers.deliver('new', user);
      return servers.pass(SYNC, user);
    },
  },
  {
    what: 'a mail expunged in another folder of the destination',
    exit: 75,
    leaves: RETRYING,
    play: async (servers, user) => {
      await synced(servers, user);
      await servers.expunge('new', user, 'Work');
      return servers.pass(BACKUP, user);
    },
  },
  {
    what: 'the pass after that restores it',
    exit: 0,
    leaves: SYNCED,
    finds: { Work: 1 },
    play: async (servers, user) => {
      await synced(servers, user);
      await servers.expunge('new', user, 'Work');
      await servers.pass(BACKUP, user);
      return servers.pass(BACKUP, user);
    },
  },
];

async function hold(servers: Servers, user: string, folder: string, mails: number): Promise<void> {
  const held = await servers.count('new', user, folder);
  if (held !== mails) throw new Error(`${folder} of the destination holds ${held} mails before the pass, not ${mails}`);
}
