import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outcome } from './outcome.ts';
import { missing, Servers } from './servers.ts';
import { situations } from './situations.ts';

const why = missing();
const because = why === undefined ? '' : ` (skipped: ${why})`;

describe.skipIf(why !== undefined)(`real doveadm, and what the model makes of its exit${because}`, () => {
  let servers: Servers;
  beforeAll(async () => {
    servers = await Servers.start();
  });
  afterAll(() => servers?.stop());

  for (const situation of situations) {
    const { what, exit, leaves, finds = {} } = situation;
    test.concurrent(`${what}: ${exit}, ${leaves}`, { timeout: 60_000 }, async () => {
      expect(await outcome(servers, situation)).toEqual({ exit, leaves, finds });
    });
  }
});
