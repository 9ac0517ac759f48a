import { describe, expect, it } from 'vitest';
import { systems } from '../../machines/index.ts';
import { unknownEvent } from '../../src/condition/unknown-event.ts';
import { sound } from '../toys/toys.ts';

describe('an event that the entity does not have', () => {
  const { lamp } = sound.entities;

  it('is answered with the mark of its code', () => {
    expect(unknownEvent(sound, lamp, 'dance')).toEqual({ reason: 'no event of a lamp is called dance', mark: 'I' });
  });

  it('is answered with the mark of the rule, where the system states one', () => {
    expect(unknownEvent({ ...sound, unknownEventMark: 'S' }, lamp, 'dance').mark).toBe('S');
  });

  it.each([
    ['swichOff', 'switchOff'],
    ['brunt', 'burnt'],
  ])('%s gets a hint: %s', (event, near) =>
    expect(unknownEvent(sound, lamp, event).hint).toBe(`did you mean ${near}?`),
  );

  it.each(['a user', 'a unit', 'an upload', 'an account', 'a job'])('of %s', (named) => {
    const kind = named.replace(/^an? /, '');
    expect(unknownEvent(sound, { ...lamp, kind }, 'dance').reason).toBe(`no event of ${named} is called dance`);
  });

  it('has a mark in every system', () => {
    for (const system of Object.values(systems)) {
      for (const lifecycle of Object.values(system.entities)) {
        expect(unknownEvent(system, lifecycle, 'dance').mark).toMatch(/^[SDFOI]$/);
      }
    }
  });
});
