export { refusals } from '../../src/xstate/inspect.ts';
export { refusal } from '../../src/xstate/refusal.ts';
export { agentMachine, jobMachine, projectMachine, scheduleMachine } from './machines.ts';
export { egnyte } from './system.ts';
