export { refusals } from '../../src/xstate/inspect.ts';
export { refusal } from '../../src/xstate/refusal.ts';
export { accountMachine, managerMachine } from './machines.ts';
export { dovecot } from './system.ts';
