import { parseArgs } from 'node:util';

/** What a check of a real server is told. */
export interface RealOptions {
  readonly steps: number;
  readonly seed: number;
}

/** Runs the check, and says with which status to end. */
type Check = { readonly run: (options: RealOptions) => Promise<number> };

/** The systems that are held against their real server, each loaded when it is asked for. */
const checks: { readonly [system: string]: () => Promise<Check> } = {
  wildduck: () => import('./wildduck/index.ts'),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { steps: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
});

const wholeOf = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : Number.NaN);
const options = { steps: wholeOf(values.steps), seed: wholeOf(values.seed) };
const names = positionals.length > 0 ? positionals : Object.keys(checks);
const unknown = names.find((name) => !Object.hasOwn(checks, name));

if (unknown !== undefined) {
  console.error(`check:real: no check of ${unknown}; there are: ${Object.keys(checks).join(', ')}`);
  process.exitCode = 2;
} else if (Number.isNaN(options.steps) || Number.isNaN(options.seed)) {
  console.error('check:real: --steps and --seed take a whole number, as in --steps 2000 --seed 1');
  process.exitCode = 2;
} else {
  for (const name of names) {
    const check = await (checks[name] as () => Promise<Check>)();
    process.exitCode = Math.max(Number(process.exitCode ?? 0), await check.run(options));
  }
}
