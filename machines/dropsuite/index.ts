export { dropsuite } from './system.ts';
