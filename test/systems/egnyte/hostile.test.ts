import { describe, expect, it } from 'vitest';
import { egnyte } from '../../../machines/egnyte/index.ts';
import { Simulator } from '../../../src/engine/simulate.ts';
import type { Step } from '../../../src/model/index.ts';
import { readScenario, ScenarioError, writeNdjson } from '../../../src/scenario/index.ts';
import { answerTo, changesOf, missed, run } from './run.ts';

/** Words that every object inherits. */
const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];

const back = 'agent register version=3.20.0';

/** A scenario with every kind of entity, in which all ids, names and paths are one word. */
const life = (word: string): string[] => [
  `agent:${word} register version=3.20.0`,
  `project:${word} create name=${word} agent=${word} destination=${word}`,
  `project:second create name=${word} agent=${word}`,
  `job:${word} create agent=${word} project=${word} destination=${word}`,
  `job:${word} create.started`,
  `job:${word} create.succeeded`,
  `job:${word} scan.started`,
  `job:second create agent=${word} destination=${word}`,
  `job:second create.started`,
  `job:second create.succeeded`,
  `job:second scan.skipped`,
  `job:second copy.start`,
  `domain destination.forbidden path=${word}`,
  `project:third create agent=${word} destination=${word}/below`,
  `project:${word} delete`,
  `agent:${word} disconnect`,
  `agent:${word} register version=3.20.0`,
  `job:${word} schedule.create start=+1h frequency=daily`,
  'wait 1h',
  `agent:${word} deactivate`,
];

