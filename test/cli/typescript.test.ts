import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, file } from './program.ts';

/** Like Node 22.12, the oldest supported version, which runs TypeScript only with a flag. */
describe('if Node does not run TypeScript, a message says what is needed', () => {
  const before = Object.getOwnPropertyDescriptor(process.features, 'typescript') as PropertyDescriptor;
  beforeAll(() => void Object.defineProperty(process.features, 'typescript', { value: false, configurable: true }));
  afterAll(() => void Object.defineProperty(process.features, 'typescript', before));

  const path = (ending: string) => file('export default () => true;\n', `mine.${ending}`);

  it.each([
    ['describe', () => ['--system', path('ts')]],
    ['simulate', () => [file('wait 1\n'), '--system', path('mts')]],
    ['site', () => ['--system', path('cts')]],
    ['gate check', () => [path('ts')]],
    ['gate check', () => [path('mts'), '--entity', 'agent']],
    ['serve', () => ['--port', '0', '--routes', path('ts')]],
    ['gate check', () => ['--page', 'http://localhost/', '--adapter', path('ts')]],
  ])('%s', async (verb, args) => {
    const { status, stdout, stderr } = await call([...verb.split(' '), ...args()]);
    expect(stderr).toMatch(
      /^lifecycle [a-z ]+: cannot read "[^\n]+": Node [\d.]+ does not run TypeScript; use Node 22\.18 or later, or compile it to JavaScript\n$/,
    );
    expect([status, stdout]).toEqual([2, '']);
  });

  it('JavaScript runs', async () => {
    const { status } = await call(['gate', 'check', path('mjs'), '--system', 'dovecot', '--entity', 'account']);
    expect(status).toBe(1);
  });
});
