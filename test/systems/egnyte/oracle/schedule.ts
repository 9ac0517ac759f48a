import type { Answer, Params } from '../../../oracle/types.ts';
import { param } from '../../../oracle/types.ts';
import { armSchedule } from './follow.ts';
import { notFoundGate, underWayGate } from './jobstate.ts';
import { startGate, startWord, stopGate, stopWord } from './run.ts';
import type { Word } from './words.ts';
import { phaseOf } from './words.ts';
import type { Job, World } from './world.ts';

/** The schedule of a job, after gates L1 to L3 (egnyte 4). */

const day = 86400;

/** Seconds from now, or null if the start is missing or unreadable. */
function readStart(text: string | undefined): number | null {
  const match = /^\+(\d+)([smhd]?)$/.exec(text ?? '');
  if (match === null) return null;
  const number = Number(match[1]);
  if (match[2] === 'm') return number * 60;
  if (match[2] === 'h') return number * 3600;
  if (match[2] === 'd') return number * day;
  return number;
}

/** How often it runs, or null if that is not a whole number from 1 to 20. */
function readTimes(text: string | undefined): number | null {
  if (text === undefined) return 1;
  // open: a whole number is written in digits alone (`05` is five; `+5`, `5.0`, `1e1` are none)
  if (!/^\d+$/.test(text)) return null;
  const number = Number(text);
  return number >= 1 && number <= 20 ? number : null;
}

function readPeriod(frequency: string | undefined): number | null {
  if (frequency === 'once' || frequency === 'daily') return day;
  if (frequency === 'weekly') return 7 * day;
  if (frequency === 'monthly') return 30 * day;
  return null;
}

function createGate(world: World, job: Job, params: Params): number | null {
  if (world.is(job, 'SCHEDULE_JOB', 'CREATED', 'RUNNING', 'PAUSED', 'STOPPING')) return 511;
  const agent = world.agent(job.agent);
  if (agent !== null && !agent.scheduler) return 516;
  if (readPeriod(param(params, 'frequency')) === null) return 514;
  if (readTimes(param(params, 'times')) === null) return 513;
  if ((readStart(param(params, 'start')) ?? 0) <= 0) return 515;
  const sanitize = param(params, 'sanitize');
  if (sanitize !== undefined && job.sanitize === 'always-fly' && sanitize !== 'always-fly') return 519;
  return null;
}

export function scheduleCreate(world: World, job: Job, params: Params): Answer {
  return world.command(createGate(world, job, params), () => {
    const frequency = param(params, 'frequency');
    const times = readTimes(param(params, 'times')) ?? 1;
    job.schedule = {
      start: world.now + (readStart(param(params, 'start')) ?? 0),
      period: readPeriod(frequency) ?? day,
      runsLeft: frequency === 'once' ? 1 : times,
      follows: null,
      word: null,
    };
    world.set(job, 'SCHEDULE_JOB', 'CREATED');
    armSchedule(world, job);
  });
}

export function scheduleStop(world: World, job: Job): Answer {
  if (world.is(job, 'SCHEDULE_JOB', 'CREATED')) {
    return world.command(null, () => {
      world.set(job, 'SCHEDULE_JOB', 'STOPPED');
    });
  }
  const word = job.schedule?.word ?? null;
  if (word !== null && world.is(job, 'SCHEDULE_JOB', 'RUNNING', 'PAUSED')) {
    return world.command(stopGate(world, job, word), () => stopWord(world, job, word));
  }
  return world.command(620, () => undefined);
}

/** The start time has come: the control plane passes the same gates as a user. */
export function startSchedule(world: World, job: Job): void {
  const schedule = job.schedule;
  if (schedule === null || !world.is(job, 'SCHEDULE_JOB', 'CREATED')) return;
  const word: Word = job.everMigrated ? 'sync' : 'migrateData';
  const gate = notFoundGate(world, job) ?? underWayGate(world, job) ?? startGate(world, job, word);
  schedule.runsLeft -= 1;
  const answer = world.command(gate, () => {
    schedule.word = word;
    schedule.follows = phaseOf(word);
    world.set(job, 'SCHEDULE_JOB', 'RUNNING');
    startWord(world, job, word, undefined);
  });
  if (answer.outcome === 'rejected') world.set(job, 'SCHEDULE_JOB', 'FAILED', answer.code);
}
