import type { Answer, Params } from '../../../oracle/types.ts';
import { applied, ignored, param } from '../../../oracle/types.ts';
import type { Account, World } from './world.ts';

/** How the manager reacts to an exit (dovecot 5, 6). */
export function exited(world: World, account: Account | null, params: Params): Answer {
  if (account === null || account.migration !== 'RUNNING') return ignored;
  const code = Number(param(params, 'code'));
  const final = account.pass === 'FINAL';
  if (code === 0) {
    account.retries = 0;
    world.setMigration(account, final ? 'COMPLETED' : 'SYNCED');
  } else if (code === 2) {
    account.retries = 0;
    world.setMigration(account, final ? 'FINAL_PENDING' : 'SYNCED', 2);
  } else if (code === 67) {
    if (world.identity === 'healthy') world.setMigration(account, 'REMOVED', 67);
    else retry(world, account, 67);
  } else if (code === 77) {
    if (param(params, 'cause') === 'folder') {
      fail(world, account, 77);
      account.folderRefused = true;
    } else if (param(params, 'side') === 'destination') suspendAll(world, account, 77);
    else if (world.auth === 'master') suspendAll(world, account, 77);
    else if (world.credentials === 'refreshed' || account.newer) retry(world, account, 77);
    else fail(world, account, 77);
  } else if (code === 68 || code === 69 || code === 74 || code === 75 || code === 76) {
    retry(world, account, code);
  } else if (code === 124 || code === 137 || code === 143) {
    retry(world, account, code);
  } else if (code === 71 || code === 72) {
    world.back(account, code);
  } else if (code === 78 || code === 89) {
    suspendAll(world, account, code);
  } else {
    fail(world, account, code);
  }
  return applied;
}

function fail(world: World, account: Account, code: number): void {
  account.failedWith = code;
  account.folderRefused = false;
  world.setMigration(account, 'FAILED', code);
}

function retry(world: World, account: Account, code: number): void {
  if (account.retries < world.maxRetries) {
    account.retries += 1;
    world.delay(account, code);
  } else if (world.onRetryLimit === 'error') {
    fail(world, account, code);
  } else {
    world.back(account, code);
    account.retries = 0;
  }
}

function suspendAll(world: World, account: Account, code: number): void {
  world.setManager('SUSPENDED', code);
  world.back(account, code);
}
