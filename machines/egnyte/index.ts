export { agentMachine, jobMachine, projectMachine, scheduleMachine } from './machines.ts';
export { egnyte } from './system.ts';
