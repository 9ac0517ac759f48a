import { LineFault, type LinePart } from './fault.ts';
import { NO_PARAMS, NO_WORDS, ParamSet, type Statement } from './statement.ts';
import type { Vocabulary } from './vocabulary.ts';
import { show } from './wording.ts';
import { apart, WordReader } from './words.ts';

/** Parses a line of text: `ENTITY[:ID] EVENT [key=value …] [=> EXPECTATION …]`, `wait SPAN` or `given NAME`. */
export function readText(line: string, vocabulary: Vocabulary): Statement | undefined {
  const words = new WordReader(line);
  if (!words.next()) return undefined;
  if (words.isArrow()) throw new LineFault(words.at, show(words.text), 'an entity, wait or given');
  const first = words.text;
  if (first === 'given') return readGiven(words);
  if (first === 'wait') return readWait(words);
  if (first.startsWith('{')) throw new LineFault(words.at, 'a line of NDJSON', 'text, like the first line');
  const to = vocabulary.address(first, 'to');
  const type = operand(words, `an event of ${to.kind.name}`);
  if (words.divide !== undefined)
    throw new LineFault(words.at, show(type), `an event of ${to.kind.name} before its parameters`);
  const params = readParams(words);
  return { is: 'event', to, type, params, expect: readExpectations(words) };
}

/** The position of a part in a line of text. */
export function placeInText(line: string, part: LinePart): number {
  const words = new WordReader(line);
  words.next();
  if (part === 'to') return words.at;
  words.next();
  if (typeof part === 'string') return words.at;
  if ('expect' in part) {
    while (!words.isArrow() && words.next());
    for (let i = 0; i <= part.expect; i += 1) words.next();
    return words.at;
  }
  const key = 'key' in part ? part.key : part.value;
  while (words.next() && !(words.divide !== undefined && words.text.slice(0, words.divide) === key));
  return 'key' in part ? words.at : words.valueAt;
}

function readGiven(words: WordReader): Statement {
  const given = operand(words, 'the name of an opening: ready');
  if (words.next()) throw new LineFault(words.at, show(words.text), 'nothing after given and its name');
  return { is: 'given', given };
}

function readWait(words: WordReader): Statement {
  const wait = operand(words, 'a duration such as 90, 5m, 2h or 1d');
  if (words.next() && !words.isArrow()) throw new LineFault(words.at, show(words.text), '=> or the end of the line');
  return { is: 'wait', wait, expect: readExpectations(words) };
}

/** The required second word. */
function operand(words: WordReader, expected: string): string {
  if (!words.next()) throw new LineFault(words.end, 'the end of the line', expected);
  if (words.isArrow()) throw new LineFault(words.at, show(words.text), expected);
  return words.text;
}

/** Reads parameters up to the end of the line, or up to the arrow. */
function readParams(words: WordReader): ParamSet | typeof NO_PARAMS {
  let params: ParamSet | undefined;
  while (words.next() && !words.isArrow()) {
    const { text, divide } = words;
    if (divide === undefined) throw new LineFault(words.at, show(text), 'key=value, or => and an expectation');
    if (words.valueAt - words.at === 1) throw new LineFault(words.at, show(text), 'a key before =');
    const key = text.slice(0, divide);
    params ??= new ParamSet();
    if (key in params) throw new LineFault(words.at, `the parameter ${show(key)} a second time`, 'each parameter once');
    params[key] = apart(text.slice(divide + 1));
  }
  return params ?? NO_PARAMS;
}

function readExpectations(words: WordReader): readonly string[] {
  if (!words.isArrow()) return NO_WORDS;
  const expected: string[] = [];
  while (words.next()) expected.push(words.text);
  if (expected.length > 0) return expected;
  throw new LineFault(words.end, 'nothing after =>', 'an outcome, a code or a status');
}
