import { outcome } from '../systems/dovecot/real/outcome.ts';
import { missing, Servers } from '../systems/dovecot/real/servers.ts';
import type { Situation } from '../systems/dovecot/real/situation.ts';
import { situations } from '../systems/dovecot/real/situations.ts';
import { type Pass, Walk } from '../systems/dovecot/real/walk.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** How often a run differed from the vendor's table. */
type Known = Map<string, number>;

/**
 * Compares the exit codes of the real doveadm with the model: first in each named situation, then on a random walk of
 * the given length. The status is 1 if anything differs from docs/systems/dovecot.md.
 */
export async function run({ steps, seed }: { steps: number; seed: number }): Promise<number> {
  const why = missing();
  if (why !== undefined) {
    say(`skipped: dovecot, as ${why}`);
    return 0;
  }
  const servers = await Servers.start();
  const known: Known = new Map();
  try {
    const faults = [...(await alone(servers, known)), ...(await walked(servers, { steps, seed }, known))];
    say("known differences between the vendor's table and doveadm:");
    for (const [difference, times] of known) say(`  ${times} x ${difference}`);
    for (const fault of faults) say(`NOT AS EXPECTED: ${fault}`);
    return faults.length > 0 ? 1 : 0;
  } finally {
    await servers.stop();
  }
}

async function alone(servers: Servers, known: Known): Promise<string[]> {
  const faults: string[] = [];
  for (const situation of situations) {
    const { what, exit, leaves, finds = {} } = situation;
    const [expected, seen] = [{ exit, leaves, finds }, await outcome(servers, situation)].map((each) =>
      JSON.stringify(each),
    );
    if (seen !== expected) faults.push(`${what}: expected ${expected}, seen ${seen}`);
    else count(known, situation);
  }
  say(`situations: ${situations.length}, agreements: ${situations.length - faults.length}`);
  return faults;
}

async function walked(
  servers: Servers,
  { steps, seed }: { steps: number; seed: number },
  known: Known,
): Promise<string[]> {
  const walk = new Walk(servers, seed);
  const faults: string[] = [];
  let [step, passes] = [0, 0];
  while (step < steps && faults.length === 0) {
    step += 1;
    const pass = await walk.step();
    if (pass === undefined) continue;
    passes += 1;
    const fault = faultOf(pass);
    if (fault !== undefined) faults.push(`seed ${seed}, step ${step}, ${pass.line}: ${fault}`);
    else if (pass.trouble) count(known, pass.trouble);
  }
  say(`walk: seed ${seed}, steps: ${step}, passes: ${passes}, agreements: ${passes - faults.length}`);
  return faults;
}

function faultOf({ exit, expected, trouble, fault }: Pass): string | undefined {
  if (exit === expected) return fault;
  return `doveadm exited ${exit}, not ${expected}${trouble ? `, when ${trouble.what}` : ''}`;
}

function count(known: Known, { what, exit, table }: Pick<Situation, 'what' | 'exit' | 'table'>): void {
  if (table === undefined) return;
  const difference = `${what}: ${exit}, where the table has ${table.exit}; ${table.reason}`;
  known.set(difference, (known.get(difference) ?? 0) + 1);
}
