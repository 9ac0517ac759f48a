import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Relay } from './relay.ts';
import type { Pass, Servers } from './servers.ts';

/** A trouble of a pass that does not depend on the mailboxes, and changes nothing at either end. */
export interface Trouble {
  readonly what: string;
  /** The exit status of doveadm, or of the program that ran it (dovecot 7). */
  readonly exit: number;
  /** The account's status after it in an intermediate pass, with all settings at their defaults (dovecot 7). */
  readonly leaves: string;
  readonly cause?: 'folder';
  /** The vendor's code for it, and why it is not the observed one. */
  readonly table?: { readonly exit: number; readonly reason: string };
  /** Whether it can happen to this account now. */
  readonly fits?: (servers: Servers, user: string) => boolean;
  readonly run: (servers: Servers, user: string, pass: Pass) => Promise<number>;
}

const RETRYING = 'RETRYING';
const FAILED = 'FAILED';

export const troubles: readonly Trouble[] = [
  {
    what: 'the name of the host is not found',
    exit: 75,
    leaves: RETRYING,
    table: { exit: 68, reason: 'doveadm takes every failure to connect for a temporary one' },
    run: (servers, user, pass) => servers.pass(pass, user, 'tcp:nowhere.invalid:12425'),
  },
  {
    what: 'nobody listens on the port',
    exit: 75,
    leaves: RETRYING,
    run: (servers, user, pass) => servers.pass(pass, user, 'tcp:127.0.0.1:1'),
  },
  {
    what: "the old system's doveadm refuses the password",
    exit: 75,
    leaves: RETRYING,
    table: { exit: 77, reason: 'a refused login ends the connection, which doveadm takes for a temporary failure' },
    run: (servers, user, pass) =>
      servers.doveadm(['-o', 'doveadm_password=wrong', ...pass, '-u', user, servers.source()]),
  },
  {
    what: 'the connection is cut before the first answer',
    exit: 75,
    leaves: RETRYING,
    run: async (servers, user, pass) => {
      const relay = await Relay.start(servers.ports.doveadm, { after: 0, how: 'cut' });
      const exit = await servers.pass(pass, user, servers.source(relay.port));
      relay.stop();
      return exit;
    },
  },
  {
    what: 'the authentication service of the new system is down',
    exit: 75,
    leaves: RETRYING,
    run: (servers, user, pass) =>
      servers.doveadm(['-o', `base_dir=${servers.folder}/down`, ...pass, '-u', user, servers.source()]),
  },
  {
    what: 'both ends are the same directory',
    exit: 75,
    leaves: RETRYING,
    run: (servers, user, pass) => servers.pass(pass, user, 'maildir:~/Maildir'),
  },
  signalled('SIGTERM', 75),
  signalled('SIGINT', 75),
  signalled('SIGKILL', 137),
  wrapped('`timeout` ends doveadm', [], 124),
  wrapped('`timeout --preserve-status` ends doveadm', ['--preserve-status'], 75),
  wrapped('`timeout -s KILL` ends doveadm', ['-s', 'KILL'], 137),
  {
    what: 'SIGTERM is sent to the shell around doveadm',
    exit: 143,
    leaves: RETRYING,
    run: (servers, user, pass) =>
      whileItWaits(servers, user, pass, ['sh', '-c', '"$@"; exit $?', 'sh'], (shell) => shell.kill('SIGTERM')),
  },
  {
    what: 'the user is unknown',
    exit: 67,
    leaves: 'REMOVED',
    run: (servers, _, pass) => servers.pass(pass, 'nobody-knows'),
  },
  {
    what: 'no other side is named',
    exit: 64,
    leaves: FAILED,
    run: (servers, user, pass) => servers.doveadm([...pass, '-u', user]),
  },
  {
    what: 'doveadm does not know an option',
    exit: 64,
    leaves: FAILED,
    run: (servers, user, pass) => servers.doveadm([...pass, '--colour', '-u', user, servers.source()]),
  },
  {
    what: 'the configuration has an error of syntax',
    exit: 89,
    leaves: 'QUEUED',
    table: { exit: 78, reason: 'doveadm gives up before it has its own exits: 89 is that of any fatal error' },
    run: (servers, user, pass) => {
      const broken = join(servers.folder, 'broken.conf');
      writeFileSync(broken, 'plugin {\n');
      return servers.doveadm(['-c', broken, ...pass, '-u', user, servers.source()]);
    },
  },
  {
    what: "a folder's access list forbids reading",
    exit: 77,
    cause: 'folder',
    leaves: FAILED,
    fits: (servers, user) => existsSync(join(servers.home('new', user), 'Maildir', '.Work')),
    run: async (servers, user, pass) => {
      servers.access('new', user, 'Work', false);
      const exit = await servers.pass(pass, user);
      servers.access('new', user, 'Work', true);
      return exit;
    },
  },
  imap("the old system's IMAP server refuses the user's password", ['imapc_password=wrong'], 77),
  imap(
    "the old system's IMAP server refuses the master user's password",
    ['imapc_master_user=master', 'imapc_password=wrong'],
    77,
  ),
  imap('the host of an IMAP server is not found', ['imapc_host=nowhere.invalid'], 68),
  {
    what: 'an `ssh:` side cannot be reached',
    exit: 134,
    leaves: FAILED,
    run: (servers, user, pass) => servers.pass(pass, user, 'ssh:nowhere.invalid'),
  },
];

function signalled(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL', exit: number): Trouble {
  return {
    what: `${signal} is sent to doveadm`,
    exit,
    leaves: RETRYING,
    run: (servers, user, pass) => whileItWaits(servers, user, pass, [], (doveadm) => doveadm.kill(signal)),
  };
}

/** `timeout` gets its signal once doveadm waits, because on a busy host any time might be too short to begin. */
function wrapped(what: string, options: readonly string[], exit: number): Trouble {
  const run: Trouble['run'] = (servers, user, pass) =>
    whileItWaits(servers, user, pass, ['timeout', ...options, '60'], (timeout) => timeout.kill('SIGALRM'));
  return { what, exit, leaves: RETRYING, run };
}

function imap(what: string, settings: readonly string[], table: number): Trouble {
  return {
    what,
    exit: 134,
    leaves: FAILED,
    table: { exit: table, reason: 'doveadm 2.3 crashes; mended in 2.4' },
    run: (servers, user, pass) => {
      const right = ['imapc_host=127.0.0.1', `imapc_port=${servers.ports.imap}`, `imapc_user=${user}`];
      const options = [...right, ...settings].flatMap((setting) => ['-o', setting]);
      return servers.doveadm([...options, ...pass, '-u', user, 'imapc:']);
    },
  };
}

/** The greeting and a little more: until the greeting is complete, doveadm ignores SIGTERM. */
const GREETED = 100;

/** Runs a pass whose other side falls silent, and acts on it once it waits. */
async function whileItWaits(
  servers: Servers,
  user: string,
  pass: Pass,
  before: readonly string[],
  act: (process: { kill(signal: NodeJS.Signals): boolean }) => void,
): Promise<number> {
  const relay = await Relay.start(servers.ports.doveadm, { after: GREETED, how: 'stall' });
  const running = servers.begin([...pass, '-u', user, servers.source(relay.port)], 'new', '', before);
  await Promise.race([relay.troubled, running.ended]);
  act(running.process);
  await running.ended;
  relay.stop();
  return running.exit;
}
