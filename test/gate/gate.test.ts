import { describe, expect, test } from 'vitest';
import { gate, gateOf, view, worldAfter } from '../../src/index.ts';
import { allSystems, gatesOf, told } from './gates.ts';

const viewAfter = (...steps: string[]) => view(worldAfter(['given ready', ...steps].join('\n')), 'job');
const ready = viewAfter();

describe('an answer', () => {
  test('of an accepted command has no code', () => {
    expect(gate('egnyte', ready)['scan.start']).toEqual({ allowed: true, reason: 'No gate refuses it.' });
  });
  test('of a refusal has the code, its name and a sentence', () => {
    expect(gate('egnyte', viewAfter('job scan.start'))['copy.start']).toEqual({
      allowed: false,
      code: 650,
      name: 'SCAN_INPROGRESS_ERR',
      reason: 'The scan is queued or running.',
    });
  });
  test('is there for every command of the entity', () => {
    const { job } = allSystems[0]?.entities ?? {};
    expect(Object.keys(gate('egnyte', ready))).toEqual(Object.keys(job?.commands ?? {}));
  });
  test('names a status that is none of those wanted', () => {
    const answer = gate('egnyte', viewAfter('job scan.start', 'job scan.stop'))['copy.start'];
    expect(answer?.reason).toBe('The scan is neither SUCCEEDED nor SKIPPED.');
  });
  test.each(allSystems)('of $name ends its sentence', (system) => {
    const reasons = gatesOf(system).flatMap(({ lifecycle, gate: of }) => {
      const blank = view(worldAfter([], { system: system.name as 'egnyte' }), `${lifecycle.kind}:1`);
      return Object.values(of(blank)).map(({ reason }) => reason);
    });
    expect(reasons.filter((reason) => !/^[A-Z].*[^.]\.$/.test(reason))).toEqual([]);
  });
});

describe('what a job keeps besides its phases is told by its facts', () => {
  const having = (facts: object) => gate('egnyte', { ...ready, facts: { ...ready.facts, ...facts } });
  const facts: [fact: object, command: string, code: number | string][] = [
    [{ destinationConflict: true }, 'scan.start', 632],
    [{ destinationForbidden: true }, 'copy.start', 643],
    [{ filesOverLimit: true }, 'sync.start', 629],
    [{ bytesOverLimit: true }, 'migrateData.start', 640],
    [{ activeJobsAtLimit: true }, 'permissions.start', 628],
    [{ linkUnstable: true }, 'scan.start', 693],
    [{ agentUpgrade: 'SCHEDULED' }, 'delete', 681],
    [{ schedulerEnabled: false }, 'schedule.create', 516],
    [{ sanitizeLocked: true }, 'schedule.create', 'accepted'],
    [{ sanitizeLocked: true }, 'config.update', 'accepted'],
  ];
  test.each(facts)('%j: %s', (fact, command, code) => {
    expect(told(having(fact)[command] as never)).toBe(String(code));
  });
  test('a True-Up that awaits review can be confirmed', () => {
    const steps = ['job sync.start', 'job sync.started', 'job sync.reviewRequired code=9080'];
    expect(gate('egnyte', viewAfter(...steps))['sync.confirm']?.allowed).toBe(true);
    expect(gate('egnyte', viewAfter(...steps.slice(0, 2)))['sync.confirm']?.code).toBe(620);
  });
  test('a creation asks for the agent at which the job stands', () => {
    const gone = { ...view(worldAfter('agent register version=3.20.0'), 'job'), agent: null };
    expect(gate('egnyte', gone).create?.code).toBe(502);
    expect(gate('egnyte', { ...gone, agent: 'INACTIVE' }).create?.code).toBe(692);
    expect(gate('egnyte', { ...gone, agent: 'ACTIVE' }).create?.allowed).toBe(true);
    const unstable = { ...gone, agent: 'ACTIVE', facts: { ...gone.facts, linkUnstable: true } };
    expect(gate('egnyte', unstable).create?.code).toBe(693);
  });
});

