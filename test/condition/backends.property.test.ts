import { expect, test } from 'vitest';
import { type createMachine, setup } from 'xstate';
import { compileCondition } from '../../src/condition/closure.ts';
import { mayDecide } from '../../src/condition/deciding.ts';
import { type Known, simplify, truthOf } from '../../src/condition/truth.ts';
import { namesOf } from '../../src/condition/walk.ts';
import { expressionOf } from '../../src/diagram/export/scxml-conditions.ts';
import { xstate } from '../../src/diagram/export/xstate.ts';
import type { Entity } from '../../src/engine/entity.ts';
import { decidingRule } from '../../src/engine/judge.ts';
import { World } from '../../src/engine/world.ts';
import { gateFrom } from '../../src/gate/index.ts';
import { gateTable } from '../../src/gating/gate-table.ts';
import { type Condition, isRefusal, type Lifecycle, type System, stateOf } from '../../src/model/index.ts';
import { implementationsOf } from '../../src/xstate/implementations.ts';
import { machineOf } from '../../src/xstate/machine.ts';
import { fc } from '../random/fast-check.ts';
import { condition, paramsOf, partlyKnown, SEED, systemWith, type Values, values, world } from './conditions.ts';

const REGIONS = ['PHASE', 'OTHER'];

/** An entity of the system in its engine, in the situation that these values describe. */
function placed(system: System, at: Values): { entity: Entity; inWorld: World } {
  world.values = at;
  const inWorld = new World(system);
  const entity = inWorld.peek('thing', '1');
  for (const name of REGIONS) {
    const index = entity.lifecycle.regionIndex.get(name) as number;
    const { states = [] } = entity.lifecycle.regions[index] ?? {};
    entity.at[index] = states.indexOf(stateOf(at[name] as string | null));
  }
  return { entity, inWorld };
}

/** The answer of the engine's closure, with which all others are compared. */
function holds(asked: Condition, at: Values): boolean {
  const { entity, inWorld } = placed(systemWith([asked]), at);
  return compileCondition(asked, entity.lifecycle.source)(entity, inWorld.ask(entity, 'go', paramsOf(at)));
}

function refusedWith(conditions: readonly Condition[], at: Values) {
  const { entity, inWorld } = placed(systemWith(conditions), at);
  const rule = decidingRule(entity, 'go', inWorld.ask(entity, 'go', paramsOf(at)));
  return rule && isRefusal(rule) ? rule.code : undefined;
}

const thing = (system: System): Lifecycle => system.entities.thing as Lifecycle;

function snapshotValue(at: Values) {
  return { PHASE: stateOf(at.PHASE as never), OTHER: stateOf(at.OTHER as never), commanded: 'IDLE', reported: 'IDLE' };
}

const runs = (numRuns: number) => ({ seed: SEED, numRuns });
const conditions = fc.array(condition, { minLength: 1, maxLength: 4 });

const knownFrom =
  (all: Values): Known =>
  (name) => [all[name] ?? null];

test('with every name known, three-valued evaluation agrees with the closure', () => {
  fc.assert(
    fc.property(condition, values, (asked, at) => {
      expect(truthOf(asked, knownFrom(at))).toBe(holds(asked, at));
      expect(simplify(asked, knownFrom(at))).toBe(holds(asked, at));
    }),
    runs(3000),
  );
});

test('a condition that is true or false given part of the values stays so whatever the rest is', () => {
  fc.assert(
    fc.property(condition, values, partlyKnown, (asked, at, known) => {
      const possible = Object.fromEntries(
        Object.entries(known).map(([name, all]) => [name, [...all, at[name] ?? null]]),
      );
      const truth = truthOf(asked, (name) => possible[name]);
      if (truth !== 'unknown') expect(truth).toBe(holds(asked, at));
      const left = simplify(asked, (name) => possible[name]);
      if (typeof left === 'boolean') expect(left).toBe(truth);
      else {
        expect(truth).toBe('unknown');
        expect(holds(left, at)).toBe(holds(asked, at));
        for (const name of namesOf(left)) expect(new Set(possible[name]).size, name).toBeGreaterThan(1);
      }
    }),
    runs(3000),
  );
});

test('the deciding gate is among those that may decide, and if a refusal is certain, one of them decides', () => {
  fc.assert(
    fc.property(conditions, values, partlyKnown, (asked, at, known) => {
      const possible = Object.fromEntries(
        Object.entries(known).map(([name, all]) => [name, [...all, at[name] ?? null]]),
      );
      const { gates, sure } = mayDecide([...asked.entries()], ([, each]) => truthOf(each, (name) => possible[name]));
      const code = refusedWith(asked, at);
      if (code === undefined) expect(sure).toBe(false);
      else expect(gates.map(([index]) => index)).toContain(code);
      const all = mayDecide([...asked.entries()], ([, each]) => truthOf(each, knownFrom(at)));
      expect(all.gates.map(([index]) => index)).toEqual(code === undefined ? [] : [code]);
    }),
    runs(1500),
  );
});

test('a gate table answers as the rules do', () => {
  fc.assert(
    fc.property(conditions, values, (asked, at) => {
      const { table } = gateTable(systemWith(asked, paramsOf(at)), 'thing');
      const { PHASE, OTHER, flag, level } = at as { readonly [name: string]: never };
      const answer = gateFrom(table).ask('go', { phases: { PHASE, OTHER }, facts: { flag, level } } as never);
      const code = refusedWith(asked, at);
      expect([answer.allowed, answer.code]).toEqual([code === undefined, code]);
    }),
    runs(800),
  );
});

test('the guards of the machine allow what the rules and the condition allow', () => {
  fc.assert(
    fc.property(conditions, values, (asked, at) => {
      const system = systemWith(asked);
      const { flag, level } = at;
      const machine = machineOf(system, thing(system));
      const snapshot = machine.resolveState({ value: snapshotValue(at), context: { facts: { flag, level } } } as never);
      const params = paramsOf(at);
      expect(snapshot.can({ type: 'go', ...params } as never)).toBe(refusedWith(asked, at) === undefined);
      expect(snapshot.can({ type: 'report', ...params } as never)).toBe(holds(asked[0] as Condition, at));
    }),
    runs(150),
  );
});

test('so do the guards of the configuration exported as JSON', () => {
  fc.assert(
    fc.property(conditions, values, (asked, at) => {
      const system = systemWith(asked);
      const { flag, level } = at;
      const config = JSON.parse(xstate(system, thing(system)));
      const machine: ReturnType<typeof createMachine> = setup(implementationsOf(thing(system))).createMachine(config);
      const value = snapshotValue(at);
      const context = { ...config.context, facts: { flag, level }, standing: value };
      const snapshot = machine.resolveState({ value, context } as never);
      const params = paramsOf(at);
      expect(snapshot.can({ type: 'go', ...params })).toBe(refusedWith(asked, at) === undefined);
      expect(snapshot.can({ type: 'report', ...params })).toBe(holds(asked[0] as Condition, at));
    }),
    runs(150),
  );
});

test('the expression of SCXML has the same value', () => {
  fc.assert(
    fc.property(condition, values, (asked, at) => {
      const stateId = (region: string, state: string): string => `${region}.${state}`;
      const text = expressionOf(asked, { lifecycle: thing(systemWith([asked])), stateId, params: 'params' });
      const isIn = (id: string): boolean => REGIONS.some((name) => id === `${name}.${stateOf(at[name] as never)}`);
      const value = new Function('In', 'facts', 'params', `return ${text}`)(isIn, at, paramsOf(at));
      expect(value, text).toBe(holds(asked, at));
    }),
    runs(1500),
  );
});
