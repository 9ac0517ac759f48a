export { refusals } from '../../src/xstate/inspect.ts';
export { refusal } from '../../src/xstate/refusal.ts';
export {
  accountMachine,
  batchMachine,
  bsoMachine,
  collectionMachine,
  nodeMachine,
  serverMachine,
  storageMachine,
} from './machines.ts';
export { mozillaSync } from './system.ts';
