export { dovecot } from './system.ts';
