import { expect, it } from 'vitest';
import { flag, says } from '../../src/model/flag.ts';

it('a flag is false or true, and usually false', () => expect(flag).toEqual({ values: [false, true], usual: false }));

it('a flag is worded for true, then for false', () =>
  expect(says('it is plugged in', 'it is not plugged in')).toEqual({
    true: 'it is plugged in',
    false: 'it is not plugged in',
  }));
