import type { Change, Code, CodeName, Step, StepResult } from '../model/index.ts';
import { Recent } from '../scenario/recent.ts';

/** Says what became of each step, and what there is to say at the end. */
export interface Report {
  /** A step that `given` stands for is a part of the opening. */
  step(step: Step, result: StepResult, opening: boolean): string;
  end(): Iterable<string>;
}

/**
 * One object a line, as JSON.stringify would write it. The words of a scenario are few and come again and again, so that
 * each is put in quotes once and the line is put together from them.
 */
export const inJson: Report = {
  step(_step, { step, at, to, type, outcome, error, changes, missed }) {
    const whose = to === undefined ? '' : `,"to":${quoted(to)}`;
    const why = error === undefined ? '' : `,"error":${nameOf(error)}`;
    const all = changes.length === 0 ? '' : changes.map(changeOf).join();
    const rest = missed === undefined ? '' : `,"missed":${JSON.stringify(missed)}`;
    const what = `"type":${quoted(type)},"outcome":"${outcome}"`;
    return `{"step":${step},"at":${at}${whose},${what}${why},"changes":[${all}]${rest}}\n`;
  },
  end: () => [],
};

function changeOf({ entity, phase, status, code, error }: Change): string {
  const why = error === undefined ? '' : `,"error":${nameOf(error)}`;
  const standing = `"phase":${quoted(phase)},"status":${status === null ? 'null' : quoted(status)}`;
  return `{"entity":${quoted(entity)},${standing},"code":${codeOf(code)}${why}}`;
}

const nameOf = ({ code, name }: CodeName): string => `{"code":${codeOf(code)},"name":${quoted(name)}}`;
const codeOf = (code: Code | null): string => (typeof code === 'string' ? quoted(code) : String(code));

function quoted(word: string): string {
  const known = words.get(word);
  if (known !== undefined) return known.json;
  const json = JSON.stringify(word);
  words.set(word, { json });
  return json;
}

const words = new Recent<{ readonly json: string }>();
