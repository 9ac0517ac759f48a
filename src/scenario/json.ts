import type { Params } from '../model/index.ts';
import { LineFault, type LinePart } from './fault.ts';
import { type Member, membersOf } from './members.ts';
import { isResult, readResult } from './result.ts';
import { NO_PARAMS, NO_WORDS, ParamSet, type Statement } from './statement.ts';
import { called, isObject, type Json, SCALAR, textOf } from './value.ts';
import type { Vocabulary } from './vocabulary.ts';
import { show } from './wording.ts';

/** Parses a line of NDJSON: `{"to":…,"type":…, parameters}`, `{"wait":…}` or `{"given":…}`, with `"expect"`. */
export function readJson(line: string, vocabulary: Vocabulary): Statement | undefined {
  if (line.trim() === '') return undefined;
  const object = parse(line);
  if (isResult(object)) return readResult(object, vocabulary);
  const keys = Object.keys(object);
  if (Object.hasOwn(object, 'wait')) return readWait(keys, object);
  if (Object.hasOwn(object, 'given')) return readGiven(keys, object);
  const to = wordOf(object, 'to');
  const type = wordOf(object, 'type');
  if (to === undefined && type === undefined)
    throw new LineFault(line.indexOf('{'), 'an object without any of these', FORMS);
  if (to === undefined) throw new LineFault('type', '"type" without "to"', FORMS);
  if (type === undefined) throw new LineFault('to', '"to" without "type"', FORMS);
  const address = vocabulary.address(to, 'to');
  return { is: 'event', to: address, type, params: paramsOf(keys, object), expect: expectOf(object) };
}

/** The position of a part in a line of NDJSON. */
export function placeInJson(line: string, part: LinePart): number {
  if (isResult(parse(line))) return line.indexOf('{');
  const name = typeof part === 'string' ? part : 'key' in part ? part.key : 'value' in part ? part.value : 'expect';
  const { keyAt, valueAt, items } = membersOf(line).find(({ key }) => key === name) as Member;
  if (typeof part === 'string' || 'value' in part) return valueAt;
  return 'key' in part ? keyAt : (items[part.expect] ?? valueAt);
}

/**
 * Uses JSON.parse if it can be trusted with the line. It reports neither duplicate keys nor positions, and in some
 * versions of V8, including that of Node 24, it confuses keys with escapes (nodejs/node#63785). Results have nested
 * values, but come from a program.
 */
function parse(line: string): Json {
  try {
    const value: unknown = JSON.parse(line);
    if (isObject(value) && (isResult(value) || (!line.includes('\\') && isExact(line, value)))) return value;
  } catch {
    // The slower parser below says what is wrong, and where.
  }
  return Object.fromEntries(membersOf(line).map(({ key, value }) => [key, value]));
}

/**
 * Whether no key is duplicated, as there is one colon per key besides those in strings without escapes, and no number
 * has lost digits.
 */
function isExact(line: string, object: Json): boolean {
  const keys = Object.keys(object);
  let colons = colonsIn(line) - keys.length;
  for (const key of keys) {
    const value = object[key];
    if (typeof value === 'number' && !Number.isSafeInteger(value)) return false;
    colons -= colonsIn(key) + (Array.isArray(value) ? colonsInAll(value) : colonsIn(value));
  }
  return colons === 0;
}

function colonsInAll(values: readonly unknown[]): number {
  let colons = 0;
  for (const value of values) colons += colonsIn(value);
  return colons;
}

function colonsIn(value: unknown): number {
  if (typeof value !== 'string') return 0;
  let colons = 0;
  for (let at = value.indexOf(':'); at >= 0; at = value.indexOf(':', at + 1)) colons += 1;
  return colons;
}

function readGiven(keys: readonly string[], object: Json): Statement {
  for (const key of keys) if (key !== 'given') throw strange(key, '"given" alone');
  const given = object.given;
  if (typeof given !== 'string') throw new LineFault('given', called(given), 'the name of an opening: ready');
  return { is: 'given', given };
}

function readWait(keys: readonly string[], object: Json): Statement {
  for (const key of keys) if (key !== 'wait' && key !== 'expect') throw strange(key, 'only "expect" besides "wait"');
  const wait = textOf(object.wait);
  if (wait === undefined) throw new LineFault('wait', called(object.wait), 'a duration such as 90, "5m", "2h" or "1d"');
  return { is: 'wait', wait, expect: expectOf(object) };
}

const strange = (key: string, expected: string): LineFault => new LineFault({ key }, `the key ${show(key)}`, expected);

function wordOf(object: Json, key: 'to' | 'type'): string | undefined {
  if (!Object.hasOwn(object, key)) return undefined;
  const word = object[key];
  if (typeof word === 'string') return word;
  throw new LineFault(key, called(word), 'a string');
}

function paramsOf(keys: readonly string[], object: Json): Params {
  let params: ParamSet | undefined;
  for (const key of keys) {
    if (key === 'to' || key === 'type' || key === 'expect') continue;
    const text = textOf(object[key]);
    if (text === undefined) throw new LineFault({ value: key }, called(object[key]), SCALAR);
    params ??= new ParamSet();
    params[key] = text;
  }
  return params ?? NO_PARAMS;
}

function expectOf(object: Json): readonly string[] {
  if (!Object.hasOwn(object, 'expect')) return NO_WORDS;
  const { expect } = object;
  const list: readonly unknown[] = Array.isArray(expect) ? expect : [expect];
  return list.map((item, index) => {
    if (typeof item !== 'boolean') {
      const text = textOf(item);
      if (text !== undefined) return text;
    }
    throw new LineFault({ expect: index }, called(item), 'an outcome, a code or a status');
  });
}

const FORMS = '"to" and "type", or "wait", or "given"';
