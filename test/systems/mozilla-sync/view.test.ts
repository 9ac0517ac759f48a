import { describe, expect, test } from 'vitest';
import { mozillaSync } from '../../../machines/mozilla-sync/index.ts';
import { ScenarioError } from '../../../src/scenario/index.ts';
import { factsAfter, run, viewAfter } from './run.ts';

const TWO = 'given ready / account:2 create password=battery-staple';
const usual = { nodeStatus: 'HEALTHY', faultArmed: false, registered: true, ownedByAnother: false, overQuota: false };

describe('9: facts of the view', () => {
  const facts: [entity: string, text: string, facts: object][] = [
    ['account:1', 'given ready', { captchaRequired: false }],
    ['account:1', 'given ready / server set captcha=on', { captchaRequired: true }],
    ['storage:1', 'given ready / storage info', usual],
    ['collection:1', 'given ready / collection post', usual],
    ['bso:1', 'given ready / bso put', usual],
    ['batch:1', 'given ready / batch open', usual],
    ['bso:1', 'given ready / bso put / node down', { ...usual, nodeStatus: 'DOWN' }],
    ['bso:1', 'given ready / bso put / node:2 down', usual],
    ['bso:1', 'given ready / bso put / node:2 fault code=GETVS_FAILED', { ...usual, faultArmed: true }],
    ['bso:1', 'given ready / bso put / account delete', { ...usual, registered: false }],
    ['bso:1', `${TWO} / bso put user=2`, { ...usual, ownedByAnother: true }],
    ['batch:1', `${TWO} / batch open user=2`, { ...usual, ownedByAnother: true }],
    ['storage:2', `${TWO} / storage:2 info`, usual],
    ['bso:1', 'given ready / server set quota=1 / bso put size=1', { ...usual, overQuota: true }],
    ['batch:1', 'given ready / batch open / server set quota=1 / bso put size=1', { ...usual, overQuota: true }],
    ['node:1', 'given ready', {}],
    ['server:1', 'server set captcha=on', {}],
  ];
  for (const [entity, text, expected] of facts) {
    test(`${entity} after ${text}`, () => expect(factsAfter(text, entity)).toEqual(expected));
  }
  test('phases', () => {
    expect(viewAfter('given ready', 'account:1')?.phases).toEqual({ ACCOUNT: 'REGISTERED', EMAIL: 'SET', RESET: null });
    expect(viewAfter('server set captcha=on', 'server:1')?.phases).toEqual({});
    expect(viewAfter('given ready / bso put', 'bso:1')).not.toHaveProperty('agent');
  });
});

describe('1: statuses without codes', () => {
  test('of every phase', () => {
    const phases = Object.values(mozillaSync.entities).flatMap(({ phases: table }) => Object.values(table));
    expect(phases.flatMap((table) => Object.values(table)).every((code) => code === null)).toBe(true);
  });
});

describe('malformed lines', () => {
  const lines = [
    'account create colour=red',
    'account create captcha=none',
    'account create body=invalid',
    'account password.change code=none',
    'account delete auth=maybe',
    'storage info unmodifiedSince=1',
    'storage delete confirm=perhaps',
    'collection get ids=a',
    'collection post ids=',
    'collection post ids=a,,b',
    'collection post ids=a.b',
    `collection post ids=${'n'.repeat(65)}`,
    'collection post size=large',
    'collection post sortindex=1',
    'collection post collection=tabs',
    'collection get unmodifiedSince=1234567890123456',
    'bso put size=-1',
    'bso put records=1',
    'bso put user=a/b',
    'bso get size=1',
    'batch open client=older',
    'batch open host=here',
    'node backoff seconds=soon',
    'node backoff seconds=0',
    'node healthy seconds=1',
    'node fault',
    'node fault code=OTHER',
    'node fault code="server issue: pool exhausted"',
    'server set quota=0',
    'server set quota=000',
    'server set quota=1234567890123456',
    'server set captcha=yes',
    'tabs get',
  ];
  for (const line of lines) test(line, () => expect(() => run(line)).toThrow(ScenarioError));
});
