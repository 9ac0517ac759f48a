import { type Condition, type Mark, numbered, type Refusal } from '../../src/define/index.ts';

const rule = (code: number, when: Condition, mark: Mark = 'S'): Omit<Refusal, 'gate'> => ({ code, when, mark });

const unknown = rule(502, { all: [{ AGENT: [null, 'DELETED'] }], called: 'the agent is unknown' });
const deactivated = rule(862, { AGENT: 'DEACTIVATED' });
const upgrading = [rule(680, { AGENT_UPGRADE: 'RUNNING' }), rule(681, { AGENT_UPGRADE: 'SCHEDULED' })];
const notActive = (code: number): Omit<Refusal, 'gate'> => rule(code, { AGENT: { not: 'ACTIVE' } });
const unstable = (code: number): Omit<Refusal, 'gate'> => rule(code, { linkUnstable: true });
const occupied = rule(661, { anyJobOccupied: true });

/** Why an agent's command is refused; the first rule that holds decides (egnyte 3). */
export const agentRules = numbered({
  register: [
    rule(863, { versionGiven: 'missing' }),
    rule(865, { versionGiven: 'unreadable' }),
    rule(864, { versionBelowMinimum: true }),
    deactivated,
    rule(856, { AGENT: 'ACTIVE' }),
  ],
  deactivate: [unknown, rule(621, { $role: 'master' }), deactivated, ...upgrading, occupied],
  delete: [unknown, rule(679, { AGENT: { not: 'DEACTIVATED' } }), rule(625, { anyJobExists: true })],
  upgrade: [
    unknown,
    deactivated,
    ...upgrading,
    notActive(693),
    rule(1011, { upToDate: true }),
    rule(696, { SCAN_SOURCE: 'RUNNING' }),
    unstable(693),
  ],
  retire: [
    unknown,
    deactivated,
    ...upgrading,
    rule(661, { AGENT_RETIRE: 'RUNNING' }),
    notActive(693),
    occupied,
    unstable(693),
  ],
  'scanSource.start': [
    unknown,
    deactivated,
    ...upgrading,
    rule(696, { SCAN_SOURCE: ['RUNNING', 'PAUSED'] }),
    notActive(695),
    rule(9040, { scanSourceSupported: false }),
    unstable(694),
  ],
  'speedTest.start': [
    unknown,
    deactivated,
    ...upgrading,
    rule(1160, { SPEED_TEST: ['RUNNING', 'PAUSED', 'STOPPING'] }),
    notActive(693),
    unstable(693),
  ],
  'speedTest.stop': [
    unknown,
    deactivated,
    rule(620, { SPEED_TEST: { not: ['RUNNING', 'PAUSED'] } }),
    rule(693, { SPEED_TEST: 'RUNNING', linkUnstable: true }),
  ],
});
