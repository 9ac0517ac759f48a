import { describe, expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import { patienceOf } from '../../src/cli/commands/gate/check/patience.ts';
import { gateFrom } from '../../src/gate/index.ts';
import { Asker } from '../../src/gating/asking.ts';
import { checkGating, type GatingReport, isClean, type Predicate } from '../../src/gating/check.ts';
import { Exploration } from '../../src/gating/exploration.ts';
import { gateTable } from '../../src/gating/gate-table.ts';
import { viewSpaceOf } from '../../src/gating/view-space.ts';
import { judge, type System, view, worldAfter } from '../../src/index.ts';
import { reach } from '../../src/reach/reach.ts';
import { readerOf } from './naive.ts';

const egnyte: System = systems.egnyte;

/** The model's own gating, computed from the view alone. */
const rightFor = (kind: string): Predicate => {
  const gate = gateFrom(gateTable(egnyte, kind).table);
  return (command, seen) => {
    const { allowed, code } = gate.ask(command, seen);
    return code === undefined ? allowed : { enabled: allowed, code };
  };
};
const right = rightFor('agent');

const check = (predicate: Predicate, more: { kind?: string; commands?: string[]; timeout?: number } = {}) =>
  checkGating(egnyte, more.kind ?? 'agent', predicate, {
    read: readerOf(egnyte),
    ...(more.commands ? { commands: more.commands } : {}),
    ...(more.timeout ? { patience: patienceOf(more.timeout) } : {}),
  });

/** Right for every command but one. */
const but =
  (command: string, wrong: Predicate): Predicate =>
  (asked, seen) =>
    asked === command ? wrong(asked, seen) : right(asked, seen);

const short = ({ mismatches }: GatingReport) =>
  mismatches.map(({ command, ui, model, error }) => `${command} ${ui} ${model}${error ? ` ${error.code}` : ''}`);

test("the model's own gating has no mismatch, and nothing is unconfirmed", async () => {
  const { mismatches, summary } = await check(right);
  expect(mismatches).toEqual([]);
  expect(summary).toMatchObject({ level: 'exhaustive', mismatches: 0, causes: 0, unconfirmed: 0, unexercised: [] });
  expect(summary.situations).toBe(299_536);
  expect(Object.keys(summary.commands)).toHaveLength(8);
});

test('a forgotten status is found, with a shortest scenario and what the UI sees', async () => {
  const forgets: Predicate = (command, seen) => (seen.phases.AGENT_UPGRADE === 'RUNNING' ? true : right(command, seen));
  const { mismatches } = await check(but('retire', forgets));
  expect(mismatches).toMatchObject([
    {
      command: 'retire',
      ui: 'enabled',
      model: 'rejected',
      error: { code: 680, name: 'AGENT_UPDATE_INPROGRESS_ERR' },
      kind: 'offered',
      scenario: ['agent register version=3.20.0', 'domain set latest=4.0.0', 'agent upgrade'],
      view: { entity: 'agent:1', phases: { AGENT: 'INACTIVE', AGENT_UPGRADE: 'RUNNING' } },
    },
  ]);
});

test('a fact that only the model reads is varied as well', async () => {
  const { mismatches } = await check(but('delete', (_, { phases }) => phases.AGENT === 'DEACTIVATED'));
  expect(mismatches).toMatchObject([{ error: { code: 625 }, view: { facts: { anyJobExists: true } } }]);
});

test('a fact that has another value in a new world needs no line', async () => {
  const { mismatches, summary } = await check(but('upgrade', (_, { phases }) => phases.AGENT === 'ACTIVE'));
  expect(summary.unconfirmed).toBe(0);
  expect(mismatches).toContainEqual(
    expect.objectContaining({
      error: { code: 1011, name: 'VERSION_UPTODATE_ERROR' },
      scenario: ['given ready'],
    }),
  );
});

test('a fact that shows a region moved from outside has the value of that region', async () => {
  const rightOfProject = rightFor('project');
  const forgets: Predicate = (command, seen) => {
    const answer = rightOfProject(command, seen);
    return typeof answer === 'object' && 'code' in answer && answer.code === 729 ? true : answer;
  };
  const { mismatches, summary } = await check(forgets, { kind: 'project', commands: ['splitJobs'] });
  expect(summary.unconfirmed).toBe(0);
  expect(mismatches).toMatchObject([{ error: { code: 729 }, view: { facts: { recommendation: 'outdated' } } }]);
  expect(mismatches[0]?.scenario?.at(-1)).toBe('domain features.changed');
});

test('two facts that must differ at the same time are found', async () => {
  const wrong: Predicate = (command, seen) =>
    seen.facts.anyJobOccupied && !seen.facts.scanSourceSupported ? true : right(command, seen);
  const { mismatches } = await check(but('deactivate', wrong));
  const occupied = mismatches.find(({ error }) => error?.code === 661);
  expect(occupied?.view.facts).toMatchObject({ scanSourceSupported: false, anyJobOccupied: true });
});

test('every scenario shows its mismatch when it is run', async () => {
  const never: Predicate = () => false;
  const always: Predicate = () => true;
  for (const predicate of [never, always]) {
    const { mismatches } = await check(predicate);
    expect(mismatches.length).toBeGreaterThan(7);
    for (const { command, scenario = ['unconfirmed'], model, error, view: seen } of mismatches) {
      const world = worldAfter(scenario.join('\n'));
      expect(view(world, 'agent')).toEqual(seen);
      const plain = command === 'register' ? { version: '3.20.0' } : {};
      const said = judge('egnyte', world, { to: 'agent', type: command, ...plain } as Parameters<typeof judge>[2]);
      expect([said.accepted ? 'accepted' : 'rejected', said.code]).toEqual([model, error?.code]);
    }
  }
});

test('a code may be given as a number, as its digits, or as its name', async () => {
  for (const code of [502, '502', 'ERR_INCORRECT_AGENT_ID']) {
    const named: Predicate = (command, seen) =>
      seen.phases.AGENT === null ? { enabled: false, code } : right(command, seen);
    expect(short(await check(but('retire', named)))).toEqual([]);
  }
});

test('a right refusal with a wrong code is a kind of mismatch', async () => {
  const wrong: Predicate = (command, seen) =>
    seen.phases.AGENT === null ? { enabled: false, code: 999 } : right(command, seen);
  expect((await check(but('retire', wrong))).mismatches).toMatchObject([
    { kind: 'wrong-code', uiCode: 999, ui: 'disabled', error: { code: 502 }, scenario: [] },
  ]);
});

describe('a predicate that fails is reported, and the check goes on', () => {
  const expectFault = async (wrong: Predicate, fault: object, timeout = 0) => {
    const { mismatches } = await check(but('retire', wrong), { commands: ['retire'], ...(timeout ? { timeout } : {}) });
    expect(mismatches).toMatchObject([{ command: 'retire', ui: 'faulty', kind: 'faulty', fault }]);
  };

  test('it throws', () =>
    expectFault(
      () => {
        throw new TypeError('no agent');
      },
      { kind: 'threw', says: 'TypeError: no agent' },
    ));
  test('it rejects', () =>
    expectFault(() => Promise.reject(new Error('late')), { kind: 'threw', says: 'Error: late' }));
  test('it answers with a word', () =>
    expectFault((() => 'yes') as unknown as Predicate, { kind: 'no-answer', says: 'answered "yes"' }));
  test('it answers with nothing', () =>
    expectFault((() => undefined) as unknown as Predicate, { kind: 'undefined', says: 'answered undefined' }));
  test('its promise is never settled', () =>
    expectFault(() => new Promise(() => {}), { kind: 'timed-out', says: 'gave no answer within 1 s' }, 1000));
  test('it never comes back', () =>
    expectFault(
      () => {
        for (;;);
      },
      { kind: 'timed-out' },
      1000,
    ));
  test('it changes what it is given', () =>
    expectFault(
      (_, seen) => {
        (seen.phases as Record<string, string>).AGENT = 'ACTIVE';
        return true;
      },
      { kind: 'threw' },
    ));
  test('it does not answer the same twice', () => {
    let asked = 0;
    return expectFault(
      () => {
        asked += 1;
        return asked % 2 === 0;
      },
      { kind: 'unstable' },
    );
  });
});

test('an asynchronous predicate is checked like any other', async () => {
  const slowly: Predicate = async (command, seen) => {
    await Promise.resolve();
    return right(command, seen);
  };
  expect(short(await check(slowly))).toEqual([]);
  const wrong = await check(async (command, seen) => (await slowly(command, seen)) === true || command === 'upgrade');
  expect(short(wrong)).toContain('upgrade enabled rejected 862');
});

test.each([
  ['spreads it', (seen: object) => ({ ...(seen as { phases: object }).phases })],
  ['writes it as JSON', (seen: object) => (JSON.parse(JSON.stringify(seen)) as { phases: object }).phases],
  ['clones it', (seen: object) => (structuredClone(seen) as { phases: object }).phases],
  ['lists it', (seen: object) => Object.fromEntries(Object.entries((seen as { phases: object }).phases))],
])('a predicate that %s is seen to read it', async (_, phasesOf) => {
  const wrong: Predicate = (command, seen) =>
    (phasesOf(seen) as { SPEED_TEST?: string }).SPEED_TEST === 'STOPPING' ? false : right(command, seen);
  expect(short(await check(but('retire', wrong), { commands: ['retire'] }))).toEqual(['retire disabled accepted']);
});

test('names alone tell nothing: a predicate that lists them is asked once, and three times more to make sure', async () => {
  const asker = new Asker((_, { phases }) => Object.keys(phases).includes('AGENT'));
  const read = readerOf(egnyte);
  const exploration = new Exploration('retire', viewSpaceOf(reach(egnyte, 'agent', read)), 100);
  await asker.run(exploration);
  expect([exploration.whole, exploration.leaves, asker.asked]).toEqual([true, 1, 4]);
});

describe('a predicate that reads too much', () => {
  const spreads: Predicate = (command, seen) =>
    right(command, { ...seen, phases: { ...seen.phases }, facts: { ...seen.facts } });
  const few = (predicate: Predicate, most: number) =>
    checkGating(egnyte, 'agent', predicate, { read: readerOf(egnyte), commands: ['retire'], most });

  test('is tried in every combination of gates that hold, and the level says so', async () => {
    const { summary, mismatches } = await few(spreads, 50);
    expect(mismatches).toEqual([]);
    expect(summary).toMatchObject({ level: 'classes', commands: { retire: { level: 'classes' } }, unexercised: [] });
    expect(isClean(summary, mismatches)).toBe(true);
  });

  test('is still found wrong where a status matters in one combination only', async () => {
    const wrong: Predicate = (command, seen) => {
      const { SPEED_TEST } = JSON.parse(JSON.stringify(seen.phases)) as { SPEED_TEST: string };
      return SPEED_TEST === 'STOPPING' ? false : spreads(command, seen);
    };
    const { mismatches } = await few(wrong, 50);
    expect(short({ mismatches } as GatingReport)).toEqual(['retire disabled accepted']);
  });
});

describe('a command without a control', () => {
  test('is one whose answer is always undefined: nothing is said about it', async () => {
    const { mismatches, summary } = await check((command, seen) =>
      command === 'retire' ? undefined : right(command, seen),
    );
    expect(mismatches).toEqual([]);
    expect(summary.uncontrolled).toEqual(['retire']);
  });

  test('is not one whose answer is undefined in some situations: that is a fault', async () => {
    const { mismatches } = await check(
      but('retire', (command, seen) => (seen.phases.AGENT === null ? undefined : right(command, seen))),
    );
    expect(mismatches).toMatchObject([{ command: 'retire', kind: 'faulty', fault: { kind: 'undefined' } }]);
  });

  test('if no command had one, a return was forgotten', async () => {
    const { mismatches } = await check(() => undefined);
    expect(mismatches.map(({ command }) => command)).toEqual(Object.keys(egnyte.entities.agent?.commands ?? {}));
  });

  test('the subject may list its controls: no other is asked about, and an unknown one is a finding', async () => {
    const { mismatches, summary } = await checkGating(egnyte, 'agent', right, {
      read: readerOf(egnyte),
      controls: ['retire', 'retyre'],
    });
    expect(mismatches).toMatchObject([{ command: 'retyre', model: 'rejected', fault: { kind: 'unknown-command' } }]);
    expect(Object.keys(summary.commands)).toEqual(['retire']);
    expect(summary.uncontrolled).toHaveLength(7);
  });
});

describe('what was not checked is never called clean', () => {
  test('a command that answered too late too often is partial, and its gates are unexercised', async () => {
    const { summary, mismatches } = await check(
      // Late in several situations, so that it is given up.
      but('retire', (_, seen) => new Promise(() => seen.phases.AGENT)),
      { timeout: 50 },
    );
    expect(summary.commands).toMatchObject({ retire: { level: 'partial' }, delete: { level: 'exhaustive' } });
    expect(summary.level).toBe('partial');
    expect(summary.unexercised.length).toBeGreaterThan(0);
    for (const gate of summary.unexercised) expect(gate).toMatch(/^agent retire retire \d+ \d+$/);
    expect(isClean(summary, [])).toBe(false);
    expect(isClean(summary, [], { allowPartial: true })).toBe(true);
    expect(isClean(summary, mismatches, { allowPartial: true })).toBe(false);
  });
});
