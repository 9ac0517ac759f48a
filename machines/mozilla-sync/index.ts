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
