import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { Relay } from './relay.ts';
import { BACKUP, MAIL, type Servers, SYNC } from './servers.ts';
import { type Trouble, troubles } from './troubles.ts';

/** What happens to an account of its own on the real servers, and what the last pass of it exits with. */
export interface Situation extends Pick<Trouble, 'what' | 'exit' | 'leaves' | 'cause' | 'table'> {
  /** How many mails each folder holds at the destination afterwards; -1: there is no such folder. */
  readonly finds?: { readonly [folder: string]: number };
  readonly play: (servers: Servers, user: string) => Promise<number>;
}

const SYNCED = 'SYNCED';
const RETRYING = 'RETRYING';
const FAILED = 'FAILED';

/** A mail that is longer than what a relay lets through. */
const LONG = `${'x'.repeat(70)}\n`.repeat(2000);

/** An account with a mail in each of two folders, that was pulled once. */
async function synced(servers: Servers, user: string): Promise<void> {
  await servers.fill(user);
  await servers.pass(BACKUP, user);
}

const between: readonly Situation[] = [
  {
    what: 'the first pull',
    exit: 0,
    leaves: SYNCED,
    finds: { INBOX: 1, Work: 1 },
    play: async (servers, user) => {
      await servers.fill(user);
      return servers.pass(BACKUP, user);
    },
  },
  {
    what: 'a repeated pull, after new mail at the source',
    exit: 0,
    leaves: SYNCED,
    finds: { INBOX: 2, Work: 1 },
    play: async (servers, user) => {
      await synced(servers, user);
      await servers.deliver('old', user);
      return servers.pass(BACKUP, user);
    },
  },
  {
    what: 'a pull after a folder may be read again',
    exit: 0,
    leaves: SYNCED,
    play: async (servers, user) => {
      await synced(servers, user);
      servers.access('new', user, 'Work', false);
      await servers.pass(BACKUP, user);
      servers.access('new', user, 'Work', true);
      return servers.pass(BACKUP, user);
    },
  },
  {
    what: 'a destination over its quota: dsync fills it all the same',
    exit: 0,
    leaves: SYNCED,
    finds: { INBOX: 1, Work: 1 },
    table: { exit: 73, reason: 'dsync does not ask the quota; `doveadm save` into such a mailbox exits 73' },
    play: async (servers, user) => {
      await servers.fill(user);
      return servers.doveadm([...quota, ...BACKUP, '-u', user, servers.source()]);
    },
  },
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
  {
    what: 'the connection is cut while mail comes through',
    exit: 75,
    leaves: RETRYING,
    play: async (servers, user) => {
      await servers.fill(user, LONG);
      const relay = await Relay.start(servers.ports.doveadm, { after: LONG.length, how: 'cut' });
      const exit = await servers.pass(BACKUP, user, servers.source(relay.port));
      relay.stop();
      return exit;
    },
  },
  {
    what: 'SIGKILL while mail comes through: the next run exits 0',
    exit: 0,
    leaves: SYNCED,
    finds: { INBOX: 1, Work: 1 },
    play: async (servers, user) => {
      await servers.fill(user, LONG);
      const relay = await Relay.start(servers.ports.doveadm, { after: LONG.length, how: 'stall' });
      const first = servers.begin([...BACKUP, '-u', user, servers.source(relay.port)]);
      await relay.troubled;
      first.process.kill('SIGKILL');
      const killed = await first.exit;
      relay.stop();
      return killed === 137 ? servers.pass(BACKUP, user) : killed;
    },
  },
  {
    what: 'another pass of the account is in the way',
    exit: 75,
    leaves: RETRYING,
    play: async (servers, user) => {
      await servers.fill(user, LONG);
      const relay = await Relay.start(servers.ports.doveadm, { after: LONG.length, how: 'stall' });
      const first = servers.begin([...BACKUP, '-l', '10', '-u', user, servers.source(relay.port)]);
      await relay.troubled;
      const second = await servers.pass([...BACKUP, '-l', '1'], user);
      relay.stop();
      await first.exit;
      return second;
    },
  },
  {
    what: 'a home that may not be written',
    exit: 75,
    leaves: RETRYING,
    play: async (servers, user) => {
      await servers.fill(user);
      mkdirSync(servers.home('new', user));
      chmodSync(servers.home('new', user), 0o555);
      return servers.pass(BACKUP, user);
    },
  },
  {
    what: 'the disk is full',
    exit: 75,
    leaves: RETRYING,
    play: async (servers, user) => {
      for (let mails = 0; mails < 4; mails += 1) await servers.deliver('old', user, 'INBOX', LONG);
      const home = servers.home('new', user);
      mkdirSync(home);
      mount('mount', '-t', 'tmpfs', '-o', `size=256k,uid=${MAIL},gid=${MAIL},mode=700`, 'tmpfs', home);
      try {
        return await servers.pass(BACKUP, user);
      } finally {
        mount('umount', home);
      }
    },
  },
];

/** Every trouble, as it meets an account that was pulled once. */
const troubled = troubles.map(
  ({ run, fits: _, ...trouble }): Situation => ({
    ...trouble,
    play: async (servers, user) => {
      await synced(servers, user);
      return run(servers, user, BACKUP);
    },
  }),
);

export const situations: readonly Situation[] = [...between, ...troubled];

const quota = ['mail_plugins=acl quota', 'plugin/quota=maildir:User quota', 'plugin/quota_rule=*:bytes=1'].flatMap(
  (setting) => ['-o', setting],
);

async function hold(servers: Servers, user: string, folder: string, mails: number): Promise<void> {
  const held = await servers.count('new', user, folder);
  if (held !== mails) throw new Error(`${folder} of the destination holds ${held} mails before the pass, not ${mails}`);
}

function mount(command: 'mount' | 'umount', ...args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}: ${stderr.trim()}`);
}
