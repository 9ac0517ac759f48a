import type { Projection } from '../../src/define/index.ts';

/**
 * How a job's view supplies what gates read besides its phases and facts (egnyte 11). The plain form of `create` names
 * the agent that the job has.
 */
export const jobProjections: readonly Projection[] = [
  { ask: { destinationTaken: true, confluence: 'off' }, as: { destinationConflict: true } },
  { ask: { review: 'no' }, as: { awaitingReview: false } },
  { ask: { follows: 'sync' }, as: { SCHEDULE_JOB: ['RUNNING', 'PAUSED', 'STOPPING'], active: 'sync' } },
  { ask: { follows: 'migrateData' }, as: { SCHEDULE_JOB: ['RUNNING', 'PAUSED', 'STOPPING'], active: 'migrateData' } },
  { ask: { newAgentKnown: false }, as: { agent: null } },
  { ask: { newAgentActive: false }, as: { agent: { not: 'ACTIVE' } } },
  { ask: { newAgentUpgrade: 'RUNNING' }, as: { agentUpgrade: 'RUNNING' } },
  { ask: { newAgentUpgrade: 'SCHEDULED' }, as: { agentUpgrade: 'SCHEDULED' } },
  { ask: { newLinkUnstable: true }, as: { linkUnstable: true } },
];
