import { describe, expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import { patienceOf } from '../../src/cli/commands/gate/check/patience.ts';
import { gateFrom } from '../../src/gate/index.ts';
import { checkGating, type GatingReport, type Predicate } from '../../src/gating/check.ts';
import { gateTable } from '../../src/gating/gate-table.ts';
import { judge, type System, view, worldAfter } from '../../src/index.ts';
import { readerOf } from './naive.ts';

const egnyte: System = systems.egnyte;

/** The model's own gating, judged by the view alone. */
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

/** Right, but for one command. */
const but =
  (command: string, wrong: Predicate): Predicate =>
  (asked, seen) =>
    asked === command ? wrong(asked, seen) : right(asked, seen);

const short = ({ mismatches }: GatingReport) =>
  mismatches.map(({ command, ui, model, error }) => `${command} ${ui} ${model}${error ? ` ${error.code}` : ''}`);

test('the model itself has no mismatch, and nothing is left unconfirmed', async () => {
  const { mismatches, unconfirmed, covered } = await check(right);
  expect([mismatches, unconfirmed]).toEqual([[], []]);
  expect(covered).toMatchObject({ situations: 7849, exhaustive: true, together: 'all' });
});

test('a forgotten status is found, with the nearest way there and what the UI sees', async () => {
  const forgets: Predicate = (command, seen) => (seen.phases.AGENT_UPGRADE === 'RUNNING' ? true : right(command, seen));
  const { mismatches } = await check(but('retire', forgets));
  expect(mismatches).toMatchObject([
    {
      command: 'retire',
      ui: 'enabled',
      model: 'rejected',
      error: { code: 680, name: 'AGENT_UPDATE_INPROGRESS_ERR' },
      situations: 360,
      kind: 'offered',
      scenario: ['agent register version=3.20.0', 'domain set latest=4.0.0', 'agent upgrade'],
      view: { entity: 'agent:1', phases: { AGENT: 'INACTIVE', AGENT_UPGRADE: 'RUNNING' } },
    },
  ]);
});

test('a fact that only the model asks for is varied all the same', async () => {
  const { mismatches } = await check(but('delete', (_, { phases }) => phases.AGENT === 'DEACTIVATED'));
  expect(mismatches).toMatchObject([{ error: { code: 625 }, facts: { anyJobExists: true } }]);
});

test('a fact that is otherwise in a new world needs no line', async () => {
  const { mismatches, unconfirmed } = await check(but('upgrade', (_, { phases }) => phases.AGENT === 'ACTIVE'));
  expect(unconfirmed).toEqual([]);
  expect(mismatches).toContainEqual(
    expect.objectContaining({
      error: { code: 1011, name: 'VERSION_UPTODATE_ERROR' },
      scenario: ['agent register version=3.20.0'],
    }),
  );
});

test('a fact that shows a region which only the world around moves is that region', async () => {
  const rightOfProject = rightFor('project');
  const forgets: Predicate = (command, seen) => {
    const answer = rightOfProject(command, seen);
    return typeof answer === 'object' && 'code' in answer && answer.code === 729 ? true : answer;
  };
  const { mismatches, unconfirmed } = await check(forgets, { kind: 'project', commands: ['splitJobs'] });
  expect(unconfirmed).toEqual([]);
  expect(mismatches).toMatchObject([{ error: { code: 729 }, facts: { recommendation: 'outdated' } }]);
  expect(mismatches[0]?.scenario.at(-1)).toBe('domain features.changed');
});

test('two facts that have to be otherwise at the same time are found', async () => {
  const wrong: Predicate = (command, seen) =>
    seen.facts.anyJobOccupied && !seen.facts.scanSourceSupported ? true : right(command, seen);
  const { mismatches } = await check(but('deactivate', wrong));
  const occupied = mismatches.find(({ error }) => error?.code === 661);
  expect(occupied?.facts).toEqual({ scanSourceSupported: false, anyJobOccupied: true });
});

test('every scenario, run, shows its mismatch', async () => {
  const never: Predicate = () => false;
  const always: Predicate = () => true;
  for (const predicate of [never, always]) {
    const { mismatches } = await check(predicate);
    expect(mismatches.length).toBeGreaterThan(7);
    for (const { command, scenario, model, error, view: seen } of mismatches) {
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

test('a right refusal with a wrong code is a kind of its own', async () => {
  const wrong: Predicate = (command, seen) =>
    seen.phases.AGENT === null ? { enabled: false, code: 999 } : right(command, seen);
  expect((await check(but('retire', wrong))).mismatches).toMatchObject([
    { kind: 'wrong-code', uiCode: 999, ui: 'disabled', error: { code: 502 }, situations: 1, scenario: [] },
  ]);
});

describe('a predicate that fails is reported, and the check goes on', () => {
  const expectFault = async (wrong: Predicate, fault: object, timeout = 0) => {
    const { mismatches } = await check(but('retire', wrong), timeout ? { timeout } : {});
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
    expectFault((() => undefined) as unknown as Predicate, { kind: 'no-answer', says: 'answered undefined' }));
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

test('an asynchronous predicate is held against the model like any other', async () => {
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

test('names alone tell nothing: a predicate that lists them is asked once', async () => {
  const { covered } = await check((_, { phases }) => Object.keys(phases).includes('AGENT'), { commands: ['retire'] });
  expect(covered.leaves).toBe(1);
});

test('where too much is read the check ends, and says what it covered', async () => {
  const { covered } = await checkGating(egnyte, 'agent', (_, seen) => JSON.stringify(seen).length > 0, {
    read: readerOf(egnyte),
    commands: ['retire'],
    most: 50,
  });
  expect(covered.exhaustive).toBe(false);
  expect(covered.partly).toMatchObject([{ command: 'retire' }]);
  expect(covered.partly[0]?.covered).toBeLessThan(covered.situations);
});
