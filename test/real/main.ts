import { parseArgs } from 'node:util';

/** The options of a check against a real server. */
export interface RealOptions {
  readonly steps: number;
  readonly seed: number;
}

/** Runs the check, and returns the exit status. */
type Check = { readonly run: (options: RealOptions) => Promise<number> };

/** The systems that are compared with their real server, each loaded on demand. */
const checks: { readonly [system: string]: () => Promise<Check> } = {
  dovecot: () => import('./dovecot.ts'),
  wildduck: () => import('./wildduck/index.ts'),
};

/** Reports misuse in one line, with status 2. */
function refuse(why: string): never {
  console.error(`check:real: ${why}`);
  process.exit(2);
}

const wholeOf = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : Number.NaN);

function read(): { names: readonly string[]; options: RealOptions } {
  const options = { steps: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } } as const;
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options });
    const numbers = { steps: wholeOf(values.steps), seed: wholeOf(values.seed) };
    if (Number.isNaN(numbers.steps + numbers.seed)) {
      refuse('--steps and --seed take a whole number, as in --steps 2000 --seed 1');
    }
    const unknown = positionals.find((name) => !Object.hasOwn(checks, name));
    if (unknown !== undefined) refuse(`no check of ${unknown}; there are: ${Object.keys(checks).join(', ')}`);
    return { names: positionals.length > 0 ? positionals : Object.keys(checks), options: numbers };
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

const { names, options } = read();
for (const name of names) {
  const check = await (checks[name] as () => Promise<Check>)();
  process.exitCode = Math.max(Number(process.exitCode ?? 0), await check.run(options));
}
