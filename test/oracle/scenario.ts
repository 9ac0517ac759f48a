import type { Oracle } from './oracle.ts';
import { duration, type OracleResult, type OracleStep } from './types.ts';

/** Reads the part of scenario text that the acceptance scenarios use, without the product's own reader. */
export interface Line {
  /** what the file says, for the message */
  source: string;
  step: OracleStep;
  expect: string[];
}

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

function textLines(source: string, ready: readonly string[]): Line[] {
  const all = words(source);
  const arrow = all.indexOf('=>');
  const expect = arrow < 0 ? [] : all.slice(arrow + 1);
  const [to, type, ...rest] = arrow < 0 ? all : all.slice(0, arrow);
  if (to === undefined) return [];
  if (type === undefined) throw new Error(`malformed: ${source}`);
  if (to === 'given') return ready.flatMap((line) => textLines(line, ready));
  if (to === 'wait') return [{ source, step: { type: 'wait', params: {}, seconds: duration(type) }, expect }];
  const params: Record<string, string> = {};
  for (const word of rest) {
    const is = word.indexOf('=');
    if (is < 1) throw new Error(`malformed: ${source}`);
    params[word.slice(0, is)] = word.slice(is + 1);
  }
  return [{ source, step: { to, type, params }, expect }];
}

function jsonLines(source: string, ready: readonly string[]): Line[] {
  if (source.trim() === '') return [];
  const read: unknown = JSON.parse(source);
  if (typeof read !== 'object' || read === null) throw new Error(`malformed: ${source}`);
  let to = '';
  let type = '';
  let expect: string[] = [];
  const params: Record<string, string> = {};
  for (const [key, value] of Object.entries(read)) {
    if (key === 'given') return ready.flatMap((line) => textLines(line, ready));
    if (key === 'to') to = String(value);
    else if (key === 'type') type = String(value);
    else if (key === 'expect') expect = Array.isArray(value) ? value.map(String) : [String(value)];
    else params[key] = String(value);
  }
  const { wait } = params;
  if (wait !== undefined) return [{ source, step: { type: 'wait', params: {}, seconds: duration(wait) }, expect }];
  return [{ source, step: { to, type, params }, expect }];
}

/** @param ready the steps of `given ready`, also written a second time */
export function linesOf(text: string, ready: readonly string[]): Line[] {
  const read = text.trimStart().startsWith('{') ? jsonLines : textLines;
  return text.split(/\r?\n/).flatMap((line) => read(line, ready));
}

/** Whether an expectation holds; `named` gives the name of a code if scenarios use it. */
function holds(expected: string, oracle: Oracle, { to }: OracleStep, result: OracleResult, named: Named): boolean {
  if (/^(accepted|applied|ignored|rejected)$/.test(expected)) return result.outcome === expected;
  const status = /^(?:(.+)\.)?([A-Z0-9_]+):([A-Za-z_0-9]+)$/.exec(expected);
  if (status !== null) return String(oracle.phases(status[1] ?? to ?? '')[status[2] ?? '']) === status[3];
  return [result.code, ...result.changes.map(({ error }) => error)].some(
    (code) => code !== undefined && (String(code) === expected || named(code) === expected),
  );
}

/** The name of a code; undefined if it has none of its own. */
export type Named = (code: number | string) => string | undefined;

/** Runs a scenario and says which expectations were missed, one line for each. */
export function missed(
  text: string,
  oracle: Oracle,
  ready: readonly string[],
  named: Named = () => undefined,
): { expectations: number; missed: string[] } {
  const found: string[] = [];
  let expectations = 0;
  for (const { source, step, expect } of linesOf(text, ready)) {
    const result = oracle.step(step);
    for (const expected of expect) {
      expectations += 1;
      if (!holds(expected, oracle, step, result, named))
        found.push(`${source}: ${expected}, but ${JSON.stringify(result)}`);
    }
  }
  return { expectations, missed: found };
}
