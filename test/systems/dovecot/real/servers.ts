import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Why the real programs cannot be run here; undefined where they can. */
export function missing(): string | undefined {
  if (spawnSync('dovecot', ['--version']).status !== 0)
    return 'dovecot is not installed: see test/systems/dovecot/real/install.sh';
  return process.getuid?.() === 0 ? undefined : 'dovecot has to be started by root here';
}

export type Side = 'old' | 'new';

/** Debian's user and group for mail: Dovecot reads no mail as root. */
const MAIL = 8;

/** Two Dovecot servers in a temporary folder, with the users alice and bob; the old one takes doveadm on loopback. */
export class Servers {
  readonly folder = mkdtempSync(join(tmpdir(), 'lifecycle-dovecot-'));
  readonly port: number;

  private constructor(port: number) {
    this.port = port;
    chmodSync(this.folder, 0o755);
    this.configure('old', listener(port));
    this.configure('new', '');
    // The server goes on in the background: a pipe that it inherits would never end.
    for (const side of ['old', 'new'] as const) spawnSync('dovecot', ['-c', this.config(side)], { stdio: 'ignore' });
  }

  static async start(): Promise<Servers> {
    return new Servers(await freePort());
  }

  stop(): void {
    for (const side of ['old', 'new'] as const) run('doveadm', ['-c', this.config(side), 'stop']);
    rmSync(this.folder, { recursive: true, force: true });
  }

  config(side: Side): string {
    return join(this.folder, `${side}.conf`);
  }

  /** The exit of one `doveadm` of the new system. */
  doveadm(args: readonly string[], config: string = this.config('new')): number {
    return run('doveadm', ['-c', config, ...args]).status ?? -1;
  }

  /** An intermediate pass: the new mailbox is made equal to the old one. */
  backup(user: string, from = `tcp:127.0.0.1:${this.port}`): number {
    return this.doveadm(['backup', '-R', '-u', user, from]);
  }

  /** A final pass: what is missing is added, nothing is deleted. */
  sync(user: string): number {
    return this.doveadm(['sync', '-1', '-R', '-u', user, `tcp:127.0.0.1:${this.port}`]);
  }

  deliver(side: Side, user: string, subject: string): void {
    run('doveadm', ['-c', this.config(side), 'save', '-u', user], `From: a@example.com\nSubject: ${subject}\n\nbody\n`);
  }

  /** Takes the right to read from the owner of a folder, or gives it back. */
  access(side: Side, user: string, mailbox: string, readable: boolean): void {
    const file = join(this.folder, side, 'mail', user, 'Maildir', `.${mailbox}`, 'dovecot-acl');
    if (readable) {
      rmSync(file);
    } else {
      writeFileSync(file, 'owner l\n');
      chownSync(file, MAIL, MAIL);
    }
  }

  private configure(side: Side, more: string): void {
    const home = join(this.folder, side);
    for (const folder of ['mail', 'run', 'state']) mkdirSync(join(home, folder), { recursive: true });
    chownSync(join(home, 'mail'), MAIL, MAIL);
    const users = ['alice', 'bob'].map((user) => `${user}:{PLAIN}pw:${MAIL}:${MAIL}::${home}/mail/${user}::\n`);
    writeFileSync(join(home, 'users'), users.join(''));
    writeFileSync(this.config(side), configuration(home) + more);
  }
}

const configuration = (home: string): string => `base_dir = ${home}/run
state_dir = ${home}/state
log_path = ${home}/log
protocols =
ssl = no
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:~/Maildir
mail_plugins = acl
doveadm_password = secret
namespace inbox {
  inbox = yes
  separator = /
}
plugin {
  acl = vfile
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

const listener = (port: number): string => `service doveadm {
  inet_listener {
    address = 127.0.0.1
    port = ${port}
  }
}
`;

function run(command: string, args: readonly string[], input = ''): SpawnSyncReturns<string> {
  return spawnSync(command, args, { input, encoding: 'utf8', timeout: 20_000 });
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
