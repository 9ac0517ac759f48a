/**
 * Runs work that calls a user's code. What that code writes to standard output goes to standard error, so that it does
 * not mix with the report. Unhandled rejections are reported and ignored. The code cannot end the program, neither by
 * `process.exit` nor by a promise that never settles: an unfinished check must not look like one that found nothing.
 */
export async function isolateSubject<Result>(work: () => Promise<Result>): Promise<Result> {
  const { stdout, stderr, exit } = process;
  const write = stdout.write;
  const missed = (reason: unknown): void => {
    stderr.write(`lifecycle gate check: the subject left a rejection unhandled: ${String(reason).split('\n', 1)[0]}\n`);
  };
  const ended = (): void => {
    stderr.write('lifecycle gate check: the subject waits for what never comes; see that node can import it\n');
    process.exitCode = 2;
  };
  stdout.write = stderr.write.bind(stderr) as typeof stdout.write;
  process.exit = (code) => {
    throw new Error(`called process.exit(${code ?? ''})`);
  };
  process.on('unhandledRejection', missed);
  process.on('exit', ended);
  try {
    return await work();
  } finally {
    stdout.write = write;
    process.exit = exit;
    process.off('unhandledRejection', missed);
    process.off('exit', ended);
  }
}

/** Until the work is done, the program ends with this status, whoever ends it: a timer of the subject may try. */
export async function withStatus<Status extends number>(status: Status, work: () => Promise<void>): Promise<Status> {
  const { exit } = process;
  process.exit = () => exit(status);
  try {
    await work();
    return status;
  } finally {
    process.exit = exit;
  }
}
