import { describe, expect, it } from 'vitest';
import { changesOf, missed } from './run.ts';

const scheduled = ['given ready', 'domain set latest=4.0.0', 'job scan.start', 'agent upgrade'];
const begins = ['agent:1 AGENT_UPGRADE RUNNING', 'agent:1 AGENT INACTIVE'].sort();

/**
 * A scheduled upgrade begins as soon as the agent is ACTIVE and none of its jobs is occupied, at the end of that step.
 */
describe('a scheduled upgrade begins', () => {
  it.each<[what: string, lines: readonly string[], last: string, also: readonly string[]]>([
    ['when the scan is stopped', [], 'job scan.stop', ['job:1 SCAN STOPPED']],
    ['when it failed', [], 'job scan.failed code=3010', ['job:1 SCAN FAILED 3010']],
    ['when it succeeded', ['job scan.started'], 'job scan.succeeded', ['job:1 SCAN SUCCEEDED']],
    ['whatever the link', ['agent link.unstable'], 'job scan.stop', ['job:1 SCAN STOPPED']],
    ['whatever the version', ['domain set latest=1.0.0'], 'job scan.stop', ['job:1 SCAN STOPPED']],
  ])('%s', (_, lines, last, also) =>
    expect(changesOf(...scheduled, ...lines, last).sort()).toEqual([...begins, ...also].sort()),
  );

  it('when the last of several jobs is no longer occupied', () =>
    expect(
      missed(
        'given ready',
        'domain set latest=4.0.0',
        'job:2 create',
        'job scan.start',
        'agent upgrade => AGENT_UPGRADE:SCHEDULED',
        'job scan.stop => agent.AGENT_UPGRADE:SCHEDULED',
        'job:2 create.stopped => agent.AGENT_UPGRADE:RUNNING agent.AGENT:INACTIVE',
      ),
    ).toEqual([]));
  it('not while one of its jobs is being deleted', () =>
    expect(
      missed(
        'given ready',
        'domain set latest=4.0.0',
        'job delete',
        'agent upgrade => AGENT_UPGRADE:SCHEDULED',
        'job delete.started => agent.AGENT_UPGRADE:SCHEDULED',
        'job delete.succeeded => agent.AGENT_UPGRADE:RUNNING',
      ),
    ).toEqual([]));
  it('not for the job of another agent', () =>
    expect(
      missed(
        'given ready',
        'agent:2 register version=3.20.0',
        'domain set latest=4.0.0',
        'job:2 create agent=2',
        'agent upgrade => AGENT_UPGRADE:RUNNING',
      ),
    ).toEqual([]));
  it('not before the agent is back, and then at once', () =>
    expect(
      missed(
        ...scheduled,
        'agent disconnect',
        'job scan.stop => agent.AGENT_UPGRADE:SCHEDULED',
        'wait 1h => agent.AGENT_UPGRADE:SCHEDULED',
        'agent register version=4.0.0 => AGENT_UPGRADE:RUNNING AGENT:INACTIVE',
      ),
    ).toEqual([]));
  it('behind the phases that its agent resumes', () => {
    const paused = [
      'given ready',
      'agent speedTest.start',
      'project create',
      'project simulateScan.start',
      'domain set latest=4.0.0',
      'job scan.start',
      'agent upgrade',
      'agent disconnect',
      'job scan.stop',
    ];
    const changes = changesOf(...paused, 'agent register version=3.20.0');
    expect(changes.filter((change) => change.includes('SPEED_TEST'))).toEqual([
      'agent:1 SPEED_TEST RUNNING',
      'agent:1 SPEED_TEST PAUSED',
    ]);
    expect(changes.filter((change) => change.includes('SIMULATE_SCAN'))).toEqual([
      'project:1 SIMULATE_SCAN RUNNING',
      'project:1 SIMULATE_SCAN PAUSED',
    ]);
    expect(changes.filter((change) => change.includes(' AGENT '))).toEqual([
      'agent:1 AGENT ACTIVE',
      'agent:1 AGENT INACTIVE',
    ]);
    expect(changes).toContain('agent:1 AGENT_UPGRADE RUNNING');
  });
  it('with five minutes of its own', () =>
    expect(
      missed(
        ...scheduled,
        'wait 1h',
        'job scan.stop',
        'wait 299 => agent.AGENT_UPGRADE:RUNNING',
        'wait 1 => agent.AGENT_UPGRADE:TIMEOUT',
      ),
    ).toEqual([]));
});

describe('an upgrade that runs', () => {
  const running = ['given ready', 'domain set latest=4.0.0', 'agent upgrade'];

  it.each([
    ['the latest version', '4.0.0', 'SUCCEEDED'],
    ['a newer one', '4.0.1-beta', 'SUCCEEDED'],
    ['one before it', '4.0.0-beta', 'FAILED'],
    ['the one that it had', '3.20.0', 'FAILED'],
  ])('ends where the agent comes back with %s', (_, version, status) =>
    expect(missed(...running, `agent register version=${version} => AGENT:ACTIVE AGENT_UPGRADE:${status}`)).toEqual([]),
  );
  it('that has timed out does not end a second time', () =>
    expect(missed(...running, 'wait 5m', 'agent register version=4.0.0 => AGENT:ACTIVE AGENT_UPGRADE:TIMEOUT')).toEqual(
      [],
    ));
});
