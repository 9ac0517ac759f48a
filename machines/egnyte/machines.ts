import { type MachineOf, machineOf } from '../../src/xstate/machine.ts';
import { schedule } from './schedule.lifecycle.ts';
import { egnyte } from './system.ts';

type Entities = (typeof egnyte)['entities'];

/** The XState machines of the Egnyte Migration App, generated from the same data as everything else. */
export const jobMachine: MachineOf<Entities['job']> = machineOf(egnyte, egnyte.entities.job);
export const agentMachine: MachineOf<Entities['agent']> = machineOf(egnyte, egnyte.entities.agent);
export const projectMachine: MachineOf<Entities['project']> = machineOf(egnyte, egnyte.entities.project);
/** The schedule of a job by itself; in `jobMachine` it is the region SCHEDULE_JOB. */
export const scheduleMachine = machineOf(egnyte, schedule);
