// UIs that are wrong in one status, each hiding it from the check in its own way. None of them is clean.
import { describe, expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import { patienceOf } from '../../src/cli/commands/gate/check/patience.ts';
import { gateFrom } from '../../src/gate/index.ts';
import { checkGating, type GatingOptions, isClean, type Predicate } from '../../src/gating/check.ts';
import { gateTable } from '../../src/gating/gate-table.ts';
import { recorded } from '../../src/gating/recording.ts';
import type { View } from '../../src/model/index.ts';
import { readerOf } from './naive.ts';

const { dropsuite } = systems;
const gate = gateFrom<string, View, View>(gateTable(dropsuite, 'backup').table);

const right = (command: string, view: View): boolean => gate.ask(command, view).allowed;
const isWrong = (command: string, view: View): boolean => command === 'start' && view.phases.BACKUP === 'RUNNING';
/** Offers a start while the backup runs. */
const wrong = (command: string, view: View): boolean => isWrong(command, view) || right(command, view);

const check = (predicate: Predicate, more: Partial<GatingOptions> = {}) =>
  checkGating(dropsuite, 'backup', predicate, { read: readerOf(dropsuite), ...more });

const copied = (view: View): View => ({ ...view, phases: { ...view.phases }, facts: { ...view.facts } });
const known = new Map<string, boolean>();
let seed = 1;
const random = (): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};
const began = performance.now();
let before: View | undefined;
let calls = 0;
let thrown = 0;
let stopped = false;
let last: { readonly phases: string; readonly answers: Map<string, boolean> } | undefined;
let ran = false;
let shared: View;
const byPhases = new Map<string, boolean>();
const byView = new WeakMap<View, boolean>();

