import { machineOf } from '../../src/xstate/machine.ts';
import { wildduck } from './system.ts';

const { entities } = wildduck;

/** The XState machines of the WildDuck API, made from the same data as the engine. */
export const userMachine = machineOf(wildduck, entities.user);
export const sessionMachine = machineOf(wildduck, entities.session);
export const addressMachine = machineOf(wildduck, entities.address);
export const mailboxMachine = machineOf(wildduck, entities.mailbox);
export const messageMachine = machineOf(wildduck, entities.message);
export const aspMachine = machineOf(wildduck, entities.asp);
export const filterMachine = machineOf(wildduck, entities.filter);
export const fileMachine = machineOf(wildduck, entities.file);
export const aliasMachine = machineOf(wildduck, entities.alias);
export const dkimMachine = machineOf(wildduck, entities.dkim);
export const certMachine = machineOf(wildduck, entities.cert);
export const webhookMachine = machineOf(wildduck, entities.webhook);
