import type { Job, World } from './world.ts';

/** A running schedule follows the phase of the command that it gave (egnyte 4). */
export function follow(world: World, job: Job, phase: string, status: string, error?: number): void {
  const schedule = job.schedule;
  if (schedule === null || schedule.follows !== phase) return;
  if (status === 'QUEUED' || status === 'RUNNING' || status === 'SUSPENDED') {
    world.set(job, 'SCHEDULE_JOB', 'RUNNING');
  } else if (status === 'PAUSED' || status === 'STOPPING') {
    world.set(job, 'SCHEDULE_JOB', status);
  } else if (status === 'STOPPED') {
    schedule.follows = null;
    world.set(job, 'SCHEDULE_JOB', 'STOPPED');
  } else if (status === 'FAILED') {
    schedule.follows = null;
    world.set(job, 'SCHEDULE_JOB', 'FAILED', error);
  } else if (status === 'SUCCEEDED') {
    schedule.follows = null;
    // open: a success despite a stop of the schedule counts as a success, so the next run is still planned
    if (schedule.runsLeft > 0) {
      world.set(job, 'SCHEDULE_JOB', 'CREATED');
      armSchedule(world, job);
    } else {
      world.set(job, 'SCHEDULE_JOB', 'SUCCEEDED');
    }
  }
}

/** The next start: the first of start + k·period that is later than now. */
export function armSchedule(world: World, job: Job): void {
  const schedule = job.schedule;
  if (schedule === null) return;
  let due = schedule.start;
  if (due <= world.now) due += (Math.floor((world.now - due) / schedule.period) + 1) * schedule.period;
  world.arm(job, 'SCHEDULE_JOB', due, () => world.startSchedule(job));
}
