export { refusals } from '../../src/xstate/inspect.ts';
export { refusal } from '../../src/xstate/refusal.ts';
export {
  backupMachine,
  credentialMachine,
  downloadMachine,
  migrationMachine,
  restoreMachine,
  subscriptionMachine,
} from './machines.ts';
export { dropsuite } from './system.ts';
