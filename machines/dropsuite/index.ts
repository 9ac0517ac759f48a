export {
  backupMachine,
  credentialMachine,
  downloadMachine,
  migrationMachine,
  restoreMachine,
  subscriptionMachine,
} from './machines.ts';
export { dropsuite } from './system.ts';
