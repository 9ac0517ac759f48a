import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The version that is modelled. */
export const VERSION = '1.46.1';

/** Thrown if something that the check needs cannot be installed. The check is skipped with this line. */
export class Unavailable extends Error {}

function ran(command: string, ...args: readonly string[]): boolean {
  const { status } = spawnSync(command, args, { stdio: 'ignore' });
  return status === 0;
}

/** The installed Redis, else Debian's. */
export function needRedis(): string {
  const redis = 'redis-server';
  if (ran(redis, '--version')) return redis;
  if (ran('apt-get', 'install', '--yes', redis) && ran(redis, '--version')) return redis;
  throw new Unavailable('there is no redis-server here, and apt-get install redis-server did not bring one');
}

/** The folder of WildDuck, installed once per version among the temporary files. */
export function needWildDuck(): string {
  const place = join(tmpdir(), `check-real-wildduck-${VERSION}`);
  const folder = join(place, 'node_modules', 'wildduck');
  const complete = join(place, 'complete');
  if (existsSync(complete)) return folder;
  mkdirSync(place, { recursive: true });
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save'];
  if (!ran('npm', 'install', '--prefix', place, ...flags, `wildduck@${VERSION}`)) {
    throw new Unavailable(`npm could not install wildduck@${VERSION}`);
  }
  writeFileSync(complete, '');
  return folder;
}
