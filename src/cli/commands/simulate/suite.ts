import { Simulator } from '../../../engine/simulate.ts';
import type { StepRecord } from '../../../engine/step-record.ts';
import { codeAndName, type Step, type System } from '../../../model/index.ts';
import { Complaint } from '../../../scenario/complaint.ts';
import { ScenarioError, writeEvent } from '../../../scenario/index.ts';
import { amount, harmless, shown } from '../../../scenario/wording.ts';
import type { Status } from '../../command.ts';
import { inputOf } from '../../io/input.ts';
import { Progress } from '../../io/progress.ts';
import type { Paint, Terminal } from '../../io/terminal.ts';
import type { TestCase } from '../../text/junit.ts';
import type { Report } from '../../text/report.ts';
import { resultLines } from '../../text/result-lines.ts';
import { missedOf, worldOf } from '../../text/step-lines.ts';
import { amountOf, complaintLine, duration } from '../../text/wording.ts';
import { type FileRun, refused, runFile } from './run-file.ts';

/** The result of one file, and each expectation that it missed. */
interface Tested {
  readonly file: string;
  readonly run: FileRun;
  readonly missed: readonly string[];
}

/**
 * Runs each file in its own world and prints a line for it, or with `json` the results of its steps. Returns the highest
 * status.
 */
export async function testRun(
  system: System,
  files: readonly string[],
  { json, junit: report }: { readonly json: boolean; readonly junit: string | undefined },
  terminal: Terminal,
): Promise<Status> {
  const save = report === undefined ? undefined : (await import('../../io/save.ts')).saving(report);
  const began = process.uptime();
  const widest = Math.max(...files.map(({ length }) => length));
  const tested: Tested[] = [];
  for (const file of files) {
    const one = await runOne(system, file, terminal, json);
    tested.push(one);
    if (!json) terminal.out.write(`${lineOf(one, widest, terminal.paint)}\n`);
    await terminal.out.flush();
    for (const line of one.run.malformed) terminal.complain(line);
  }
  const total = totalOf(tested);
  if (!json) terminal.out.write(`\n${total}\n`);
  if (save) {
    const { junit } = await import('../../text/junit.ts');
    const cases = testCasesOf(system.name, tested);
    save(junit(`lifecycle simulate: ${system.name}`, cases, process.uptime() - began, total));
  }
  return tested.reduce<Status>((status, { run }) => (run.status > status ? run.status : status), 0);
}

async function runOne(system: System, file: string, terminal: Terminal, json: boolean): Promise<Tested> {
  const missed: string[] = [];
  const simulator = new Simulator(system);
  const results = json ? resultLines(simulator, file) : undefined;
  const report: Report = {
    step(step, taken, place, out) {
      if (taken.missed && missed.length < MOST_MISSED) {
        missed.push(`${harmless(file)}:${place.line}: ${missedText(step, taken, simulator)}`);
      }
      results?.step(step, taken, place, out);
    },
  };
  try {
    const run = await runFile(simulator, await inputOf(file), report, terminal.out, new Progress(terminal));
    return { file, run, missed };
  } catch (error) {
    return { file, run: refused([messageOf(error)]), missed };
  }
}

/** `job:1 copy.start: accepted; expected 650` */
function missedText(step: Step, taken: StepRecord, simulator: Simulator): string {
  const result = simulator.result(taken);
  const what = 'wait' in step ? `wait ${duration(step.wait)}` : `${result.to} ${writeEvent(step)}`;
  const answer = result.error ? ` ${codeAndName(result.error)}` : '';
  const why = result.reason === undefined ? '' : `: ${harmless(result.reason)}`;
  const expected = missedOf(step, result, worldOf(simulator)).join('; ');
  return `${shown(what)}: ${result.outcome}${answer}${why}; expected ${expected}`;
}

function messageOf(error: unknown): string {
  if (error instanceof ScenarioError) return error.message;
  if (!(error instanceof Complaint)) throw error;
  return complaintLine(error);
}

/** How many missed expectations of one file are printed. All are counted. */
const MOST_MISSED = 100;

function lineOf({ file, run, missed }: Tested, widest: number, paint: Paint): string {
  const name = harmless(file).padEnd(widest);
  if (run.status === 2) return `${paint('loud', 'refused')}  ${harmless(file)}`;
  const said = `${name}  ${amountOf(run.steps, 'step')}, ${amount(run.expected)} expected`;
  if (run.missed === 0) return `${paint('good', 'ok'.padEnd(WORD))}  ${said}`;
  const head = `${paint('loud', 'missed'.padEnd(WORD))}  ${said}, ${amount(run.missed)} missed`;
  return [head, ...missed.map((each) => `${' '.repeat(WORD)}  ${each}`)].join('\n');
}

const WORD = 'refused'.length;

function totalOf(tested: readonly Tested[]): string {
  const sum = (of: (run: FileRun) => number): number => tested.reduce((total, { run }) => total + of(run), 0);
  const refused = tested.filter(({ run }) => run.status === 2).length;
  const missing = tested.filter(({ run }) => run.status === 1).length;
  const missed = sum((run) => run.missed);
  const outcomes = `${amount(tested.length - refused - missing)} ok, ${missing} missed, ${refused} refused`;
  const met = `${amount(sum(({ expected }) => expected) - missed)} met, ${amount(missed)} missed`;
  return `${amountOf(tested.length, 'file')}: ${outcomes}; ${amount(sum(({ steps }) => steps))} steps; expectations: ${met}`;
}

/** A test case for each file. */
const testCasesOf = (system: string, tested: readonly Tested[]): TestCase[] =>
  tested.map(({ file, run, missed }): TestCase => {
    const test = { name: file, className: `lifecycle.simulate.${system}`, file };
    if (run.status === 0) return test;
    const error = run.status === 2;
    const lines = error ? run.malformed : missed;
    const message = error ? (lines[0] ?? 'it cannot be read') : `${run.missed} of ${run.expected} expectations missed`;
    const failure = { message, type: error ? 'malformed' : 'missed', text: lines.join('\n') };
    return { ...test, failure: error ? { ...failure, error } : failure };
  });
