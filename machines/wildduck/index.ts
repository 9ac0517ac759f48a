export { refusals } from '../../src/xstate/inspect.ts';
export { refusal } from '../../src/xstate/refusal.ts';
export {
  addressMachine,
  aliasMachine,
  aspMachine,
  certMachine,
  dkimMachine,
  fileMachine,
  filterMachine,
  mailboxMachine,
  messageMachine,
  sessionMachine,
  userMachine,
  webhookMachine,
} from './machines.ts';
export { wildduck } from './system.ts';
