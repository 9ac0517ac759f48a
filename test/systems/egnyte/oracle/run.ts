import { activeGate, activeWord, conflicts, isHeld, isStopping, setJob, setWord, transportPhase } from './jobstate.ts';
import { stepWord } from './migrate.ts';
import { isForbidden } from './text.ts';
import type { Word } from './words.ts';
import { agentInactive, phaseOf, stopInProgress, stopUnrequired } from './words.ts';
import type { Job, World } from './world.ts';

/** WORD.start and WORD.stop, after L1–L3. */

export function startGate(world: World, job: Job, word: Word): number | null {
  const active = activeGate(world, job, null);
  if (active !== null) return active;
  const upgrade = world.upgradeGate(job.agent);
  if (upgrade !== null) return upgrade;
  if (!world.agentActive(job.agent)) return agentInactive(word);
  if (job.confluence === 'off' && conflicts(world, job)) return 632;
  if (word === 'copy' || word === 'sync' || word === 'migrateData' || word === 'emptyFolders') {
    if (isForbidden(world, job.destination)) return 643;
  }
  if (word === 'sanitize' || word === 'copy' || word === 'emptyFolders') {
    if (!world.is(job, 'SCAN', 'SUCCEEDED', 'SKIPPED')) return 655;
  }
  if (word === 'copy' || word === 'sync' || word === 'migrateData') {
    if (job.files > world.policy.maxFiles) return 629;
    if (job.bytes > world.policy.maxBytes) return 640;
  }
  let others = 0;
  for (const other of world.jobs.values()) {
    if (other !== job && activeWord(world, other) !== null) others += 1;
  }
  if (others >= world.policy.maxActiveJobs) return 628;
  if (world.linkUnstable(job.agent)) return 693;
  return null;
}

export function startWord(world: World, job: Job, word: Word, skipScan: string | undefined): void {
  job.started = word;
  job.step = null;
  job.skipScan = skipScan === 'yes';
  setWord(world, job, word, 'QUEUED');
}

export function stopGate(world: World, job: Job, word: Word): number | null {
  if (activeWord(world, job) !== word) return stopUnrequired(word);
  if (isStopping(world, job, word)) return stopInProgress(word);
  if (world.is(job, phaseOf(word), 'RUNNING') && !isHeld(world, job, word) && world.linkUnstable(job.agent)) return 693;
  return null;
}

export function stopWord(world: World, job: Job, word: Word): void {
  if (word === 'migrateData') {
    stopMigrateData(world, job);
    return;
  }
  const atOnce = world.is(job, phaseOf(word), 'QUEUED', 'PAUSED', 'SUSPENDED') || isHeld(world, job, word);
  setWord(world, job, word, atOnce ? 'STOPPED' : 'STOPPING');
}

/** An accepted stop of Migrate Data (egnyte 2.6). */
function stopMigrateData(world: World, job: Job): void {
  const step = stepWord(job);
  const suspended = world.is(job, transportPhase(job), 'SUSPENDED');
  if (world.is(job, 'META_MIGRATE_DATA', 'QUEUED', 'PAUSED') || suspended) {
    if (step !== null) setWord(world, job, step, 'STOPPED');
    job.step = null;
    setJob(world, job, 'META_MIGRATE_DATA', 'STOPPED');
  } else if (step !== null && world.is(job, phaseOf(step), 'QUEUED')) {
    setWord(world, job, step, 'STOPPED');
    job.step = null;
    setJob(world, job, 'META_MIGRATE_DATA', 'STOPPED');
  } else {
    if (step !== null) setWord(world, job, step, 'STOPPING');
    setJob(world, job, 'META_MIGRATE_DATA', 'STOPPING');
  }
}
