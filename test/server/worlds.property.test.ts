import { expect, it } from 'vitest';
import { systems } from '../../machines/index.ts';
import { alphabetOf } from '../../src/engine/sample-lines.ts';
import { handler } from '../../src/server/index.ts';
import { Session } from '../../src/session/session.ts';
import { fc } from '../random/fast-check.ts';
import { seedOr } from '../random/seed.ts';
import { clientOf } from './asking.ts';

const SEED = seedOr(20_261_129);
const WORLDS = 50;

const { egnyte } = systems;
const lines = alphabetOf(egnyte);
const sends = fc.array(fc.record({ world: fc.nat(WORLDS - 1), line: fc.constantFrom(...lines) }), {
  minLength: 200,
  maxLength: 600,
});

it('50 concurrent worlds do not affect each other', async () => {
  await fc.assert(
    fc.asyncProperty(sends, async (list) => {
      const ask = clientOf(handler(egnyte, { after: 'given ready' }));
      const headers = (world: number) => ({ 'lifecycle-world': `world ${world}` });
      const got = await Promise.all(
        list.map(({ world, line }) => ask('POST /_lifecycle/scenario', line, headers(world))),
      );
      for (let world = 0; world < WORLDS; world += 1) {
        const alone = new Session(egnyte);
        alone.play('given ready');
        const own = list.flatMap((each, index) => (each.world === world ? [{ ...each, ...got[index] }] : []));
        for (const { line, body } of own) expect(body).toEqual(JSON.parse(JSON.stringify(alone.play(line))));
        const jobs = (await ask('GET /v1/job', undefined, headers(world))).body;
        expect(jobs).toEqual(alone.views().filter(({ entity }) => entity.startsWith('job:')));
      }
    }),
    { seed: SEED, numRuns: 5 },
  );
}, 120_000);
