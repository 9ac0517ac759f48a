import type { Answer } from '../../../oracle/types.ts';
import { accepted, applied, ignored, rejected } from '../../../oracle/types.ts';
import type { World } from './world.ts';

/** The credential's commands (dropsuite 2) and its reports (dropsuite 3). */
export function credentialStep(world: World, type: string): Answer {
  if (type === 'globalAdminRemoved') return lost(world, 'GLOBAL_ADMIN_REMOVED');
  if (type === 'permissionRevoked') return lost(world, 'PERMISSION_ISSUE');
  if (type === 'deviceCodeExpired') return lost(world, 'DEVICE_CODE_EXPIRED');
  if (type === 'continue') return remedy(world, 'GLOBAL_ADMIN_REMOVED');
  if (type === 'reauthenticate') return remedy(world, 'PERMISSION_ISSUE');
  if (type === 'authorizeDevice') return remedy(world, 'DEVICE_CODE_EXPIRED');
  return rejected('UnknownEvent');
}

function lost(world: World, status: string): Answer {
  if (world.credential !== 'VALID') return ignored;
  world.setCredential(status);
  return applied;
}

function remedy(world: World, of: string): Answer {
  if (world.credential === 'VALID') return rejected('NothingToFix');
  if (world.credential !== of) return rejected('WrongRemedy');
  world.setCredential('VALID');
  return accepted;
}

/** The subscription's two commands. */
export function subscriptionStep(world: World, type: string): Answer {
  if (type === 'upgrade' || type === 'deleteAccounts') {
    world.setStorage('AVAILABLE');
    return accepted;
  }
  return rejected('UnknownEvent');
}
