export {
  type Answer,
  type GatingCheck,
  type GatingMatchers,
  type GatingReport,
  gatingMatchers,
  gatingReport,
  type Predicate,
} from './gating.ts';
export { type LawOptions, type LawResult, laws } from './laws.ts';
export { type ExpectedAnswer, type RepresentativeSituation, representatives } from './representatives.ts';
export { type ScenarioOptions, scenarios } from './scenarios.ts';