describe('what the view leaves open', () => {
  test('a refusal of which the view cannot tell the code has none', () => {
    const armed = view(worldAfter('given ready\nnode fault code=GETVS_FAILED', { system: 'mozilla-sync' }), 'storage');
    expect(gate('mozilla-sync', armed).info).toEqual({ allowed: false, reason: "A load balancer's fault is armed." });
  });
  test('what no view tells is held as usual', () => {
    const held = allSystems.flatMap((system) =>
      gatesOf(system).flatMap((each) => each.held.map((name) => `${system.name} ${each.lifecycle.kind} ${name}`)),
    );
    expect(held).toEqual([
      'egnyte agent versionBelowMinimum',
      'egnyte project nameTaken',
      'egnyte project newDestinationForbidden',
      'wildduck user addressIdTaken',
      'wildduck user idFits',
      'wildduck user idIsAddress',
      'wildduck session passwordShown',
      'wildduck session scopeDisabled',
      'wildduck session userHas2FA',
      'wildduck address forwardsToItself',
      'wildduck address idIsAddress',
      'wildduck address newValue',
      'wildduck address newValueTaken',
      'wildduck mailbox idIsPath',
      'wildduck mailbox idReserved',
      'mozilla-sync account passwordIsName',
      'mozilla-sync account strictUsernames',
      'mozilla-sync collection collectionNameFits',
      'mozilla-sync collection quotaMet',
      'mozilla-sync bso collectionNameFits',
      'mozilla-sync bso nameFits',
      'mozilla-sync batch appendingOverQuota',
      'mozilla-sync batch collectionNameFits',
      'mozilla-sync batch committingOverQuota',
    ]);
  });
});

describe('a view that is none', () => {
  const { phases, facts } = ready;
  const wrong: [what: string, view: unknown, message: RegExp][] = [
    ['nothing', undefined, /view\.entity is undefined/],
    ['of an unknown entity', { ...ready, entity: 'jobs:1' }, /view\.entity is "jobs"|view\.entity is "jobs:1"/],
    [
      'with phases that are no object',
      { ...ready, phases: 'RUNNING' },
      /view\.phases is "RUNNING"; it must be an object/,
    ],
    ['a phase too many', { ...ready, phases: { ...phases, SCANS: null } }, /view\.phases\.SCANS is unknown.*SCAN/],
    ['a status of no phase', { ...ready, phases: { ...phases, SCAN: 'RUNING' } }, /SCAN is "RUNING"; .*"RUNNING"/],
    ['an agent of no status', { ...ready, agent: 'GONE' }, /view\.agent is "GONE"; it is one of "ACTIVE"/],
    ['a fact too many', { ...ready, facts: { ...facts, linkStable: true } }, /view\.facts\.linkStable is unknown/],
    ['a value of no fact', { ...ready, facts: { ...facts, linkUnstable: 1 } }, /linkUnstable is 1; it is one of false/],
    ['a word that every object inherits', { ...ready, phases: { ...phases, SCAN: 'toString' } }, /SCAN is "toString"/],
  ];
  test.each(wrong)('%s', (_, given, message) => {
    const asking = () => gate('egnyte', given as never);
    expect(asking).toThrow(TypeError);
    expect(asking).toThrow(message);
  });
  test('of another entity', () => {
    expect(() => gateOf('egnyte', 'agent')(ready)).toThrow('gate: view.entity is "job:1", which is no agent');
  });
  test('a command that is none', () => {
    expect(() => gateOf('egnyte', 'job').ask('scan.strat' as never, ready)).toThrow(
      /a job has no command "scan.strat"/,
    );
  });
});

describe('one command', () => {
  test('is answered alike', () => {
    const job = gateOf('egnyte', 'job');
    const one = viewAfter('job scan.start');
    const all = job(one);
    for (const [command, answer] of Object.entries(all)) expect(job.ask(command as never, one)).toEqual(answer);
  });
  test('reads no more of the view than it needs', () => {
    const read: string[] = [];
    const recorded = new Proxy(ready.phases, {
      get(phases, name) {
        read.push(String(name));
        return phases[String(name)];
      },
    });
    const blank = gateOf('egnyte', 'job').ask('scan.start', {
      ...ready,
      phases: new Proxy(recorded, {
        get: (phases, name) => (name === 'CREATE_MIGRATION' ? null : phases[String(name)]),
      }),
    });
    expect(blank.code).toBe(2017);
    expect(read).toEqual([]);
  });
});
