import { type MachineOf, machineOf } from '../../src/xstate/machine.ts';
import { wildduck } from './system.ts';

type Entities = (typeof wildduck)['entities'];

const { entities } = wildduck;

/** The XState machines of the WildDuck API, generated from the same data as everything else. */
export const userMachine: MachineOf<Entities['user']> = machineOf(wildduck, entities.user);
export const sessionMachine: MachineOf<Entities['session']> = machineOf(wildduck, entities.session);
export const addressMachine: MachineOf<Entities['address']> = machineOf(wildduck, entities.address);
export const mailboxMachine: MachineOf<Entities['mailbox']> = machineOf(wildduck, entities.mailbox);
export const messageMachine: MachineOf<Entities['message']> = machineOf(wildduck, entities.message);
export const aspMachine: MachineOf<Entities['asp']> = machineOf(wildduck, entities.asp);
export const filterMachine: MachineOf<Entities['filter']> = machineOf(wildduck, entities.filter);
export const fileMachine: MachineOf<Entities['file']> = machineOf(wildduck, entities.file);
export const aliasMachine: MachineOf<Entities['alias']> = machineOf(wildduck, entities.alias);
export const dkimMachine: MachineOf<Entities['dkim']> = machineOf(wildduck, entities.dkim);
export const certMachine: MachineOf<Entities['cert']> = machineOf(wildduck, entities.cert);
export const webhookMachine: MachineOf<Entities['webhook']> = machineOf(wildduck, entities.webhook);
