import type { EventStep, Step } from '../model/index.ts';

/** A step as a line of scenario text, without its expectations. Reading the line gives the step again. */
export function writeStep(step: Step): string {
  if ('wait' in step) return `wait ${span(step.wait)}`;
  return inOneLine(`${step.id === '1' ? step.kind : addressOf(step)} ${writeEvent(step)}`);
}

/** The event of a step with its parameters, readable for people. Line breaks are kept. */
export function writeEvent({ type, params }: EventStep): string {
  return [word(type), ...Object.entries(params).map(([key, value]) => `${word(key)}=${inQuotes(value)}`)].join(' ');
}

/** Steps as lines of scenario text. */
export function writeScenario(steps: Iterable<Step>): string[] {
  return Array.from(steps, writeStep);
}

/** A step as a line of NDJSON, without its expectations. Reading the line gives the step again. */
export function writeNdjson(step: Step): string {
  if ('wait' in step) return JSON.stringify({ wait: span(step.wait) });
  if ('step' in step.params && 'outcome' in step.params) {
    throw new RangeError('parameters named step and outcome make NDJSON look like a result: write the step as text');
  }
  const members = [`"to":${JSON.stringify(addressOf(step))}`, `"type":${JSON.stringify(step.type)}`];
  for (const [key, value] of Object.entries(step.params)) {
    if (RESERVED.has(key))
      throw new RangeError(`a parameter named ${key} cannot be written in NDJSON: write it as text`);
    members.push(`${JSON.stringify(key)}:${JSON.stringify(value)}`);
  }
  return `{${members.join(',')}}`;
}

/** Keys with a special meaning in NDJSON. */
const RESERVED: ReadonlySet<string> = new Set(['to', 'type', 'wait', 'given', 'expect']);

const addressOf = ({ kind, id }: EventStep): string => `${kind}:${id}`;

/** Seconds in the largest unit that needs no fraction. */
function span(seconds: number): string {
  for (const [unit, size] of UNITS) {
    if (seconds && seconds % size === 0) return `${seconds / size}${unit}`;
  }
  return String(seconds);
}

const UNITS = [
  ['d', 86400],
  ['h', 3600],
  ['m', 60],
] as const;

/** An event or a key. Quoted if it would otherwise be read as something else. */
const word = (text: string): string => (text === '' || /^#|[=\s"\p{C}]/u.test(text) ? quoted(text) : text);

/** A value, quoted only if necessary. */
const inQuotes = (value: string): string => (value === '' || /[\s"\p{C}]/u.test(value) ? quoted(value) : value);

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

function inOneLine(text: string): string {
  if (!text.includes('\n')) return text;
  throw new RangeError('a line break cannot be written in scenario text: write the step as NDJSON');
}
