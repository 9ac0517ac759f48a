import { parseArgs } from 'node:util';

/*
 * npm run check:real -- NAME… [--steps N] [--seed N]: holds a model against the real server. Its status is 1 where they
 * differ otherwise than is known.
 */

interface Check {
  run(options: { steps: number; seed: number }): Promise<number>;
}

const checks: { readonly [name: string]: () => Promise<Check> } = {
  dovecot: () => import('./dovecot.ts'),
};

const { values, positionals } = parseArgs({
  options: { steps: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const wrong = positionals.find((name) => !Object.hasOwn(checks, name));
const count = /^[0-9]+$/;
if (positionals.length === 0 || wrong !== undefined || !count.test(values.steps) || !count.test(values.seed)) {
  const what =
    wrong === undefined ? 'usage: check:real NAME… [--steps N] [--seed N]' : `no real server is known as ${wrong}`;
  console.error(`${what}; there are ${Object.keys(checks).join(', ')}`);
  process.exit(2);
}
for (const name of positionals) {
  const check = await (checks[name] as () => Promise<Check>)();
  const status = await check.run({ steps: Number(values.steps), seed: Number(values.seed) });
  process.exitCode = Math.max(Number(process.exitCode ?? 0), status);
}
