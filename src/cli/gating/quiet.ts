/**
 * Runs a work while whatever others write to standard output, by `console` or to the stream, goes to standard error: what
 * is ours to print must not be mixed with what a subject says. What nobody caught of its promises is no fault of ours.
 */
export async function apart<Result>(work: () => Promise<Result>): Promise<Result> {
  const { stdout, stderr } = process;
  const write = stdout.write;
  const missed = (reason: unknown): void => {
    stderr.write(`lifecycle gate check: the subject left a rejection unhandled: ${String(reason).split('\n', 1)[0]}\n`);
  };
  stdout.write = stderr.write.bind(stderr) as typeof stdout.write;
  process.on('unhandledRejection', missed);
  try {
    return await work();
  } finally {
    stdout.write = write;
    process.off('unhandledRejection', missed);
  }
}
