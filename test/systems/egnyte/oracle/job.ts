import type { Answer, Params } from '../../../oracle/types.ts';
import { ignored, param, rejected } from '../../../oracle/types.ts';
import { configGate, configure } from './config.ts';
import { jobReport } from './jobreport.ts';
import { activeGate, exists, notFoundGate, setJob, underWayGate } from './jobstate.ts';
import { startGate, startWord, stopGate, stopWord } from './run.ts';
import { scheduleCreate, scheduleStop } from './schedule.ts';
import type { Word } from './words.ts';
import { asWord } from './words.ts';
import type { Job, World } from './world.ts';

/** Commands and reports to a job (egnyte 2, 4). */

function splitEvent(type: string): { word: Word | null; what: string } {
  const dot = type.indexOf('.');
  if (dot < 0) return { word: null, what: '' };
  return { word: asWord(type.slice(0, dot)), what: type.slice(dot + 1) };
}

function isCommand(type: string): boolean {
  if (type === 'create' || type === 'config.update' || type === 'delete' || type === 'sync.confirm') return true;
  if (type === 'schedule.create' || type === 'schedule.stop') return true;
  const { word, what } = splitEvent(type);
  return word !== null && (what === 'start' || what === 'stop');
}

function isReport(type: string): boolean {
  if (type === 'create.started' || type === 'create.succeeded') return true;
  if (type === 'create.failed' || type === 'create.stopped') return true;
  if (type === 'delete.started' || type === 'delete.succeeded') return true;
  if (type === 'delete.failed' || type === 'delete.stopped') return true;
  if (type === 'scan.skipped' || type === 'sanitize.skipped') return true;
  if (type === 'copy.suspended' || type === 'copy.resumed') return true;
  if (type === 'sync.suspended' || type === 'sync.resumed' || type === 'sync.reviewRequired') return true;
  const { word, what } = splitEvent(type);
  return word !== null && (what === 'started' || what === 'succeeded' || what === 'failed' || what === 'stopped');
}

export function jobStep(world: World, id: string, type: string, params: Params): Answer {
  const job = world.jobs.get(id) ?? null;
  if (isReport(type)) {
    return job === null ? ignored : jobReport(world, job, type, splitEvent(type).word, params);
  }
  if (!isCommand(type)) return rejected(620);
  if (type === 'create') return create(world, id, job, params);

  const gone = notFoundGate(world, job);
  if (gone !== null || job === null) return rejected(gone ?? 2017);
  const underWay = underWayGate(world, job);
  if (underWay !== null) return rejected(underWay);

  const { word, what } = splitEvent(type);
  if (word !== null && what === 'start') {
    return world.command(startGate(world, job, word), () => startWord(world, job, word, param(params, 'skipScan')));
  }
  if (word !== null && what === 'stop') {
    return world.command(stopGate(world, job, word), () => stopWord(world, job, word));
  }
  if (type === 'config.update') {
    return world.command(activeGate(world, job, 661) ?? configGate(job, params), () => configure(job, params));
  }
  if (type === 'delete') {
    return world.command(deleteGate(world, job), () => setJob(world, job, 'FINALIZE_MIGRATION', 'QUEUED'));
  }
  if (type === 'sync.confirm') {
    return world.command(confirmGate(world, job), () => setJob(world, job, 'DATA_SYNC', 'RUNNING'));
  }
  if (type === 'schedule.create') return scheduleCreate(world, job, params);
  return scheduleStop(world, job);
}

function deleteGate(world: World, job: Job): number | null {
  const active = activeGate(world, job, 661);
  if (active !== null) return active;
  const upgrade = world.upgradeGate(job.agent);
  if (upgrade !== null) return upgrade;
  if (world.agentActive(job.agent) && world.linkUnstable(job.agent)) return 693;
  return null;
}

function confirmGate(world: World, job: Job): number | null {
  if (!job.awaitingReview) return 620;
  const upgrade = world.upgradeGate(job.agent);
  if (upgrade !== null) return upgrade;
  if (!world.agentActive(job.agent)) return 689;
  if (world.linkUnstable(job.agent)) return 693;
  return null;
}

function create(world: World, id: string, job: Job | null, params: Params): Answer {
  if (job !== null) {
    const underWay = underWayGate(world, job);
    if (underWay !== null) return rejected(underWay);
  }
  return world.command(createGate(world, job, params), () => {
    if (job !== null) world.dropTimers(job);
    const fresh = newJob(world, id, params);
    world.jobs.set(id, fresh);
    setJob(world, fresh, 'CREATE_MIGRATION', 'QUEUED');
  });
}

function createGate(world: World, job: Job | null, params: Params): number | null {
  if (job !== null && exists(world, job)) return 505;
  const agent = param(params, 'agent') ?? '1';
  if (world.agent(agent) === null) return 502;
  const project = param(params, 'project');
  if (project !== undefined) {
    const found = world.project(project);
    if (found === null) return 800;
    if (found.deleting) return 661;
  }
  const upgrade = world.upgradeGate(agent);
  if (upgrade !== null) return upgrade;
  if (!world.agentActive(agent)) return 692;
  const config = configGate(null, params);
  if (config !== null) return config;
  if (world.linkUnstable(agent)) return 693;
  return null;
}

function newJob(world: World, id: string, params: Params): Job {
  world.creations += 1;
  const job: Job = {
    entity: `job:${id}`,
    phases: new Map(),
    agent: param(params, 'agent') ?? '1',
    project: param(params, 'project') ?? null,
    destination: param(params, 'destination') ?? null,
    transport: param(params, 'transport') ?? 'upload',
    sanitize: 'no',
    emptyFolders: 'off',
    syncDeletes: 'on',
    confluence: 'off',
    skipScanPeriod: 8,
    created: world.creations,
    files: 0,
    bytes: 0,
    scannedAt: null,
    started: null,
    skipScan: false,
    step: null,
    awaitingReview: false,
    everMigrated: false,
    schedule: null,
  };
  configure(job, params);
  return job;
}
