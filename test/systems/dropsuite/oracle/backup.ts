import type { Answer } from '../../../oracle/types.ts';
import { accepted, rejected } from '../../../oracle/types.ts';
import { backupReport, isBackupReport } from './report.ts';
import type { Task, World } from './world.ts';

/** The backups' commands (dropsuite 2). */
export function backupStep(world: World, id: string, type: string): Answer {
  const backup = world.backups.get(id) ?? null;
  if (isBackupReport(type)) return backupReport(world, backup, type);
  if (type === 'start') {
    const refused = startRefused(world, backup);
    if (refused !== null) return rejected(refused);
    const started = backup ?? newBackup(world, id);
    world.move(started, 'PREPARING');
    return accepted;
  }
  if (type === 'force') {
    if (backup === null) return rejected('NotFound');
    const refused = startRefused(world, backup);
    if (refused !== null) return rejected(refused);
    world.move(backup, 'RUNNING');
    backup.retries = 0;
    return accepted;
  }
  if (type === 'credentials.update') {
    if (backup === null) return rejected('NotFound');
    if (backup.status !== 'AUTHENTICATION_ERROR') return rejected('NothingToFix');
    world.move(backup, 'PREPARING');
    return accepted;
  }
  if (type === 'deactivate') {
    if (backup === null) return rejected('NotFound');
    if (backup.status === 'DEACTIVATED') return rejected('AlreadyDeactivated');
    world.move(backup, 'DEACTIVATED');
    return accepted;
  }
  if (type === 'activate') {
    if (backup === null) return rejected('NotFound');
    if (backup.status !== 'DEACTIVATED') return rejected('NotDeactivated');
    world.move(backup, 'PREPARING');
    return accepted;
  }
  return rejected('UnknownEvent');
}

function startRefused(world: World, backup: Task | null): string | null {
  if (backup?.status === 'PREPARING' || backup?.status === 'RUNNING') return 'AlreadyRunning';
  if (backup?.status === 'DEACTIVATED') return 'MailboxDeactivated';
  if (world.credential !== 'VALID') return 'NeedReauthentication';
  if (world.storage === 'FULL') return 'StorageFull';
  return null;
}

function newBackup(world: World, id: string): Task {
  const backup: Task = {
    kind: 'backup',
    entity: `backup:${id}`,
    status: null,
    retries: 0,
    draws: null,
    everBackedUp: false,
  };
  world.backups.set(id, backup);
  return backup;
}
