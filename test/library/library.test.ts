import { expect, test } from 'vitest';
import { catalogue, explain, judge, ScenarioError, simulate, view, worldAfter } from '../../src/index.ts';

const outcomes = (results: Iterable<{ outcome: string; error?: { code: unknown } }>): unknown[] =>
  [...results].map(({ outcome, error }) => error?.code ?? outcome);

test('simulate takes steps as objects', () => {
  const results = simulate([{ given: 'ready' }, { to: 'job', type: 'scan.start' }, { to: 'job', type: 'copy.start' }]);
  expect(outcomes(results).slice(-2)).toEqual(['accepted', 650]);
});

test('simulate takes a scenario as text', () => {
  expect(outcomes(simulate('given ready\njob scan.start\njob copy.start => 651')).slice(-2)).toEqual(['accepted', 650]);
});

test('a missed expectation stands in the result', () => {
  expect([...simulate('given ready\njob scan.stop => accepted')].at(-1)?.missed).toEqual(['accepted']);
});

test('simulate answers each step before the next is given', () => {
  const asked: string[] = [];
  function* steps() {
    for (const type of ['scan.start', 'scan.stop'] as const) {
      asked.push(type);
      yield { to: 'job', type } as const;
    }
  }
  const results = simulate(steps());
  results.next();
  expect(asked).toEqual(['scan.start']);
});

test('simulate takes steps as they come', async () => {
  async function* steps() {
    yield { given: 'ready' } as const;
    yield { to: 'job', type: 'copy.start' } as const;
  }
  const results: unknown[] = [];
  for await (const { outcome } of simulate(steps())) results.push(outcome);
  expect(results.at(-1)).toBe('accepted');
});

test('a text that cannot be read is refused before any step', () => {
  expect(() => simulate('given ready\njbo scan.start')).toThrow(ScenarioError);
});

test('judge answers without carrying out, and says why in words', () => {
  const world = worldAfter('given ready\njob sync.start\njob sync.started\nagent disconnect');
  const ask = () => judge('egnyte', world, { to: 'job', type: 'copy.start' });
  expect(ask()).toEqual({
    accepted: false,
    code: 671,
    name: 'SYNC_STOP_REQUIRED_ERR',
    reason: 'True-Up is paused or suspended',
    mark: 'S',
  });
  expect(ask()).toEqual(ask());
  expect(judge('egnyte', world, { to: 'job', type: 'sync.stop' })).toEqual({ accepted: true });
});

test('an entity that nothing is known of can be asked about', () => {
  expect(judge('egnyte', worldAfter([]), { to: 'job:9', type: 'scan.start' })).toMatchObject({ code: 2017 });
});

test('a view has every phase, the agent and the facts', () => {
  const { entity, phases, agent, facts } = view(worldAfter('given ready\njob scan.start'), 'job');
  expect(entity).toBe('job:1');
  expect(Object.keys(phases)).toHaveLength(13);
  expect(phases).toMatchObject({ SCAN: 'QUEUED', DATA_SYNC: null });
  expect(agent).toBe('ACTIVE');
  expect(facts).toEqual({
    active: 'scan',
    awaitingReview: false,
    agentUpgrade: null,
    linkUnstable: false,
    destinationConflict: false,
    destinationForbidden: false,
    filesOverLimit: false,
    bytesOverLimit: false,
    activeJobsAtLimit: false,
    schedulerEnabled: true,
    sanitizeLocked: false,
  });
});

test("an agent's view, and a project's", () => {
  const world = worldAfter('given ready\nproject create name=P agent=1 destination=/P');
  expect(view(world, 'agent').facts).toEqual({
    linkUnstable: false,
    upToDate: true,
    scanSourceSupported: true,
    anyJobExists: true,
    anyJobOccupied: false,
  });
  expect(view(world, 'project')).toMatchObject({
    agent: 'ACTIVE',
    facts: {
      agentUpgrade: null,
      linkUnstable: false,
      deleting: false,
      recommendation: null,
      sanitize: null,
      anyJob: false,
      anyJobActive: false,
    },
  });
});

test('the catalogue has every row', () => {
  expect(catalogue('egnyte')).toHaveLength(381);
});

test('explain gives each row of a code that stands twice', () => {
  expect(explain('egnyte', 500).map(({ name }) => name)).toEqual(['Service', 'ERR_POST_CONFIG_FILE_GET']);
  expect(explain('egnyte', 'NOERRORCODE')[0]).toMatchObject({ code: 0, kind: 'informational', scenario: null });
});
