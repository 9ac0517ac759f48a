import { Simulator } from '../../engine/simulate.ts';
import type { Step } from '../../model/index.ts';
import { ScenarioReader } from '../../scenario/index.ts';
import { command, type Status } from '../command.ts';
import { type Batch, batchesOf } from '../io/batches.ts';
import { chunksOf, inputOf, type RegularFile } from '../io/input.ts';
import type { Output } from '../io/output.ts';
import { Progress } from '../io/progress.ts';
import { json, noColor, system } from '../options.ts';
import { systemNamed, usual } from '../systems.ts';
import type { Report } from '../text/report.ts';
import { resultLines } from '../text/result-lines.ts';
import { Transcript } from '../text/transcript.ts';

export default command({
  summary: 'run a scenario, and show what becomes of each step',
  arguments: [{ name: 'FILE', says: 'the scenario, as text or NDJSON; - or none is standard input', optional: true }],
  options: { system: system(usual), json, 'no-color': noColor },
  notes: [
    'A file is checked as a whole before any step runs. Standard input, or a pipe, is answered as it comes.',
    'A line may say what it expects, as in `job copy.start => 650`; the exit status is 1 where that was missed.',
  ],
  examples: [
    { run: 'lifecycle simulate scenario.txt', says: 'a file, for a person' },
    { run: 'lifecycle simulate scenario.ndjson --json >results.ndjson', says: 'a file, for a program' },
    {
      run: "printf 'given ready\\njob copy.start => accepted\\n' | lifecycle simulate",
      says: 'two lines, as they come',
    },
  ],
  async run({ options, args }, terminal) {
    const system = await systemNamed(options.system ?? usual);
    const simulator = new Simulator(system);
    const paint = terminal.paint(options['no-color'] === true);
    const report = options.json ? resultLines(simulator) : new Transcript(simulator, paint, terminal.columns);
    const input = await inputOf(args[0]);
    const progress = new Progress(terminal);
    // What knows of flags brings Node's streams along: a short file goes without.
    if ('flow' in input || input.size > SHORT) process.getBuiltinModule('node:v8').setFlagsFromString(STAY_YOUNG);
    try {
      const reader = new ScenarioReader(system, input.name);
      const end = 'flow' in input ? undefined : await check(reader, input, progress);
      const chunks = 'flow' in input ? input.flow : chunksOf(input, end);
      const batches = batchesOf(reader.again(), progress.watch('running', chunks, end), input.name);
      return await answer(batches, simulator, report, terminal.out, progress);
    } finally {
      progress.clear();
    }
  },
});

/**
 * The collector's young generation stays as small as it begins: what a step leaves is gone at the next, so that more room
 * would only be more memory.
 */
const STAY_YOUNG = '--semi-space-growth-factor=1';

/** Bytes of a file that no young generation has to grow for. */
const SHORT = 1 << 16;

/** Reads the whole file, and gives where it ended: what is added to it meanwhile was not checked. */
async function check(reader: ScenarioReader, file: RegularFile, progress: Progress): Promise<number> {
  const batches = batchesOf(reader, progress.watch('checking', chunksOf(file), file.size), file.name);
  for await (const batch of batches) {
    for (let steps = batch.check(); steps !== undefined; steps = batch.check()) progress.steps += steps;
  }
  return progress.bytes;
}

async function answer(
  batches: AsyncIterable<Batch>,
  simulator: Simulator,
  report: Report,
  out: Output,
  progress: Progress,
): Promise<Status> {
  let missed = false;
  /** Answers lines until enough is said to be handed on; false behind the last. It waits for nothing. */
  const some = (batch: Batch): boolean => {
    for (let steps = batch.next(); steps !== undefined; steps = batch.next()) {
      // Only an opening stands for several steps.
      const opening = steps.length > 1;
      for (let each = 0; each < steps.length; each += 1) {
        const step = steps[each] as Step;
        const taken = simulator.take(step);
        missed ||= taken.missed !== undefined;
        report.step(step, taken, opening, out);
      }
      progress.steps += steps.length;
      if (out.full) return true;
    }
    return false;
  };
  for await (const batch of batches) {
    while (some(batch)) await out.flush();
    await out.flush();
  }
  for (const line of report.end()) {
    out.write(line);
    if (out.full) await out.flush();
  }
  await out.flush();
  return missed ? 1 : 0;
}
