import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { atTheDestination } from './at-the-destination.ts';
import { Relay } from './relay.ts';
import { BACKUP, MAIL } from './servers.ts';
import { RETRYING, type Situation, SYNCED, synced } from './situation.ts';
import { troubles } from './troubles.ts';

/** A mail that is longer than what a relay lets through. */
const LONG = `${'x'.repeat(70)}\n`.repeat(2000);

const quota = ['mail_plugins=acl quota', 'plugin/quota=maildir:User quota', 'plugin/quota_rule=*:bytes=1'].flatMap(
  (setting) => ['-o', setting],
);

const passes: readonly Situation[] = [
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
];

/** Troubles of a running pass, or of one without room to write. */
const underWay: readonly Situation[] = [
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

/** Every trouble, for an account that was pulled once. */
const troubled = troubles.map(
  ({ run, fits: _, ...trouble }): Situation => ({
    ...trouble,
    play: async (servers, user) => {
      await synced(servers, user);
      return run(servers, user, BACKUP);
    },
  }),
);

/** Everything that is done to the real servers, each to a separate account (dovecot 7). */
export const situations: readonly Situation[] = [...passes, ...atTheDestination, ...underWay, ...troubled];

function mount(command: 'mount' | 'umount', ...args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}: ${stderr.trim()}`);
}
