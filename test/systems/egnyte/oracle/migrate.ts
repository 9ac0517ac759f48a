import { setJob, setWord } from './jobstate.ts';
import type { Word } from './words.ts';
import { phaseOf } from './words.ts';
import type { Job, World } from './world.ts';

/** The steps of Migrate Data, one after another (egnyte 2.6). */

export function stepWord(job: Job): Word | null {
  if (job.step === 'rescan') return 'scan';
  return job.step;
}

/** The scan of step 1 may be skipped if all of this holds. */
function maySkipScan(world: World, job: Job): boolean {
  if (!job.skipScan || !world.is(job, 'SCAN', 'SUCCEEDED', 'SKIPPED')) return false;
  if (job.scannedAt === null || job.skipScanPeriod === 0) return false;
  return world.now <= job.scannedAt + job.skipScanPeriod * 3600;
}

/** migrateData.started was applied. */
export function firstStep(world: World, job: Job): void {
  if (maySkipScan(world, job)) {
    setJob(world, job, 'SCAN', 'SKIPPED');
    sanitizeStep(world, job);
  } else {
    job.step = 'scan';
    setJob(world, job, 'SCAN', 'QUEUED');
  }
}

function sanitizeStep(world: World, job: Job): void {
  if (job.sanitize === 'source') {
    job.step = 'sanitize';
    setJob(world, job, 'SANITIZE', 'QUEUED');
  } else {
    setJob(world, job, 'SANITIZE', 'SKIPPED');
    copyStep(world, job);
  }
}

function copyStep(world: World, job: Job): void {
  job.step = 'copy';
  setWord(world, job, 'copy', 'QUEUED');
}

function lastStep(world: World, job: Job): void {
  job.step = null;
  setJob(world, job, 'META_MIGRATE_DATA', 'SUCCEEDED');
}

/** The phase of a word has ended; if it was a step of migrateData, its consequences follow. */
export function stepEnded(world: World, job: Job, word: Word, error?: number): void {
  if (stepWord(job) !== word) return;
  if (world.is(job, phaseOf(word), 'FAILED')) {
    job.step = null;
    setJob(world, job, 'META_MIGRATE_DATA', 'FAILED', error);
  } else if (world.is(job, 'META_MIGRATE_DATA', 'STOPPING')) {
    job.step = null;
    setJob(world, job, 'META_MIGRATE_DATA', 'STOPPED');
  } else if (job.step === 'scan') {
    sanitizeStep(world, job);
  } else if (job.step === 'sanitize') {
    if (world.is(job, 'SANITIZE', 'SUCCEEDED')) {
      job.step = 'rescan';
      setJob(world, job, 'SCAN', 'QUEUED');
    } else {
      copyStep(world, job);
    }
  } else if (job.step === 'rescan') {
    copyStep(world, job);
  } else if (job.step === 'copy' && job.emptyFolders === 'on') {
    job.step = 'emptyFolders';
    setJob(world, job, 'CREATE_EMPTY_FOLDERS', 'QUEUED');
  } else {
    lastStep(world, job);
  }
}
