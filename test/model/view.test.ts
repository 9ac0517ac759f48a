import { describe, expect, it } from 'vitest';
import { besideIn, placeInView, type View, valueIn } from '../../src/model/index.ts';

describe('a view shows a fact', () => {
  it('among its facts', () => expect(placeInView({})).toBe('facts'));
  it('at the top level if the lifecycle says so', () => expect(placeInView({ shown: 'beside' })).toBe('beside'));
  it('not if the lifecycle hides it', () => expect(placeInView({ shown: false })).toBeUndefined());
  it('not if it depends on parameters', () => expect(placeInView({ usesParams: true })).toBeUndefined());
  it('that depends on parameters if the lifecycle says so', () =>
    expect(placeInView({ usesParams: true, shown: true })).toBe('facts'));
});

describe('a view has the value of', () => {
  const view: View = { entity: 'lamp:1', phases: { LIGHT: null }, facts: { plugged: true }, room: 'DARK' };
  it('a phase', () => expect(valueIn(view, 'LIGHT')).toBeNull());
  it('a fact', () => expect(valueIn(view, 'plugged')).toBe(true));
  it('a fact at the top level', () => expect(valueIn(view, 'room')).toBe('DARK'));
  it('nothing else', () => expect(valueIn(view, 'bulb')).toBeUndefined());
  it('those at the top level together', () => expect(besideIn(view)).toEqual({ room: 'DARK' }));
});
