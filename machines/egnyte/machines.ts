import { machineOf } from '../../src/xstate/machine.ts';
import { schedule } from './schedule.lifecycle.ts';
import { egnyte } from './system.ts';

/** The XState machines of the Egnyte Migration App, made from the same data as the engine. */
export const jobMachine = machineOf(egnyte, egnyte.entities.job);
export const agentMachine = machineOf(egnyte, egnyte.entities.agent);
export const projectMachine = machineOf(egnyte, egnyte.entities.project);
/** The schedule of a job on its own; in `jobMachine` it is the region SCHEDULE_JOB. */
export const scheduleMachine = machineOf(egnyte, schedule);
