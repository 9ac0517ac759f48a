import { Simulator } from '../../engine/simulate.ts';
import { Complaint } from '../../scenario/complaint.ts';
import { command } from '../command.ts';
import { inputOf } from '../io/input.ts';
import { Progress } from '../io/progress.ts';
import { json as jsonOption, noColor, system } from '../options.ts';
import { systemNamed } from '../systems.ts';
import { resultLines } from '../text/result-lines.ts';
import { StepColumns } from '../text/step-columns.ts';
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
    system: system(),
    json: jsonOption,
    junit: { value: 'OUT', says: 'also write a JUnit report, with a test case for each file' },
    watch: { says: 'run again whenever a file, or the module of --system, changes' },
    interactive: { short: 'i', says: 'type steps, each answered at once; FILE is run before' },
    'no-color': noColor,
  },
  notes: [
    'A file is checked as a whole before any step runs. Standard input or a pipe is answered as it comes.',
    'A line may have an expectation, as in `job copy.start => 650`. The exit status is 1 if one was missed.',
    'Several files, or a folder, are a test run: each file runs in its own world and gets a line. The exit status is the highest.',
    'The output of --json is a scenario too, in which each step expects its own outcome, code and statuses.',
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
    const { out, paint, width } = terminal;
    const json = options.json === true;
    const chosen = await systemNamed(options.system);
    const [first] = args;
    if (options.interactive) {
      if (options.json || options.junit) throw new Complaint('-i goes with neither --json nor --junit');
      if (args.length > 1) throw new Complaint('-i takes one FILE at most, to begin with');
      const { converse } = await import('./simulate/interactive.ts');
      return converse(chosen, first, terminal);
    }
    if (options.junit !== undefined || args.length > 1 || (first !== undefined && isFolder(first))) {
      const { testRun } = await import('./simulate/suite.ts');
      return testRun(chosen, filesOf(args.length > 0 ? args : ['-']), { json, junit: options.junit }, terminal);
    }
    const input = await inputOf(first);
    const simulator = new Simulator(chosen);
    const columns = 'flow' in input ? StepColumns.of(chosen) : new StepColumns();
    const report = json
      ? resultLines(simulator)
      : new Transcript(simulator, { file: input.name, columns, paint, width });
    const progress = new Progress(terminal);
    const { status, malformed } = await runFile(simulator, input, report, out, progress, json ? undefined : columns);
    for (const line of malformed) terminal.complain(line);
    return status;
  },
});
