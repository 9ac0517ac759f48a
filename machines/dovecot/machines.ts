import { type MachineOf, machineOf } from '../../src/xstate/machine.ts';
import { dovecot } from './system.ts';

type Entities = (typeof dovecot)['entities'];

/** The XState machines of Dovecot dsync migrations, generated from the same data as everything else. */
export const managerMachine: MachineOf<Entities['manager']> = machineOf(dovecot, dovecot.entities.manager);
export const accountMachine: MachineOf<Entities['account']> = machineOf(dovecot, dovecot.entities.account);
