export { ScenarioError } from './error.ts';
export { readScenario, ScenarioReader } from './reader.ts';
export { stepsOf } from './stream.ts';
export { writeEvent, writeNdjson, writeScenario, writeStep } from './write.ts';
