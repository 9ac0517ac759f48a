export { wildduck } from './system.ts';
