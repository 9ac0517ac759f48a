import { readdirSync, readFileSync } from 'node:fs';
import { wildduck } from '../../../machines/wildduck/index.ts';
import { readScenario } from '../../../src/scenario/index.ts';
import type { RealOptions } from '../main.ts';
import { Bench, newTally, type Tally } from './compare.ts';
import { needRedis, needWildDuck, Unavailable, VERSION } from './install.ts';
import { known } from './known.ts';
import { MongoStandIn } from './mongo/server.ts';
import { start } from './processes.ts';
import { walksFrom } from './walks.ts';

/** The server's clock at the start: the beginning of a step of one-time codes. */
const STARTS_AT = Date.UTC(2026, 0, 1);

const scenarios = new URL('../../systems/wildduck/scenarios/', import.meta.url);

/** Compares the model with a running WildDuck: on the acceptance scenarios, then on random walks. */
export async function run({ steps, seed }: RealOptions): Promise<number> {
  let folder: string;
  let redis: string;
  try {
    [redis, folder] = [needRedis(), needWildDuck()];
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    console.log(`wildduck: skipped, since ${error.message}`);
    return 0;
  }
  process.env.WILDDUCK_FOLDER = folder;
  const mongo = new MongoStandIn();
  const running = await start(folder, redis, mongo, STARTS_AT);
  const tally = newTally();
  try {
    const bench = new Bench(running, mongo, STARTS_AT);
    const files = readdirSync(scenarios).sort();
    for (const file of files) {
      await bench.compare(file, readScenario(wildduck, readFileSync(new URL(file, scenarios), 'utf8'), file), tally);
    }
    const end = tally.asked + steps;
    let walks = 0;
    for (const walk of walksFrom(seed)) {
      if (tally.asked === end) break;
      walks += 1;
      await bench.compare(`walk ${walks} of seed ${seed}`, walk, tally, end - tally.asked);
    }
    report(tally, `${files.length} scenarios, and ${steps} steps of ${walks} walks from seed ${seed}`);
  } finally {
    running.stop();
  }
  return tally.differences > 0 ? 1 : 0;
}

const sum = (counts: Iterable<number>): number => [...counts].reduce((total, count) => total + count, 0);

function report({ asked, agreed, known: met, leftOut, answers, differences }: Tally, what: string): void {
  console.log(`WildDuck ${VERSION}, really run: ${what}`);
  console.log(
    `${asked} steps asked, ${agreed} agreements (${answers.size} different answers), ${differences} differences`,
  );
  console.log(`${sum(met.values())} known differences`);
  for (const each of known) {
    const answer = each.server ?? 'no code';
    console.log(`  ${met.get(each) ?? 0} × ${each.command}: ${each.model} for ${answer}, since ${each.why}`);
  }
  console.log(`${sum(leftOut.values())} steps left out`);
  for (const [reason, count] of leftOut) console.log(`  ${count} × ${reason}`);
}
