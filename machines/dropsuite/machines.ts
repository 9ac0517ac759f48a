import { type MachineOf, machineOf } from '../../src/xstate/machine.ts';
import { dropsuite } from './system.ts';

type Entities = (typeof dropsuite)['entities'];

const { backup, migration, restore, download, credential, subscription } = dropsuite.entities;

/** The XState machines of Dropsuite, generated from the same data as everything else. */
export const backupMachine: MachineOf<Entities['backup']> = machineOf(dropsuite, backup);
export const migrationMachine: MachineOf<Entities['migration']> = machineOf(dropsuite, migration);
export const restoreMachine: MachineOf<Entities['restore']> = machineOf(dropsuite, restore);
export const downloadMachine: MachineOf<Entities['download']> = machineOf(dropsuite, download);
export const credentialMachine: MachineOf<Entities['credential']> = machineOf(dropsuite, credential);
export const subscriptionMachine: MachineOf<Entities['subscription']> = machineOf(dropsuite, subscription);
