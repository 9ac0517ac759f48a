import { describe, expect, it } from 'vitest';
import { compileSystem } from '../../src/engine/compile-system.ts';
import { Entity } from '../../src/engine/entity.ts';
import { withLamp } from '../toys/toys.ts';

/** A lamp with that many states, each leading to the next. */
function lampOf(count: number): Entity {
  const states = Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`S${at}`, { on: { switchOn: `S${(at + 1) % count}` } }]),
  );
  const chart = { id: 'toy-lamp', states: { LIGHT: { initial: 'S0', states } } };
  const lifecycle = compileSystem(withLamp({ chart, phases: { LIGHT: {} }, rules: {} })).lifecycles.get('lamp');
  if (!lifecycle) throw new Error('no lamp');
  return new Entity(lifecycle, '1', {});
}

/** What a recorder hears when the state of the region is read, as bits. */
function readOf(entity: Entity, ask: (entity: Entity) => void): string[] {
  const read: string[] = [];
  entity.recorder = { read: (_, region, mask) => read.push(`${region} ${mask >>> 0}`), wrote: () => {} };
  ask(entity);
  return read;
}

describe('a region', () => {
  it('may have 32 states, and no more', () => {
    expect(() => lampOf(32)).not.toThrow();
    expect(() => lampOf(33)).toThrow('toy-lamp: LIGHT has more than 32 states');
  });

  it.each([3, 31, 32])('of %i states can be in the last one, and is then in no other', (count) => {
    const entity = lampOf(count);
    expect(entity.put(0, count - 1)).toBe(true);
    expect(entity.put(0, count - 1)).toBe(false);
    const states = Array.from({ length: count }, (_, at) => at);
    expect(states.filter((at) => entity.isIn(0, 1 << at))).toEqual([count - 1]);
    expect(entity.state('LIGHT')).toBe(`S${count - 1}`);
  });

  it.each([3, 31, 32])('of %i states: a recorder hears which of them would have given the same answer', (count) => {
    const entity = lampOf(count);
    const all = 2 ** count - 1;
    expect(readOf(entity, () => entity.isIn(0, 0b11))).toEqual(['0 3']);
    expect(readOf(entity, () => entity.isIn(0, 0b110))).toEqual([`0 ${all - 6}`]);
    expect(readOf(entity, () => entity.lookUp(0, Array(count).fill('same')))).toEqual([`0 ${all}`]);
    expect(readOf(entity, () => entity.state('LIGHT'))).toEqual(['0 1']);
    expect(readOf(entity, () => entity.put(0, 1))).toEqual([]);
  });

  it('can be read without a recorder', () => expect(lampOf(3).lookUp(0, ['a', 'b', 'c'])).toBe('a'));
});
