import type { Answer, Params } from '../../../oracle/types.ts';
import { accepted, rejected } from '../../../oracle/types.ts';
import { exited } from './exit.ts';
import type { Account, World } from './world.ts';

/** An account's commands (dovecot 4). */
export function accountStep(world: World, id: string, type: string, params: Params): Answer {
  const account = world.accounts.get(id) ?? null;
  if (type === 'exited') return exited(world, account, params);
  if (type === 'enqueue') return enqueue(world, id, account);
  if (type === 'start') return start(world, account);
  if (type === 'switch') return switchDelivery(world, account);
  if (type === 'final') return final(world, account);
  if (type === 'reset') return reset(world, account);
  if (type === 'credentials.update') return updateCredentials(world, account);
  if (type === 'remove') return remove(world, account);
  return rejected('UnknownEvent');
}

function enqueue(world: World, id: string, known: Account | null): Answer {
  if (known !== null && known.migration !== 'REMOVED') return rejected('AlreadyListed');
  const account = known ?? unlisted(id);
  world.accounts.set(id, account);
  // Everything starts anew, without listed changes; where new mail goes is kept.
  account.pass = null;
  account.retries = 0;
  account.newer = false;
  if (account.delivery === null) world.setDelivery(account, 'OLD');
  world.back(account);
  return accepted;
}

function unlisted(id: string): Account {
  return {
    entity: `account:${id}`,
    migration: null,
    delivery: null,
    pass: null,
    retries: 0,
    newer: false,
    failedWith: null,
    folderRefused: false,
    entry: 0,
    waitsSince: null,
  };
}

function start(world: World, account: Account | null): Answer {
  if (account === null) return rejected('NotListed');
  if (account.migration === 'REMOVED') return rejected('RemovedFromList');
  if (account.migration === 'COMPLETED') return rejected('AlreadyCompleted');
  if (account.migration === 'RUNNING') return rejected('AlreadyRunning');
  if (world.manager === 'SUSPENDED') return rejected('ManagerSuspended');
  if (account.migration === 'FAILED') return rejected('NeedsReset');
  if (account.delivery === 'NEW') return rejected('BackupAfterCutover');
  if (world.limitReached()) return rejected('ConcurrencyLimit');
  world.begin(account, 'INTERMEDIATE');
  return accepted;
}

function switchDelivery(world: World, account: Account | null): Answer {
  if (account === null) return rejected('NotListed');
  if (account.migration === 'REMOVED') return rejected('RemovedFromList');
  if (account.migration === 'COMPLETED') return rejected('AlreadyCompleted');
  if (account.migration === 'RUNNING') return rejected('AlreadyRunning');
  if (account.delivery === 'NEW') return rejected('AlreadySwitched');
  if (account.migration !== 'SYNCED') return rejected('NotSynced');
  world.setDelivery(account, 'NEW');
  world.setMigration(account, 'FINAL_PENDING');
  return accepted;
}

function final(world: World, account: Account | null): Answer {
  if (account === null) return rejected('NotListed');
  if (account.migration === 'REMOVED') return rejected('RemovedFromList');
  if (account.migration === 'COMPLETED') return rejected('AlreadyCompleted');
  if (account.migration === 'RUNNING') return rejected('AlreadyRunning');
  if (world.manager === 'SUSPENDED') return rejected('ManagerSuspended');
  if (account.migration === 'FAILED') return rejected('NeedsReset');
  if (account.delivery === 'OLD') return rejected('NotCutOver');
  if (world.limitReached()) return rejected('ConcurrencyLimit');
  world.begin(account, 'FINAL');
  return accepted;
}

function reset(world: World, account: Account | null): Answer {
  if (account === null) return rejected('NotListed');
  if (account.migration === 'REMOVED') return rejected('RemovedFromList');
  if (account.migration === 'COMPLETED') return rejected('AlreadyCompleted');
  if (account.migration === 'RUNNING') return rejected('AlreadyRunning');
  if (account.migration !== 'FAILED') return rejected('NotFailed');
  world.back(account);
  account.retries = 0;
  return accepted;
}

function updateCredentials(world: World, account: Account | null): Answer {
  if (account === null) return rejected('NotListed');
  if (account.migration === 'REMOVED') return rejected('RemovedFromList');
  if (account.migration === 'COMPLETED') return rejected('AlreadyCompleted');
  account.newer = true;
  // open: FAILED with error 77, whether because of the policy or the limit of retries
  if (account.migration === 'FAILED' && account.failedWith === 77 && !account.folderRefused) {
    world.back(account);
    account.retries = 0;
  }
  return accepted;
}

function remove(world: World, account: Account | null): Answer {
  if (account === null) return rejected('NotListed');
  if (account.migration === 'REMOVED') return rejected('RemovedFromList');
  if (account.migration === 'RUNNING') return rejected('AlreadyRunning');
  world.setMigration(account, 'REMOVED');
  return accepted;
}
