export {
  type Answer,
  type EntityOf,
  type GatingCheck,
  type GatingMatchers,
  type GatingReport,
  gatingMatchers,
  gatingReport,
  type Predicate,
} from './gating.ts';
export { type ScenarioOptions, scenarios } from './scenarios.ts';
