export { type Answer, type Gate, gateFrom, type SeenEntity } from './gate.ts';
