import type { OracleResult, OracleStep } from './index.ts';
import { Oracle } from './index.ts';
import { duration } from './types.ts';

/** The little of contract.md that the acceptance scenarios need: reading them, and what they expect. */

interface Line {
  /** what the file says, for the message */
  source: string;
  step: OracleStep;
  expect: string[];
}

/** §7 */
const ready = ['backup start', 'backup started', 'backup succeeded'];

/** Words of a line; quotes keep blanks, `#` where a word could start ends it. */
function words(line: string): string[] {
  const found: string[] = [];
  let word: string | null = null;
  let quoted = false;
  for (const sign of line) {
    if (quoted) {
      if (sign === '"') quoted = false;
      else word = (word ?? '') + sign;
    } else if (sign === '"') {
      quoted = true;
      word = word ?? '';
    } else if (/\s/.test(sign)) {
      if (word !== null) found.push(word);
      word = null;
    } else if (sign === '#' && word === null) {
      return found;
    } else {
      word = (word ?? '') + sign;
    }
  }
  if (quoted) throw new Error(`an open quote: ${line}`);
  if (word !== null) found.push(word);
  return found;
}

function textLines(source: string): Line[] {
  const all = words(source);
  const arrow = all.indexOf('=>');
  const expect = arrow < 0 ? [] : all.slice(arrow + 1);
  const [to, type, ...rest] = arrow < 0 ? all : all.slice(0, arrow);
  if (to === undefined) return [];
  if (type === undefined) throw new Error(`malformed: ${source}`);
  if (to === 'given') return ready.flatMap(textLines);
  if (to === 'wait') return [{ source, step: { type: 'wait', params: {}, seconds: duration(type) }, expect }];
  const params: Record<string, string> = {};
  for (const word of rest) {
    const is = word.indexOf('=');
    if (is < 1) throw new Error(`malformed: ${source}`);
    params[word.slice(0, is)] = word.slice(is + 1);
  }
  return [{ source, step: { to, type, params }, expect }];
}

function jsonLines(source: string): Line[] {
  if (source.trim() === '') return [];
  const read: unknown = JSON.parse(source);
  if (typeof read !== 'object' || read === null) throw new Error(`malformed: ${source}`);
  let to = '';
  let type = '';
  let expect: string[] = [];
  const params: Record<string, string> = {};
  for (const [key, value] of Object.entries(read)) {
    if (key === 'given') return ready.flatMap(textLines);
    if (key === 'to') to = String(value);
    else if (key === 'type') type = String(value);
    else if (key === 'expect' && Array.isArray(value)) expect = value.map(String);
    else params[key] = String(value);
  }
  const { wait } = params;
  if (wait !== undefined) return [{ source, step: { type: 'wait', params: {}, seconds: duration(wait) }, expect }];
  return [{ source, step: { to, type, params }, expect }];
}

export function readScenario(text: string): Line[] {
  const lines = text.split(/\r?\n/);
  return text.trimStart().startsWith('{') ? lines.flatMap(jsonLines) : lines.flatMap(textLines);
}

function holds(expected: string, oracle: Oracle, step: OracleStep, result: OracleResult): boolean {
  if (/^(accepted|applied|ignored|rejected)$/.test(expected)) return result.outcome === expected;
  const status = /^(?:(.+)\.)?([A-Z_]+):([A-Z_]+|null)$/.exec(expected);
  if (status !== null) {
    const at = oracle.phases(status[1] ?? step.to ?? '')[status[2] ?? ''];
    return String(at) === status[3];
  }
  // Only a rejection's code can hold: no change carries an error.
  return result.code === expected;
}

/** Runs a scenario and says which expectations were missed, one line for each. */
export function missed(text: string): { expectations: number; missed: string[] } {
  const oracle = new Oracle();
  const found: string[] = [];
  let expectations = 0;
  for (const { source, step, expect } of readScenario(text)) {
    const result = oracle.step(step);
    for (const expected of expect) {
      expectations += 1;
      if (!holds(expected, oracle, step, result)) found.push(`${source}: ${expected}, but ${JSON.stringify(result)}`);
    }
  }
  return { expectations, missed: found };
}
