import { expect, it } from 'vitest';
import { type CodeRow, listedRow, markMeaning } from '../../src/model/index.ts';

it('a mark for something that was read is followed by its version', () => {
  const marks = { S: 'stated by the vendor', F: { says: 'found in the source of', version: 'Lamp 2.1' } };
  expect(markMeaning(marks, 'S')).toBe('stated by the vendor');
  expect(markMeaning(marks, 'F')).toBe('found in the source of Lamp 2.1');
  expect(markMeaning(marks, 'O')).toBeUndefined();
});

it('a row is listed with its system and its other names, without its oddity and its reason', () => {
  const listed = {
    code: 75,
    name: 'TEMPFAIL',
    category: 'Exits',
    kind: 'informational',
    meaning: 'Try again.',
    mark: 'S',
  } as const;
  const also = [{ name: 'EX_TEMPFAIL', says: 'in sysexits.h' }];
  const row: CodeRow = { ...listed, oddity: 'stands twice', why: 'nothing gives it' };
  expect(listedRow('lamps', row)).toEqual({ system: 'lamps', ...listed });
  expect(listedRow('lamps', { ...row, also })).toEqual({ system: 'lamps', ...listed, also });
});
