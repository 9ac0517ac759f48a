import type { System } from '../../model/index.ts';
import { Complaint } from '../../scenario/complaint.ts';
import { command, type Status } from '../command.ts';
import { inputOf } from '../io/input.ts';
import { Progress } from '../io/progress.ts';
import { DEFAULT_COLUMNS, type Paint, type Terminal } from '../io/terminal.ts';
import { json, noColor, system } from '../options.ts';
import { systemNamed, usual } from '../systems.ts';
import { resultLines } from '../text/result-lines.ts';
import { Transcript } from '../text/transcript.ts';
import { filesOf, isFolder } from './simulate/inputs.ts';
import { runFile } from './simulate/run-file.ts';

export default command({
  arguments: [
    {
      name: 'FILE',
      says: 'a scenario, as text or NDJSON, or a folder of *.txt and *.ndjson; - or none is standard input',
      optional: true,
      many: true,
    },
  ],
  options: {
    system: system(usual),
    json,
    junit: { value: 'OUT', says: 'write a JUnit report too, a test case for each file' },
    watch: { says: 'run again whenever a file, or the module of --system, changes' },
    interactive: { short: 'i', says: 'type steps and have each answered at once; FILE is what goes before' },
    'no-color': noColor,
  },
  notes: [
    'A file is checked as a whole before any step runs. Standard input, or a pipe, is answered as it comes.',
    'A line may say what it expects, as in `job copy.start => 650`; the exit status is 1 where that was missed.',
    'Several files, or a folder, are a test run: a line a file, each in a world of its own, and the highest status.',
    'What --json writes is a scenario too: each step expects the outcome, the code and the statuses that it had.',
  ],
  examples: [
    { run: 'lifecycle simulate scenario.txt', says: 'a file, for a person' },
    { run: 'lifecycle simulate scenario.ndjson --json >results.ndjson', says: 'a file, for a program' },
    {
      run: "printf 'given ready\\njob copy.start => accepted\\n' | lifecycle simulate",
      says: 'two lines, as they come',
    },
    { run: 'lifecycle simulate scenarios --junit report.xml', says: 'a folder, as tests' },
    { run: 'lifecycle simulate -i', says: 'a session; ? says what is possible now' },
  ],
  async run({ options, args }, terminal) {
    if (options.watch) {
      const { watchScenarios } = await import('./simulate/watch.ts');
      return watchScenarios(args, options.system, terminal);
    }
    const chosen = await systemNamed(options.system ?? usual);
    const paint = terminal.paint(options['no-color'] === true);
    if (options.interactive) {
      if (options.json || options.junit) throw new Complaint('-i goes with neither --json nor --junit');
      if (args.length > 1) throw new Complaint('-i takes one FILE at most, to begin with');
      const { converse } = await import('./simulate/interactive.ts');
      return converse(chosen, args[0], terminal, paint);
    }
    const [first] = args;
    if (options.junit !== undefined || args.length > 1 || (first !== undefined && isFolder(first))) {
      return testRun(chosen, args, { json: options.json === true, junit: options.junit, paint }, terminal);
    }
    const input = await inputOf(first);
    const progress = new Progress(terminal);
    try {
      const { status, malformed } = await runFile(
        chosen,
        input,
        {
          report: (simulator, columns) =>
            options.json
              ? resultLines(simulator)
              : new Transcript(simulator, {
                  file: input.name,
                  columns,
                  paint,
                  width: terminal.columns ?? DEFAULT_COLUMNS,
                }),
          inColumns: options.json !== true,
        },
        terminal.out,
        progress,
      );
      for (const line of malformed) terminal.complain(line);
      return status;
    } finally {
      progress.clear();
    }
  },
});

async function testRun(
  chosen: System,
  args: readonly string[],
  how: { readonly json: boolean; readonly junit: string | undefined; readonly paint: Paint },
  terminal: Terminal,
): Promise<Status> {
  const { runAll, testCasesOf, totalOf, worst } = await import('./simulate/suite.ts');
  const save = how.junit === undefined ? undefined : (await import('../io/save.ts')).saving(how.junit);
  const began = process.uptime();
  const tested = await runAll(chosen, filesOf(args.length > 0 ? args : ['-']), terminal, how);
  if (save) {
    const { junit } = await import('../text/junit.ts');
    const name = `lifecycle simulate: ${chosen.name}`;
    save(junit(name, testCasesOf(chosen.name, tested), process.uptime() - began, totalOf(tested)));
  }
  return worst(tested);
}
