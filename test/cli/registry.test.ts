import { expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import { loaders } from '../../machines/lazy.ts';
import { allSystems, systemNamed, systemNames } from '../../src/cli/systems.ts';

test('the systems that are loaded on demand are those of the registry, in the same order', async () => {
  expect(Object.keys(loaders)).toEqual(Object.keys(systems));
  expect(systemNames).toEqual(Object.values(systems).map(({ name }) => name));
  expect(await allSystems()).toEqual(Object.values(systems));
});

test('a system is loaded once', async () => {
  for (const name of systemNames) expect(await systemNamed(name)).toBe(await systemNamed(name));
});

test('an unknown system is refused with a list of the known ones', async () => {
  await expect(systemNamed('dovecto')).rejects.toThrow('unknown system "dovecto" (did you mean dovecot?)');
  await expect(systemNamed('toString')).rejects.toThrow('unknown system "toString"');
});
