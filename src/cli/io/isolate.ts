import { errorWords, oneLine } from '../../scenario/wording.ts';

/**
 * Runs work that calls a user's code. What that code writes to standard output goes to standard error, so that it does
 * not mix with what is printed. The code cannot end the program, neither by `process.exit` nor by a promise that never
 * settles: an unfinished check must not look like one that found nothing.
 */
export async function isolate<Result>(work: () => Promise<Result>): Promise<Result> {
  if (isolated) return work();
  isolated = true;
  const { stdout, stderr, exit } = process;
  const write = stdout.write;
  const ended = (): void => {
    stderr.write(
      'lifecycle: your module never finished loading: it awaits something that never settles; ' +
        'run it with node, which names the line\n',
    );
    process.exitCode = 2;
  };
  stdout.write = stderr.write.bind(stderr) as typeof stdout.write;
  process.exit = (code) => {
    throw new Error(`called process.exit(${code ?? ''})`);
  };
  process.on('exit', ended);
  try {
    return await reportingStrays(work);
  } finally {
    isolated = false;
    stdout.write = write;
    process.exit = exit;
    process.off('exit', ended);
  }
}

let isolated = false;

/** Until the work is done, the program can only end with this status: a timer of a user's module may call `process.exit`. */
export async function withStatus<Status extends number>(status: Status, work: () => Promise<void>): Promise<Status> {
  const { exit } = process;
  process.exit = () => exit(status);
  try {
    await reportingStrays(work);
    return status;
  } finally {
    process.exit = exit;
  }
}

/** An error that a user's code throws outside of an answer does not end the program. The first few are reported, once each. */
async function reportingStrays<Result>(work: () => Promise<Result>): Promise<Result> {
  const told = new Set<string>();
  const report = (what: string, error: unknown): void => {
    const { name, message } = errorWords(error);
    const line = oneLine(`lifecycle: your module ${what}: ${name}: ${message}`);
    if (told.has(line) || told.size === MOST) return;
    told.add(line);
    process.stderr.write(`${line}\n`);
  };
  const rejected = (reason: unknown): void => report('left a rejection unhandled', reason);
  const threw = (error: unknown): void => report('threw outside of an answer', error);
  process.on('unhandledRejection', rejected);
  process.on('uncaughtException', threw);
  try {
    return await work();
  } finally {
    // Node reports unhandled rejections after the promises that are settled by then.
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', rejected);
    process.off('uncaughtException', threw);
  }
}

const MOST = 20;
