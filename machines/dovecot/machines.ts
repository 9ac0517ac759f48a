import { machineOf } from '../../src/xstate/machine.ts';
import { dovecot } from './system.ts';

/** The XState machines of Dovecot dsync migrations, made from the same data as the engine. */
export const managerMachine = machineOf(dovecot, dovecot.entities.manager);
export const accountMachine = machineOf(dovecot, dovecot.entities.account);
