import { expect, test } from 'vitest';
import { addressOf, linkFrom } from '../../src/link/addresses.ts';

test('an address contains the system, and the entity and command or the code', () => {
  expect(addressOf.system('egnyte')).toBe('egnyte/');
  expect(addressOf.entity('egnyte', 'job')).toBe('egnyte/job/');
  expect(addressOf.command('egnyte', 'job', 'copy.start')).toBe('egnyte/job/copy.start/');
  expect(addressOf.code('egnyte', 671)).toBe('egnyte/codes/671/');
});

test('blanks, slashes and colons become dashes', () => {
  expect(addressOf.code('dropsuite', 'Partially Completed')).toBe('dropsuite/codes/Partially-Completed/');
  expect(addressOf.code('x', 'a/b: c')).toBe('x/codes/a-b-c/');
});

test('links are relative', () => {
  expect(linkFrom('egnyte/codes/671/', 'play/')).toBe('../../../play/');
  expect(linkFrom('egnyte/', 'egnyte/job/')).toBe('../egnyte/job/');
  expect(linkFrom('', 'play/')).toBe('play/');
  expect(linkFrom('', '')).toBe('./');
});
