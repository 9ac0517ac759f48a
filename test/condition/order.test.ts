import { expect, it } from 'vitest';
import { compileCondition } from '../../src/condition/closure.ts';
import { World } from '../../src/engine/world.ts';
import { type Condition, stateOf } from '../../src/model/index.ts';
import { systemWith, world } from './conditions.ts';

/** How often a condition asks the fact `flag`, where PHASE is RUNNING, OTHER is DONE and the fact is true. */
function asksOf(condition: Condition): number {
  let asks = 0;
  const system = systemWith([condition]);
  const { facts, ...thing } = system.entities.thing as (typeof system.entities)[string];
  const flag = { ...facts.flag, of: () => ++asks > 0 };
  const counting = { ...system, entities: { thing: { ...thing, facts: { ...facts, flag } } } } as typeof system;
  world.values = { level: 0 };
  const inWorld = new World(counting);
  const entity = inWorld.peek('thing', '1');
  for (const [name, status] of [
    ['PHASE', 'RUNNING'],
    ['OTHER', 'DONE'],
  ] as const) {
    const index = entity.lifecycle.regionIndex.get(name) as number;
    entity.at[index] = entity.lifecycle.regions[index]?.states.indexOf(stateOf(status)) as number;
  }
  compileCondition(condition, entity.lifecycle.source)(entity, inWorld.ask(entity, 'go', {}));
  return asks;
}

const asked = { flag: true };
const is = { PHASE: 'RUNNING' };
const isNot = { PHASE: 'PAUSED' };
const done = { OTHER: 'DONE' };

it.each<[what: string, condition: Condition, asks: number]>([
  ['a fact alone is asked', asked, 1],
  ['a region that already decides: all', { all: [asked, isNot] }, 0],
  ['a region that already decides: any', { any: [asked, is] }, 0],
  ['a region that already decides: none', { none: [asked, is] }, 0],
  ['a region that decides nothing: all', { all: [asked, is] }, 1],
  ['conditions of regions alone, whatever their depth', { any: [asked, { all: [is, { none: [isNot] }] }] }, 0],
  ['of all, what asks a fact somewhere comes last', { all: [{ any: [isNot, asked] }, { none: [done] }] }, 0],
  ['of any, what asks a fact somewhere comes last', { any: [{ all: [is, asked] }, { any: [done] }] }, 0],
  ['a negated condition asks facts if what it negates does', { all: [{ none: [asked] }, { PHASE: 'PAUSED' }] }, 0],
  ['parameters are no regions', { all: [{ any: [{ $mode: 'quick' }, asked] }, isNot] }, 0],
])('regions are read before facts: %s', (_, condition, asks) => expect(asksOf(condition)).toBe(asks));