describe.each(inherited)('%s is a word like any other', (word) => {
  it('as an id, a name and a path', () => {
    const plain = JSON.stringify(run(...life('plain')));
    expect(JSON.stringify(run(...life(word)))).toBe(plain.replaceAll('plain', word));
  });
  it('in NDJSON', () => {
    const steps = readScenario(egnyte, life(word).join('\n'));
    const lines = steps.map(writeNdjson).join('\n');
    expect(readScenario(egnyte, lines)).toEqual(steps);
  });
  it.each(['agent', 'job', 'project', 'domain'])('as an event of %s: unknown', (kind) =>
    expect(answerTo('given ready', `${kind} ${word}`)).toBe(620),
  );
  it('as an event with parameters of its own', () => expect(answerTo(`job ${word} ${word}=${word}`)).toBe(620));
  it('as an agent or a project that does not exist: unknown', () => {
    expect(answerTo(back, `job create agent=${word}`)).toBe(502);
    expect(answerTo(back, `job create project=${word}`)).toBe(800);
    expect(answerTo(back, `project create agent=${word}`)).toBe(502);
    expect(answerTo(`agent:${word} upgrade`)).toBe(502);
    expect(answerTo(`project:${word} delete`)).toBe(800);
    expect(answerTo(`job:${word} delete`)).toBe(2017);
  });
  it('as a key: unknown', () => {
    expect(answerTo(back, `job create ${word}=on`)).toBe(724);
    expect(answerTo('given ready', `job config.update ${word}=on`)).toBe(724);
    expect(answerTo('given ready', 'project create', `project config.update ${word}=no`)).toBe(724);
    expect(answerTo('given ready', 'project create', `project config.update sanitize=no ${word}=no`)).toBe(724);
  });
  it.each(['job scan.start', 'domain set', 'agent register version=1.0.0', 'job scan.succeeded', 'project create'])(
    'as a key of %s, which has others: malformed',
    (line) => expect(() => run(`${line} ${word}=1`)).toThrow(ScenarioError),
  );
  it('as a value: not in the table', () => {
    expect(answerTo(back, `job create sanitize=${word}`)).toBe(724);
    expect(answerTo(back, `job create transport=${word}`)).toBe(724);
    expect(answerTo('given ready', `job config.update confluence=${word}`)).toBe(724);
    expect(answerTo('given ready', 'project create', `project config.update sanitize=${word}`)).toBe(724);
    expect(answerTo('given ready', `job schedule.create start=+1h frequency=${word}`)).toBe(514);
    expect(answerTo('given ready', `job schedule.create start=+1h frequency=once times=${word}`)).toBe(513);
    expect(answerTo('given ready', `job schedule.create start=${word} frequency=once`)).toBe(515);
    expect(answerTo(`agent register version=${word}`)).toBe(865);
  });
  it('changes no other object', () => {
    run(...life(word), `job config.update ${word}=polluted`);
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('paths of any text', () => {
  const json = (to: string, type: string, params: object = {}): string => JSON.stringify({ to, type, ...params });
  const exists = ['create.started', 'create.succeeded', 'scan.skipped'];
  /** Whether a second job with that path conflicts with a first one. */
  const conflict = (one: string, other: string): number | string | undefined =>
    answerTo(
      json('agent', 'register', { version: '3.20.0' }),
      json('job:1', 'create', { destination: one }),
      ...exists.map((event) => json('job:1', event)),
      json('job:2', 'create', { destination: other }),
      ...exists.map((event) => json('job:2', event)),
      json('job:2', 'permissions.start'),
    );
  const megabyte = `/${'Ä'.repeat(1_000_000)}`;

  it.each<[what: string, one: string, other: string, answer: number | string]>([
    ['a lone surrogate', '/\ud800', '/\ud800', 632],
    ['two lone surrogates that differ', '/\ud800', '/\udc00', 'accepted'],
    ['a pair and its first half', '/\u{1f600}', '/\ud83d', 'accepted'],
    ['nothing at all, which is a path too', '', '', 632],
    ['nothing and a slash', '', '/', 632],
    ['a slash and two', '/', '//', 'accepted'],
    ['letters beyond ASCII in both cases', '/Ä', '/ä', 632],
    ['a line break', '/a\nb', '/A\nB/', 632],
    ['what a pattern would read', '/.*', '/ab', 'accepted'],
    ['a megabyte', megabyte, megabyte.toLowerCase(), 632],
    ['a megabyte and a slash', megabyte, `${megabyte}/`, 632],
    ['a megabyte and a letter', megabyte, `${megabyte}ä`, 'accepted'],
  ])('conflict: %s', (_, one, other, answer) => expect(conflict(one, other)).toBe(answer));

  it.each<[what: string, said: string, path: string, answer: number | string]>([
    ['a lone surrogate', '/\ud800', '/\ud800/x', 722],
    ['half of a pair', '/\ud83d', '/\u{1f600}', 'accepted'],
    ['a megabyte', megabyte, `${megabyte}/below`, 722],
    ['a megabyte, and what only begins like it', megabyte, `${megabyte}below`, 'accepted'],
    ['the root', '/', '/anything', 722],
  ])('forbidden: %s', (_, said, path, answer) =>
    expect(
      answerTo(
        json('agent', 'register', { version: '3.20.0' }),
        json('domain', 'destination.forbidden', { path: said }),
        json('project', 'create', { destination: path }),
      ),
    ).toBe(answer),
  );

  it.each([
    ['below what is forbidden', ['forbidden /a', 'allowed /A/b'], '/a/B/c', 'accepted'],
    ['below what is allowed', ['allowed /a', 'forbidden /a/b/'], '/a/b/c', 722],
    ['before what is said of the whole', ['allowed /a/b', 'forbidden /a'], '/a/b/c', 722],
    ['and once more of the whole', ['forbidden /a', 'allowed /a/b', 'forbidden /a/'], '/a/b/c', 722],
    ['of the same path', ['forbidden /a', 'allowed /A/'], '/a', 'accepted'],
    ['of its neighbour', ['forbidden /a'], '/ab', 'accepted'],
  ])('the last word counts: %s', (_, said, path, answer) => {
    const lines = said.map((words) => `domain destination.${words.replace(' ', ' path=')}`);
    expect(answerTo(back, ...lines, `project create destination=${path}`)).toBe(answer);
  });

  it('a thousand settings of one path have the effect of one', () => {
    const simulator = new Simulator(egnyte);
    for (let count = 0; count < 1000; count += 1) {
      const type = count % 2 === 0 ? 'destination.forbidden' : 'destination.allowed';
      simulator.run({ kind: 'domain', id: '1', type, params: { path: count % 3 === 0 ? '/A' : '/a/' } });
    }
    expect(simulator.world.find('domain', '1')?.data.paths).toEqual([{ path: '/a', forbidden: false }]);
  });
});

describe('numbers of fifteen digits', () => {
  const most = '999999999999999';

  it.each([
    ['files', 'maxFiles', 629],
    ['bytes', 'maxBytes', 640],
  ])('%s are counted exactly', (counted, limit, code) => {
    const scanned = ['given ready', 'job scan.start', 'job scan.started', `job scan.succeeded ${counted}=${most}`];
    expect(answerTo(...scanned, `domain set ${limit}=${most}`, 'job sync.start')).toBe('accepted');
    expect(answerTo(...scanned, `domain set ${limit}=999999999999998`, 'job sync.start')).toBe(code);
  });
  it('a wait may be that long, and timers fire during it', () =>
    expect(missed(back, 'agent scanSource.start', `wait ${most} => 697`)).toEqual([]));
  it('a schedule may begin that late', () =>
    expect(
      missed(
        'given ready',
        `job schedule.create start=+${most} frequency=once`,
        'wait 999999999999998 => job.SCHEDULE_JOB:CREATED',
        'wait 1 => job.SCHEDULE_JOB:RUNNING',
      ),
    ).toEqual([]));
  it('no reason has them', () =>
    expect(answerTo('given ready', 'job scan.start', `job scan.failed code=${most}`)).toBe('ignored'));
  it('times are out of range', () =>
    expect(answerTo('given ready', `job schedule.create start=+1 frequency=daily times=${most}`)).toBe(513));
  it('a version may have them', () => {
    expect(answerTo(`agent register version=${most}.0.0`)).toBe('accepted');
    expect(answerTo(`domain set minVersion=${most}0.0.1`, `agent register version=${most}0.0.0`)).toBe(864);
  });

  it('a leading zero changes nothing', () => {
    expect(answerTo('given ready', 'job scan.start', 'job scan.failed code=03010')).toBe('applied');
    const simulated = [back, 'project create', 'project simulateScan.start'];
    expect(answerTo(...simulated, 'project simulateScan.succeeded jobs=00', 'project splitJobs')).toBe(723);
    const scanned = ['given ready', 'job scan.start', 'job scan.started', 'job scan.succeeded files=008'];
    expect(answerTo(...scanned, 'domain set maxFiles=007', 'job sync.start')).toBe(629);
    expect(answerTo('given ready', 'job schedule.create start=+01h frequency=daily times=05')).toBe('accepted');
  });

  it('fifteen leading zeros change nothing', () => {
    const zeros = '0'.repeat(15);
    expect(answerTo('given ready', 'job scan.start', `job scan.failed code=${zeros}3010`)).toBe('applied');
    const plan = (times: string) => answerTo('given ready', `job schedule.create start=+1h frequency=daily ${times}`);
    expect(plan(`times=${zeros}5`)).toBe('accepted');
    expect(plan(`times=${zeros}21`)).toBe(513);
    expect(answerTo('given ready', `job:2 create skipScanPeriod=${zeros}720`)).toBe('accepted');
    expect(missed(`wait ${zeros}0001h`, `agent register version=3.20.0 => AGENT:ACTIVE`)).toEqual([]);
  });

  describe('more than fifteen digits, which no rule forbids', () => {
    const zeros = '0'.repeat(20);

    it.each([`job scan.succeeded files=1${zeros}`, `domain set maxFiles=1${zeros}`, `job scan.failed code=1${zeros}`])(
      '%s is readable',
      (line) => expect(() => run(line)).not.toThrow(),
    );
    it('a job has more files than the domain allows', () => {
      const scanned = ['given ready', 'job scan.start', 'job scan.started', `job scan.succeeded files=1${zeros}`];
      expect(answerTo(...scanned, 'domain set maxFiles=999999999999999', 'job sync.start')).toBe(629);
      expect(answerTo(...scanned, `domain set maxFiles=2${zeros}`, 'job sync.start')).toBe('accepted');
    });
    it('a schedule begins after the end of all waiting', () =>
      expect(answerTo('given ready', `job schedule.create start=+1${zeros} frequency=once`)).toBe('accepted'));
    it('a wait is counted exactly, and so is limited', () =>
      expect(() => run(`wait 1${zeros}`)).toThrow(ScenarioError));
  });
});

describe('entities that are only named', () => {
  it('do not become members of the world, however many', () => {
    const simulator = new Simulator(egnyte);
    for (const step of readScenario(egnyte, 'given ready')) simulator.run(step);
    const before = simulator.world.entities().length;
    const asked = [
      'scan.start',
      'config.update',
      'delete',
      'scan.started',
      'create.succeeded',
      'create.stopped',
      'nonsense',
    ];
    for (let id = 0; id < 3000; id += 1) {
      const at = { id: `u${id}`, params: {} };
      for (const type of asked) simulator.run({ kind: 'job', type, ...at });
      for (const type of ['upgrade', 'register', 'disconnect', 'link.unstable', 'x'])
        simulator.run({ kind: 'agent', type, ...at });
      for (const type of ['delete', 'validate.succeeded', 'x']) simulator.run({ kind: 'project', type, ...at });
      simulator.run({ kind: 'job', type: 'create', id: `u${id}`, params: { agent: `u${id}` } });
      simulator.run({ kind: 'project', type: 'create', id: `u${id}`, params: { agent: `u${id}` } });
    }
    expect(simulator.world.entities()).toHaveLength(before);
  });
  it('are not added by an expectation that names them', () => {
    const simulator = new Simulator(egnyte);
    for (const step of readScenario(egnyte, 'wait 1 => job:7.SCAN:null agent:9.AGENT:null')) simulator.run(step);
    expect(simulator.world.entities().map(({ key }) => key)).toEqual(['domain:1']);
  });
  it('are not added by a command that an armed fault strikes', () => {
    const simulator = new Simulator(egnyte);
    const lines = ['domain fault code=801', 'agent:4 register version=3.20.0 => 801'];
    for (const step of readScenario(egnyte, lines.join('\n'))) expect(simulator.run(step).missed).toBeUndefined();
    expect(simulator.world.entities()).toHaveLength(1);
  });
});

describe('the same steps', () => {
  const frozen = (step: Step): Step =>
    Object.freeze('params' in step ? { ...step, params: Object.freeze({ ...step.params }) } : { ...step });
  const steps = readScenario(egnyte, [...life('1'), 'given ready', ...life('2'), 'wait 30d'].join('\n')).map(frozen);

  it('give the same results, twice', () => {
    const [one, other] = [new Simulator(egnyte), new Simulator(egnyte)];
    expect(steps.map((step) => one.run(step))).toEqual(steps.map((step) => other.run(step)));
  });
  it('give the same results if two simulators take turns', () => {
    const [alone, one, other] = [new Simulator(egnyte), new Simulator(egnyte), new Simulator(egnyte)];
    const expected = steps.map((step) => alone.run(step));
    const ahead = steps.slice(0, 7).map((step) => one.run(step));
    const turns = steps.map((step, at) => [other.run(step), steps[at + 7] && one.run(steps[at + 7] as Step)] as const);
    expect(turns.map(([result]) => result)).toEqual(expected);
    expect([...ahead, ...turns.flatMap(([, result]) => result ?? [])]).toEqual(expected);
  });
  it('give the same results in a copy of the world', () => {
    for (const split of [3, 8, 14, 18]) {
      const one = new Simulator(egnyte);
      for (const step of steps.slice(0, split)) one.run(step);
      const other = new Simulator(egnyte, one.world.copy());
      const changes = (simulator: Simulator) => steps.slice(split).map((step) => simulator.run(step).changes);
      expect(changes(other)).toEqual(changes(one));
    }
  });
  it('differ when repeated in one world', () => {
    expect(changesOf(back)).toEqual(['agent:1 AGENT ACTIVE']);
    expect(changesOf(back, back)).toEqual([]);
  });
});
