import type { Answer, Params } from '../../../oracle/types.ts';
import { applied, ignored, param } from '../../../oracle/types.ts';
import { setJob, setWord, transportPhase } from './jobstate.ts';
import { firstStep, stepEnded } from './migrate.ts';
import type { Word } from './words.ts';
import { phaseOf, reason } from './words.ts';
import type { Job, World } from './world.ts';

/** Reports to a job that was created at least once (egnyte 2.5). */
export function jobReport(world: World, job: Job, type: string, word: Word | null, params: Params): Answer {
  if (type === 'create.stopped') return forcedStop(world, job, 'CREATE_MIGRATION');
  if (type === 'delete.stopped') return forcedStop(world, job, 'FINALIZE_MIGRATION');
  if (!world.agentActive(job.agent)) return ignored;
  if (type.startsWith('create.')) return lifeReport(world, job, 'CREATE_MIGRATION', type.slice(7), params);
  if (type.startsWith('delete.')) return lifeReport(world, job, 'FINALIZE_MIGRATION', type.slice(7), params);
  if (type === 'copy.suspended') return transportMoves(world, job, 'RUNNING', 'SUSPENDED');
  if (type === 'copy.resumed') return transportMoves(world, job, 'SUSPENDED', 'RUNNING');
  if (type === 'sync.suspended') return syncMoves(world, job, 'RUNNING', 'SUSPENDED');
  if (type === 'sync.resumed') return syncMoves(world, job, 'SUSPENDED', 'RUNNING');
  if (type === 'sync.reviewRequired') return review(world, job, param(params, 'code'));
  if (word === null) return ignored;
  if (word === 'migrateData') return migrateDataReport(world, job, type, params);
  return wordReport(world, job, word, type.slice(word.length + 1), params);
}

function forcedStop(world: World, job: Job, phase: string): Answer {
  if (!world.is(job, phase, 'QUEUED', 'RUNNING', 'PAUSED')) return ignored;
  setJob(world, job, phase, 'STOPPED');
  return applied;
}

function lifeReport(world: World, job: Job, phase: string, what: string, params: Params): Answer {
  if (what === 'started') {
    if (!world.is(job, phase, 'QUEUED')) return ignored;
    setJob(world, job, phase, 'RUNNING');
    return applied;
  }
  if (what === 'failed') {
    const error = reason(phase, param(params, 'code'));
    if (error === null || !world.is(job, phase, 'QUEUED', 'RUNNING')) return ignored;
    setJob(world, job, phase, 'FAILED', error);
    return applied;
  }
  if (!world.is(job, phase, 'RUNNING')) return ignored;
  setJob(world, job, phase, 'SUCCEEDED');
  if (phase === 'CREATE_MIGRATION') {
    job.started = 'scan';
    setJob(world, job, 'SCAN', 'QUEUED');
  } else {
    // A deleted job's schedule never fires and stays CREATED.
    world.dropTimer(job, 'SCHEDULE_JOB');
  }
  return applied;
}

function transportMoves(world: World, job: Job, from: string, to: string): Answer {
  if (!world.is(job, 'MIGRATE_DATA', 'RUNNING') || !world.is(job, transportPhase(job), from)) return ignored;
  setJob(world, job, transportPhase(job), to);
  return applied;
}

function syncMoves(world: World, job: Job, from: string, to: string): Answer {
  if (!world.is(job, 'DATA_SYNC', from)) return ignored;
  setJob(world, job, 'DATA_SYNC', to);
  return applied;
}

function review(world: World, job: Job, code: string | undefined): Answer {
  if (code !== '9080' && code !== '9090' && code !== '9100') return ignored;
  if (!world.is(job, 'DATA_SYNC', 'RUNNING')) return ignored;
  setJob(world, job, 'DATA_SYNC', 'PAUSED', Number(code));
  job.awaitingReview = true;
  return applied;
}

function migrateDataReport(world: World, job: Job, type: string, params: Params): Answer {
  if (!world.is(job, 'META_MIGRATE_DATA', 'QUEUED')) return ignored;
  if (type === 'migrateData.started') {
    setJob(world, job, 'META_MIGRATE_DATA', 'RUNNING');
    firstStep(world, job);
    return applied;
  }
  if (type === 'migrateData.failed') {
    const error = reason('META_MIGRATE_DATA', param(params, 'code'));
    if (error === null) return ignored;
    setJob(world, job, 'META_MIGRATE_DATA', 'FAILED', error);
    return applied;
  }
  return ignored;
}

function wordReport(world: World, job: Job, word: Word, what: string, params: Params): Answer {
  const phase = phaseOf(word);
  if (what === 'started') {
    if (!world.is(job, phase, 'QUEUED')) return ignored;
    setWord(world, job, word, 'RUNNING');
    return applied;
  }
  if (what === 'stopped') {
    if (!world.is(job, phase, 'STOPPING')) return ignored;
    setWord(world, job, word, 'STOPPED');
    stepEnded(world, job, word);
    return applied;
  }
  if (what === 'skipped') {
    if (!world.is(job, phase, 'QUEUED')) return ignored;
    setWord(world, job, word, 'SKIPPED');
    stepEnded(world, job, word);
    return applied;
  }
  if (word === 'copy' && world.is(job, transportPhase(job), 'SUSPENDED')) return ignored;
  if (what === 'succeeded') {
    if (!world.is(job, phase, 'RUNNING', 'STOPPING')) return ignored;
    if (word === 'scan') {
      job.files = Number(param(params, 'files') ?? job.files);
      job.bytes = Number(param(params, 'bytes') ?? job.bytes);
      job.scannedAt = world.now;
    }
    setWord(world, job, word, 'SUCCEEDED');
    stepEnded(world, job, word);
    return applied;
  }
  const error = reason(phase, param(params, 'code'));
  if (error === null || !world.is(job, phase, 'QUEUED', 'RUNNING', 'STOPPING')) return ignored;
  setWord(world, job, word, 'FAILED', error);
  stepEnded(world, job, word, error);
  return applied;
}
