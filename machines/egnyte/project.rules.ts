import { type Condition, type Mark, numbered, type Refusal } from '../../src/define/index.ts';

const rule = (code: number, when: Condition, mark: Mark = 'S'): Omit<Refusal, 'gate'> => ({ code, when, mark });

const known: Condition = { CREATE_PROJECT: 'SUCCEEDED', DELETE_PROJECT: { not: 'SUCCEEDED' } };
const unknown = rule(800, { none: [known], called: 'the project is unknown' });
const deleting = rule(661, { deletion: 'underWay' });
const upgrading = [rule(680, { agentUpgrade: 'RUNNING' }), rule(681, { agentUpgrade: 'SCHEDULED' })];
const unstable = rule(693, { linkUnstable: true });
const scanning = rule(650, { SIMULATE_SCAN: ['RUNNING', 'PAUSED'] });

/** Why a project's command is refused; the first rule that holds decides (egnyte 5). */
export const projectRules = numbered({
  create: [
    deleting,
    rule(642, { any: [known, { nameTaken: true }], called: 'a project has that id or name' }),
    rule(502, { newAgentKnown: false }),
    rule(722, { newDestinationForbidden: true }),
  ],
  'simulateScan.start': [unknown, deleting, scanning, ...upgrading, rule(721, { agent: { not: 'ACTIVE' } }), unstable],
  splitJobs: [
    unknown,
    deleting,
    scanning,
    rule(723, { any: [{ SIMULATE_SCAN: { not: 'SUCCEEDED' } }, { recommendation: 'empty' }] }),
    rule(729, { recommendation: 'outdated' }),
  ],
  'validate.start': [
    unknown,
    deleting,
    rule(661, { VALIDATE_PROJECT: ['RUNNING', 'PAUSED', 'STOPPING'] }),
    ...upgrading,
    rule(726, { agent: { not: 'ACTIVE' } }),
    rule(728, { sanitize: null }),
    unstable,
  ],
  'validate.stop': [
    unknown,
    deleting,
    rule(620, { VALIDATE_PROJECT: { not: ['RUNNING', 'PAUSED'] } }),
    rule(693, { VALIDATE_PROJECT: 'RUNNING', linkUnstable: true }),
  ],
  'config.update': [
    unknown,
    deleting,
    rule(730, { anyJobActive: true }),
    rule(724, { config: 'wrong' }),
    rule(727, { sanitize: 'fly', $sanitize: ['no', 'source'] }),
  ],
  delete: [
    unknown,
    deleting,
    rule(699, { anyJob: true }),
    rule(661, {
      any: [{ SIMULATE_SCAN: ['RUNNING', 'PAUSED'] }, { VALIDATE_PROJECT: ['RUNNING', 'PAUSED', 'STOPPING'] }],
    }),
  ],
});
