import { machineOf } from '../../../../../src/xstate/machine.ts';
import { sampleProduct } from './system.ts';

/** The XState machines of the product, made from the same data as everything else. */
export const taskMachine = machineOf(sampleProduct, sampleProduct.entities.task);
