import { machineOf } from '../../src/xstate/machine.ts';
import { dropsuite } from './system.ts';

const { backup, migration, restore, download, credential, subscription } = dropsuite.entities;

/** The XState machines of Dropsuite, made from the same data as the engine. */
export const backupMachine = machineOf(dropsuite, backup);
export const migrationMachine = machineOf(dropsuite, migration);
export const restoreMachine = machineOf(dropsuite, restore);
export const downloadMachine = machineOf(dropsuite, download);
export const credentialMachine = machineOf(dropsuite, credential);
export const subscriptionMachine = machineOf(dropsuite, subscription);
