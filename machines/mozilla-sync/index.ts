export { mozillaSync } from './system.ts';
