import { describe, expect, it } from 'vitest';
import { namesOf } from '../../src/condition/walk.ts';
import { compileSystem } from '../../src/engine/compile-system.ts';
import { sound, withLamp } from '../toys/toys.ts';

describe('is computed once:', () => {
  it('the compiled form of each system', () => {
    expect(compileSystem(sound)).toBe(compileSystem(sound));
    expect(compileSystem(withLamp({}))).not.toBe(compileSystem(sound));
  });

  it('the table of an event, and the rules of a command', () => {
    const { reactions, rules } = compileSystem(sound).lifecycles.get('lamp') ?? {};
    expect(reactions?.get('switchOn')).toBeDefined();
    expect(reactions?.get('switchOn')).toBe(reactions?.get('switchOn'));
    expect(rules?.get('switchOn')).toBe(rules?.get('switchOn'));
    expect(reactions?.get('flicker')).toBeUndefined();
  });

  it('the names that a condition reads', () => {
    const condition = { any: [{ LIGHT: 'ON' }, { plugged: true }] };
    expect(namesOf(condition)).toEqual(new Set(['LIGHT', 'plugged']));
    expect(namesOf(condition)).toBe(namesOf(condition));
  });
});
