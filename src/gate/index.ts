export {
  type Answer,
  type Gate,
  gateFrom,
  type PartialAnswer,
  type PartlySeenEntity,
  type SeenEntity,
} from './gate.ts';
