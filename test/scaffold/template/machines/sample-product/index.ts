export { taskMachine } from './machines.ts';
export { sampleProduct } from './system.ts';
