import type { Step, System } from '../model/index.ts';
import { ScenarioError, ScenarioReader, writeNdjson } from '../scenario/index.ts';
import { MoveLog } from '../session/move-log.ts';
import { Session } from '../session/session.ts';

/** A line of the text that is a step. */
export interface ScriptLine {
  /** From 0. */
  readonly line: number;
  readonly text: string;
}

/** A line that cannot be read: line and column from 1, and what is wrong. */
export interface ScriptProblem {
  readonly line: number;
  readonly column: number;
  readonly says: string;
}

/** The most lines that the page plays. The command line has no limit. */
const MOST_LINES = 5000;

/** The longest wait, in seconds: every timer that fires in it is played. */
const LONGEST_WAIT = 3650 * 86_400;

const MOST_PROBLEMS = 20;

/** A scenario as text, the lines of it that are steps, and what is wrong with it. */
interface Script {
  readonly text: string;
  readonly rows: readonly ScriptLine[];
  readonly problems: readonly ScriptProblem[];
}

/** Reads a scenario. NDJSON becomes text, unless it has errors. */
export function scriptIn(system: System, given: string): Script {
  const script = scriptOf(system, given);
  if (!/^\s*\{/.test(given) || script.problems.length > 0) return script;
  return scriptOf(system, played(system, script.rows).toScenario());
}

function scriptOf(system: System, text: string): Script {
  const lines = text.split('\n');
  const rows: ScriptLine[] = [];
  const problems: ScriptProblem[] = [];
  if (lines.length > MOST_LINES) {
    const says = `the page plays at most ${MOST_LINES} lines; lifecycle simulate has no such bound`;
    return { text, rows, problems: [{ line: MOST_LINES + 1, column: 1, says }] };
  }
  const reader = new ScenarioReader(system, 'scenario');
  for (const [line, words] of lines.entries()) {
    try {
      const steps = reader.line(words);
      if (steps.some(isTooLong)) problems.push({ line: line + 1, column: 1, says: 'the page waits at most 3650d' });
      if (steps.length > 0) rows.push({ line, text: words });
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      problems.push({ line: line + 1, column: error.column, says: error.message.slice(error.place().length + 2) });
      if (problems.length === MOST_PROBLEMS) break;
    }
  }
  return { text, rows, problems };
}

const isTooLong = (step: Step): boolean => 'wait' in step && step.wait > LONGEST_WAIT;

/** A new session in which the lines are played. */
export function played(system: System, rows: readonly ScriptLine[]): Session {
  const session = new Session(system, new MoveLog());
  for (const { text } of rows) session.send(text);
  return session;
}

/** The session as NDJSON, one object a line. */
export const asNdjson = (session: Session): string =>
  session.turns
    .flatMap(({ line, steps }) => (steps.length > 1 ? ['{"given":"ready"}'] : steps.map((step) => ndjson(step, line))))
    .map((line) => `${line}\n`)
    .join('');

/** A line without a form in NDJSON is an error: nothing is lost silently. */
function ndjson(step: Step, line: string): string {
  try {
    return writeNdjson(step);
  } catch {
    throw new Error(`this line has no form in NDJSON: ${line}`);
  }
}

/** The scenario with the outcome of each step as its expectation: a test that passes now. */
export const asTest = (session: Session): string =>
  session.turns
    .map(({ line, steps, results }) => {
      const result = results[0];
      if (steps.length > 1 || result === undefined) return `${line}\n`;
      const bare = line.replace(/\s+=>.*$/, '');
      const own = result.changes.filter(({ entity }) => entity === result.to);
      const last = new Map(own.map(({ phase, status }) => [phase, `${phase}:${status}`]));
      const words = [
        ...(result.to === undefined ? [] : [result.outcome]),
        ...(result.outcome === 'rejected' && result.error ? [String(result.error.code)] : []),
        ...last.values(),
      ];
      return `${words.length > 0 ? `${bare.padEnd(36)} => ${words.join(' ')}` : bare}\n`;
    })
    .join('');
