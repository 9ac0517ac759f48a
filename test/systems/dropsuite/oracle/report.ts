import type { Answer } from '../../../oracle/types.ts';
import { applied, ignored } from '../../../oracle/types.ts';
import type { Task, TaskKind, World } from './world.ts';

/** The reports of each kind, and what they do (dropsuite 3). */

export function isBackupReport(type: string): boolean {
  if (type === 'started' || type === 'succeeded' || type === 'partiallySucceeded' || type === 'error') return true;
  if (type === 'connectionLost' || type === 'credentialsRejected') return true;
  return type === 'spaceFull' || type === 'sourceRemoved';
}

export function isTransferReport(kind: TaskKind, type: string): boolean {
  if (type === 'started' || type === 'succeeded' || type === 'error' || type === 'failed') return true;
  if (kind === 'download') return false;
  if (type === 'partiallySucceeded' || type === 'connectionLost') return true;
  return type === 'credentialsRejected' || type === 'spaceFull';
}

export function backupReport(world: World, backup: Task | null, type: string): Answer {
  if (backup === null) return ignored;
  if (type === 'started') {
    if (backup.status !== 'PREPARING') return ignored;
    world.run(backup);
    return applied;
  }
  if (type === 'sourceRemoved') {
    if (backup.status === 'DEACTIVATED') return ignored;
    world.move(backup, 'DEACTIVATED');
    return applied;
  }
  if (backup.status !== 'RUNNING') return ignored;
  if (type === 'succeeded') world.move(backup, 'COMPLETED');
  if (type === 'partiallySucceeded') world.move(backup, 'PARTIALLY_COMPLETE');
  if (type === 'error') world.retry(backup);
  if (type === 'connectionLost') world.move(backup, 'CONNECTION_ERROR');
  if (type === 'credentialsRejected') world.move(backup, 'AUTHENTICATION_ERROR');
  if (type === 'spaceFull') {
    world.move(backup, 'SPACE_FULL');
    world.setStorage('FULL');
  }
  return applied;
}

export function transferReport(world: World, task: Task | null, type: string): Answer {
  if (task === null) return ignored;
  if (type === 'started') {
    if (task.status !== 'ON_QUEUE') return ignored;
    world.run(task);
    return applied;
  }
  if (task.status !== 'RUNNING') return ignored;
  if (type === 'succeeded') world.move(task, 'COMPLETED');
  if (type === 'partiallySucceeded') world.move(task, 'PARTIALLY_COMPLETE');
  if (type === 'error') world.retry(task);
  if (type === 'failed') world.move(task, 'FAILED');
  if (type === 'connectionLost') world.move(task, 'CONNECTION_ERROR');
  if (type === 'credentialsRejected') world.move(task, 'AUTHENTICATION_ERROR');
  if (type === 'spaceFull') world.move(task, 'SPACE_FULL');
  return applied;
}
