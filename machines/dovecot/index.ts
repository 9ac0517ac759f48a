export { accountMachine, managerMachine } from './machines.ts';
export { dovecot } from './system.ts';