const hidden: { readonly [how: string]: Predicate } = {
  'it spreads the view': (command, view) => wrong(command, copied(view)),
  'it clones the view': (command, view) => wrong(command, structuredClone(view)),
  'it sends the view through JSON': (command, view) => wrong(command, JSON.parse(JSON.stringify(view))),
  'it looks for a text in the JSON': (command, view) =>
    right(command, view) || (command === 'start' && JSON.stringify(view).includes('"BACKUP":"RUNNING"')),
  'it walks over the entries': (command, view) =>
    right(command, view) || (command === 'start' && Object.values(view.phases).includes('RUNNING')),
  'it reads only which keys there are': (_, view) => Object.keys(view.phases).length > 0,
  'it asks only whether a name is there': (_, view) => 'BACKUP' in view.phases && 'storageFull' in view.facts,
  'it reads through a proxy': (command, view) => wrong(command, new Proxy(copied(view), {})),
  'it reads the descriptors': (command, view) => {
    const { get, value } = Object.getOwnPropertyDescriptor(view.phases, 'BACKUP') ?? {};
    return right(command, view) || (command === 'start' && (get ? get() : value) === 'RUNNING');
  },
  'it is right where it is watched': (command, view) =>
    Object.getOwnPropertyDescriptor(view.phases, 'BACKUP')?.get ? right(command, view) : wrong(command, view),
  'it keeps its first answer to each command': (command, view) => {
    known.set(command, known.get(command) ?? right(command, view));
    return known.get(command);
  },
  'it answers from the view before': (command, view) => {
    const seen = before ?? view;
    before = view;
    return right(command, seen);
  },
  'it changes the view': (command, view) => {
    (view.phases as { BACKUP: string }).BACKUP = 'COMPLETED';
    return right(command, view);
  },
  'it is wrong by turns': (command, view) => {
    calls += 1;
    return calls % 2 === 0 ? wrong(command, view) : right(command, view);
  },
  'it is wrong at random': (command, view) => (random() < 0.5 ? wrong(command, view) : right(command, view)),
  'it reads the clock': (command, view) => (performance.now() > began ? wrong(command, view) : right(command, view)),
  'it throws where it is wrong': (command, view) => {
    if (isWrong(command, view)) throw new Error('not known');
    return right(command, view);
  },
  'it says no by an exception': (command, view) => {
    if (!right(command, view)) throw new Error('not allowed');
    return true;
  },
  'it answers later': async (command, view) => wrong(command, view),
  'it reads later': async (command, view) => {
    await Promise.resolve();
    return wrong(command, view);
  },
  'it answers undefined where it is wrong': (command, view) =>
    isWrong(command, view) ? undefined : right(command, view),
  'it always answers undefined': () => undefined,
  'its answer is a getter that changes': (command, view) => {
    const answers = [right(command, view), wrong(command, view)];
    let asked = 0;
    return {
      get enabled() {
        asked += 1;
        return answers[asked % 2] as boolean;
      },
    };
  },
  'its answer is truthy': (command, view) => (wrong(command, view) ? 'yes' : '') as never,
  'its code is of another gate': (command, view) =>
    isWrong(command, view) ? { enabled: false, code: 'StorageFull' } : right(command, view),
  'it is wrong for every backup but the first': (command, view) =>
    view.entity === 'backup:1' ? right(command, view) : wrong(command, view),
  'it spreads the view, and is wrong for every backup but the first': (command, view) => {
    const { entity, ...seen } = copied(view);
    return entity === 'backup:1' ? right(command, { entity, ...seen }) : wrong(command, { entity, ...seen });
  },
  'it is wrong once another command was asked about in another status': (command, view) => {
    stopped ||= command === 'activate' && view.phases.BACKUP === 'DEACTIVATED';
    return stopped ? wrong(command, view) : right(command, view);
  },
  'it keeps its answers as long as the phases stay': (command, view) => {
    const phases = JSON.stringify(view.phases);
    if (last?.phases !== phases) last = { phases, answers: new Map() };
    const answer = last.answers.get(command) ?? right(command, view);
    last.answers.set(command, answer);
    return answer;
  },
  'it remembers answers by the phases alone': (command, view) => {
    const key = `${command} ${JSON.stringify(view.phases)}`;
    const answer = byPhases.get(key) ?? right(command, view);
    byPhases.set(key, answer);
    return answer;
  },
  'it remembers one answer to all commands of a view': (command, view) => {
    const answer = byView.get(view) ?? right(command, view);
    byView.set(view, answer);
    return answer;
  },
  'it is wrong where it has just run': (command, view) => {
    const hadRun = ran;
    ran = view.phases.BACKUP === 'RUNNING';
    return right(command, view) || (command === 'start' && hadRun && view.phases.BACKUP === 'DEACTIVATED');
  },
  'it throws once': (command, view) => {
    thrown += 1;
    if (thrown === 20) throw new Error('not yet');
    return right(command, view);
  },
  'it is wrong where a status and two facts come together': (command, view) =>
    right(command, view) ||
    (command === 'start' &&
      view.phases.BACKUP === 'AUTHENTICATION_ERROR' &&
      view.facts.needReauthentication === true &&
      view.facts.storageFull === true),
  'it shares the view between questions that overlap': async (command, view) => {
    shared = view;
    await Promise.resolve();
    return right(command, shared);
  },
  'it never comes back where it is wrong': (command, view) => {
    while (isWrong(command, view));
    return right(command, view);
  },
};

test('a recorded view looks like a plain one', () => {
  const view = { entity: 'job:1', phases: { SCAN: null }, agent: 'ACTIVE', facts: { active: null } };
  expect(JSON.stringify(recorded(view, () => {}))).toBe(JSON.stringify(view));
  expect(recorded(view, () => {})).toEqual(view);
});

test('a right UI is clean', async () => {
  const { mismatches, summary } = await check(right);
  expect(isClean(summary, mismatches)).toBe(true);
  expect(summary.level).toBe('exhaustive');
});

describe('a UI that is wrong in one status is not clean, though', () => {
  test.each(Object.entries(hidden))('%s', async (_, predicate) => {
    const { mismatches, summary } = await check(predicate, { patience: patienceOf(100) });
    expect(mismatches.length).toBeGreaterThan(0);
    expect(isClean(summary, mismatches, { allowPartial: true })).toBe(false);
  });
});
