import { machineOf } from '../../src/xstate/machine.ts';
import { mozillaSync } from './system.ts';

const { account, storage, collection, bso, batch, node, server } = mozillaSync.entities;

/** The XState machines of Mozilla Sync, made from the same data as the engine. */
export const accountMachine = machineOf(mozillaSync, account);
export const storageMachine = machineOf(mozillaSync, storage);
export const collectionMachine = machineOf(mozillaSync, collection);
export const bsoMachine = machineOf(mozillaSync, bso);
export const batchMachine = machineOf(mozillaSync, batch);
export const nodeMachine = machineOf(mozillaSync, node);
export const serverMachine = machineOf(mozillaSync, server);
