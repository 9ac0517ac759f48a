import fc from 'fast-check';
import { wildduck } from '../../../machines/wildduck/index.ts';
import type { Step } from '../../../src/model/index.ts';
import type { Hints } from '../../random/hints.ts';
import { walks } from '../../random/walks.ts';
import { hints, leaving, mail, signingIn } from '../../systems/wildduck/oracle/hints.ts';

/** The walks of the property test, without steps for which the server has no call. */
const real = (about: Hints): Hints => ({
  ...about,
  share: { ...about.share, server: 1 },
  values: {
    ...about.values,
    password: ['correct-horse', 'correct-horse', 'two', 'breached'],
    'session authenticate password': ['correct-horse', 'correct-horse', 'two', 'wrong', 'temporary'],
    size: ['0', '1', '500', '1000', '1500', '2500'],
  },
  likely: { ...about.likely, 'server fault': 0, 'message append': 0, 'mailbox fetch': 0 },
});

const LENGTH = 60;

/** Endless walks of each sort in turn; the same seed gives the same walks. */
export function* walksFrom(seed: number): Generator<readonly Step[]> {
  const sorts = [hints, signingIn, mail, leaving].map((about) =>
    walks(wildduck, real(about), { length: LENGTH, likely: 85, surveys: 60 }),
  );
  for (let each = 0; ; each += 1) {
    const sort = sorts[each % sorts.length] as (typeof sorts)[number];
    yield* fc.sample(sort, { numRuns: 1, seed: seed + each });
  }
}
