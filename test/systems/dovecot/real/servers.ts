import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { begin, type Running } from './process.ts';

/** Why the real programs cannot be run here; undefined if they can. */
export function missing(): string | undefined {
  if (spawnSync('dovecot', ['--version']).status !== 0)
    return 'dovecot is not installed: see test/systems/dovecot/real/install.sh';
  return process.getuid?.() === 0 ? undefined : 'dovecot has to be started by root here';
}

export type Side = 'old' | 'new';

/** An intermediate pass: the new mailbox is made equal to the old one. */
export const BACKUP = ['backup', '-R'];
/** A final pass: what is missing is added, nothing is deleted. */
export const SYNC = ['sync', '-1', '-R'];
export type Pass = readonly string[];

/** Debian's user and group for mail, because Dovecot reads no mail as root. */
export const MAIL = 8;

/** Listed in advance, because Dovecot reads the list of users at most once a second. */
const USERS = 2000;

/** Two Dovecot servers in a temporary folder. The old one accepts doveadm and IMAP on loopback. */
export class Servers {
  readonly folder = mkdtempSync(join(tmpdir(), 'lifecycle-dovecot-'));
  /** The old system's ports for doveadm and IMAP. */
  readonly ports: { readonly doveadm: number; readonly imap: number };
  private users = 0;

  private constructor(doveadm: number, imap: number) {
    this.ports = { doveadm, imap };
    chmodSync(this.folder, 0o755);
    this.configure('old', 'imap', listeners(doveadm, imap));
    this.configure('new', '', '');
    // The server stays in the background, so a pipe that it inherits would never end.
    for (const side of ['old', 'new'] as const) spawnSync('dovecot', ['-c', this.config(side)], { stdio: 'ignore' });
  }

  static async start(): Promise<Servers> {
    const servers = new Servers(await freePort(), await freePort());
    for (let tries = 0; (await servers.doveadm(['user', '*'], 'old')) !== 0; tries += 1) {
      if (tries > 50) throw new Error(`dovecot does not start; ${servers.folder}/old/log says why`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return servers;
  }

  async stop(): Promise<void> {
    for (const side of ['old', 'new'] as const) await this.doveadm(['stop'], side);
    rmSync(this.folder, { recursive: true, force: true });
  }

  config(side: Side): string {
    return join(this.folder, `${side}.conf`);
  }

  home(side: Side, user: string): string {
    return join(this.folder, side, 'mail', user);
  }

  /** A user of both systems, with empty mailboxes. */
  user(): string {
    if (this.users === USERS) throw new Error(`the two systems know ${USERS} users only`);
    this.users += 1;
    return `user${this.users}`;
  }

  /** A `doveadm`, with a prefix on the command line. */
  begin(args: readonly string[], side: Side = 'new', input = '', before: readonly string[] = []): Running {
    const [command = '', ...rest] = [...before, 'doveadm', '-c', this.config(side), ...args];
    return begin(command, rest, input);
  }

  /** The exit status of one `doveadm`. */
  doveadm(args: readonly string[], side: Side = 'new', input = ''): Promise<number> {
    return this.begin(args, side, input).exit;
  }

  /** The other side of a pass: the old system's doveadm, or a listener on another port. */
  source(port: number = this.ports.doveadm): string {
    return `tcp:127.0.0.1:${port}`;
  }

  pass(pass: Pass, user: string, from = this.source()): Promise<number> {
    return this.doveadm([...pass, '-u', user, from]);
  }

  async deliver(side: Side, user: string, mailbox = 'INBOX', body = 'body'): Promise<void> {
    const mail = `From: a@example.com\nSubject: ${side}\n\n${body}\n`;
    this.must(await this.doveadm(['save', '-u', user, '-m', mailbox], side, mail), `save a mail in ${mailbox}`);
  }

  async create(side: Side, user: string, mailbox: string): Promise<void> {
    this.must(await this.doveadm(['mailbox', 'create', '-u', user, mailbox], side), `create ${mailbox}`);
  }

  /** A mail in each of two folders at the source. */
  async fill(user: string, body?: string): Promise<void> {
    await this.deliver('old', user, 'INBOX', body);
    await this.create('old', user, 'Work');
    await this.deliver('old', user, 'Work', body);
  }

  async expunge(side: Side, user: string, mailbox: string): Promise<void> {
    this.must(await this.doveadm(['expunge', '-u', user, 'mailbox', mailbox, 'all'], side), `expunge ${mailbox}`);
  }

  /** The number of mails in a folder; -1 if there is no such folder. */
  async count(side: Side, user: string, mailbox: string): Promise<number> {
    const asked = this.begin(['-f', 'tab', 'mailbox', 'status', '-u', user, 'messages', mailbox], side);
    if ((await asked.exit) !== 0) return -1;
    return Number(asked.output().trim().split('\t').at(-1));
  }

  /** Takes away the owner's right to read a folder, or gives it back. */
  access(side: Side, user: string, mailbox: string, readable: boolean): void {
    const file = join(this.home(side, user), 'Maildir', `.${mailbox}`, 'dovecot-acl');
    if (readable) {
      rmSync(file);
    } else {
      writeFileSync(file, 'owner l\n');
      chownSync(file, MAIL, MAIL);
    }
  }

  private must(exit: number, what: string): void {
    if (exit !== 0) throw new Error(`doveadm could not ${what}: it exited ${exit}`);
  }

  private configure(side: Side, protocols: string, more: string): void {
    const home = join(this.folder, side);
    for (const folder of ['mail', 'run', 'state']) mkdirSync(join(home, folder), { recursive: true });
    chownSync(join(home, 'mail'), MAIL, MAIL);
    const users = Array.from({ length: USERS }, (_, index) => {
      const name = `user${index + 1}`;
      return `${name}:{PLAIN}pw:${MAIL}:${MAIL}::${this.home(side, name)}::\n`;
    });
    writeFileSync(join(home, 'users'), users.join(''));
    writeFileSync(join(home, 'masters'), 'master:{PLAIN}pw:::::\n');
    writeFileSync(this.config(side), configuration(home, protocols) + more);
  }
}

const configuration = (home: string, protocols: string): string => `base_dir = ${home}/run
state_dir = ${home}/state
log_path = ${home}/log
protocols = ${protocols}
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:~/Maildir
mail_plugins = acl
doveadm_password = secret
auth_master_user_separator = *
namespace inbox {
  inbox = yes
  separator = /
}
plugin {
  acl = vfile
}
passdb {
  driver = passwd-file
  args = ${home}/masters
  master = yes
}
passdb {
  driver = passwd-file
  args = ${home}/users
}
userdb {
  driver = passwd-file
  args = ${home}/users
}
`;

const listeners = (doveadm: number, imap: number): string => `service doveadm {
  inet_listener {
    address = 127.0.0.1
    port = ${doveadm}
  }
}
service imap-login {
  inet_listener imap {
    address = 127.0.0.1
    port = ${imap}
  }
}
`;

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
