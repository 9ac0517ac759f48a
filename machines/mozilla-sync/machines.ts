import { type MachineOf, machineOf } from '../../src/xstate/machine.ts';
import { mozillaSync } from './system.ts';

type Entities = (typeof mozillaSync)['entities'];

const { account, storage, collection, bso, batch, node, server } = mozillaSync.entities;

/** The XState machines of Mozilla Sync, generated from the same data as everything else. */
export const accountMachine: MachineOf<Entities['account']> = machineOf(mozillaSync, account);
export const storageMachine: MachineOf<Entities['storage']> = machineOf(mozillaSync, storage);
export const collectionMachine: MachineOf<Entities['collection']> = machineOf(mozillaSync, collection);
export const bsoMachine: MachineOf<Entities['bso']> = machineOf(mozillaSync, bso);
export const batchMachine: MachineOf<Entities['batch']> = machineOf(mozillaSync, batch);
export const nodeMachine: MachineOf<Entities['node']> = machineOf(mozillaSync, node);
export const serverMachine: MachineOf<Entities['server']> = machineOf(mozillaSync, server);
