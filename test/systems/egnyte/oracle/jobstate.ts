import { follow } from './follow.ts';
import { samePath } from './text.ts';
import type { Word } from './words.ts';
import { inProgress, phaseOf, stopInProgress, stopRequired } from './words.ts';
import type { Job, World } from './world.ts';

/** Queries about a job, and the one way to set its phases. */

export function setJob(world: World, job: Job, phase: string, status: string, error?: number): void {
  if (!world.set(job, phase, status, error)) return;
  if (phase === 'DATA_SYNC') job.awaitingReview = false;
  if (status === 'SUCCEEDED') {
    if (phase === 'META_MIGRATE_DATA' || phase === 'MIGRATE_DATA' || phase === 'DATA_SYNC') job.everMigrated = true;
  }
  follow(world, job, phase, status, error);
}

export function transportPhase(job: Job): string {
  return job.transport === 'async' ? 'ASYNC_COPY' : 'DATA_UPLOAD';
}

/** For copy, MIGRATE_DATA and the transport move together. */
export function setWord(world: World, job: Job, word: Word, status: string, error?: number): void {
  setJob(world, job, phaseOf(word), status, error);
  if (word === 'copy') setJob(world, job, transportPhase(job), status, error);
}

export function exists(world: World, job: Job): boolean {
  return world.is(job, 'CREATE_MIGRATION', 'SUCCEEDED') && !world.is(job, 'FINALIZE_MIGRATION', 'SUCCEEDED');
}

export function beingCreated(world: World, job: Job): boolean {
  return world.is(job, 'CREATE_MIGRATION', 'QUEUED', 'RUNNING', 'PAUSED');
}

export function activeWord(world: World, job: Job): Word | null {
  if (job.started === null) return null;
  if (world.is(job, phaseOf(job.started), 'QUEUED', 'RUNNING', 'STOPPING', 'PAUSED', 'SUSPENDED')) return job.started;
  return null;
}

export function isStopping(world: World, job: Job, word: Word): boolean {
  return world.is(job, phaseOf(word), 'STOPPING');
}

export function isHeld(world: World, job: Job, word: Word): boolean {
  if (world.is(job, phaseOf(word), 'PAUSED', 'SUSPENDED')) return true;
  return (word === 'copy' || word === 'migrateData') && world.is(job, transportPhase(job), 'SUSPENDED');
}

export function isOccupied(world: World, job: Job): boolean {
  if (world.is(job, 'CREATE_MIGRATION', 'QUEUED', 'RUNNING', 'PAUSED')) return true;
  if (world.is(job, 'FINALIZE_MIGRATION', 'QUEUED', 'RUNNING', 'PAUSED')) return true;
  return activeWord(world, job) !== null;
}

/** The destination conflict (egnyte 2.4). */
export function conflicts(world: World, job: Job): boolean {
  if (job.destination === null) return false;
  const mine = samePath(job.destination);
  for (const other of world.jobs.values()) {
    if (other === job || !exists(world, other) || other.destination === null) continue;
    if (other.created < job.created && samePath(other.destination) === mine) return true;
  }
  return false;
}

/** L1, which treats a job that was never created like a deleted one. */
export function notFoundGate(world: World, job: Job | null): number | null {
  if (job === null) return 2017;
  if (!world.is(job, 'CREATE_MIGRATION', 'QUEUED', 'RUNNING', 'PAUSED', 'SUCCEEDED')) return 2017;
  if (world.is(job, 'FINALIZE_MIGRATION', 'SUCCEEDED')) return 2017;
  return null;
}

/** L2 and L3 */
export function underWayGate(world: World, job: Job): number | null {
  if (world.is(job, 'CREATE_MIGRATION', 'QUEUED', 'RUNNING')) return 661;
  if (world.is(job, 'CREATE_MIGRATION', 'PAUSED')) return 677;
  if (world.is(job, 'FINALIZE_MIGRATION', 'QUEUED', 'RUNNING')) return 661;
  if (world.is(job, 'FINALIZE_MIGRATION', 'PAUSED')) return 678;
  return null;
}

/** Gate 1 of a start, and C0, with 661 instead of INPROGRESS. */
export function activeGate(world: World, job: Job, busy: number | null): number | null {
  const word = activeWord(world, job);
  if (word === null) return null;
  if (isStopping(world, job, word)) return stopInProgress(word);
  if (isHeld(world, job, word)) return stopRequired(word);
  return busy ?? inProgress(word);
}
