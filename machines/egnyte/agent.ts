import type { Lifecycle } from '../../src/define/index.ts';
import { agentChart } from './agent.chart.ts';
import { agentFacts } from './agent.facts.ts';
import { agentRules } from './agent.rules.ts';
import { agentRegister, reasonFor } from './params.ts';
import { agentPhases } from './phases.ts';

export const agent = {
  kind: 'agent',
  chart: agentChart,
  phases: agentPhases,
  commands: {
    register: {
      says: 'the agent connects and names its version',
      params: agentRegister,
      plain: { version: '3.20.0' },
    },
    deactivate: {
      says: 'takes the agent out of service for good',
      params: { role: { is: { one: ['agent', 'master'] }, default: 'agent' } },
    },
    delete: { says: 'deletes a deactivated agent: its id is free again' },
    upgrade: { says: 'brings the agent to the latest version, or plans to' },
    retire: { says: 'tells the agent to remove itself' },
    'scanSource.start': { says: 'takes a snapshot of the source' },
    'speedTest.start': { says: 'measures the speed of the connection' },
    'speedTest.stop': { says: 'stops the speed test' },
  },
  reports: {
    disconnect: { says: 'the agent has gone offline' },
    'link.unstable': { says: 'messages to the agent get lost' },
    'link.stable': { says: 'messages to the agent arrive' },
    'scanSource.succeeded': {
      says: 'the snapshot is taken',
      params: { snapshot: { is: { one: ['missing'] } } },
    },
    'scanSource.failed': {
      says: 'the source scan failed, for the reason given',
      params: { code: reasonFor('a source scan fails') },
    },
    'speedTest.succeeded': { says: 'the speed is measured' },
    'speedTest.failed': {
      says: 'the speed test failed, for the reason given',
      params: { code: reasonFor('a speed test fails') },
    },
    'speedTest.stopped': { says: 'the speed test has stopped' },
    'retire.confirmed': { says: 'the agent says that it removes itself' },
  },
  internal: {
    'upgrade.begin': { says: 'the agent is ACTIVE and none of its jobs is occupied', causedBy: ['job scan.stop'] },
  },
  rules: agentRules,
  facts: agentFacts,
  unreachable: [
    /** A job needs a known agent to be created, and an agent with jobs is not deleted. */
    { AGENT: [null, 'DELETED'], anyJobOccupied: true },
    /** An upgrade waits until no job is occupied, and refuses whatever would occupy one. */
    { AGENT_UPGRADE: 'RUNNING', anyJobOccupied: true },
  ],
  is: { known: { AGENT: { not: [null, 'DELETED'] } } },
  words: {
    AGENT: 'the agent',
    AGENT_UPGRADE: 'its upgrade',
    AGENT_RETIRE: 'its retirement',
    SCAN_SOURCE: 'the source scan',
    SPEED_TEST: 'the speed test',
    confirmed: { yes: 'it has confirmed', no: 'it has not confirmed' },
    $role: { master: 'the role given is master' },
  },
} as const satisfies Lifecycle;
