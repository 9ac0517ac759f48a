import { none, type PartPath, type Tell } from './finding.ts';

/** Reports what is wrong with the form of a part: something is missing, unknown, or of the wrong type. */
type Schema = (value: unknown, path: PartPath, report: Tell) => void;

const kind =
  (says: string, fits: (value: unknown) => boolean): Schema =>
  (value, path, report) => {
    if (!fits(value)) report(path, `${value === undefined ? 'is missing' : `is ${nameOf(value)}`}; it must be ${says}`);
  };

function nameOf(value: unknown): string {
  if (value === '') return 'an empty text';
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'function') return 'a function';
  if (value === null || typeof value !== 'object') return String(value);
  return Array.isArray(value) ? 'a list' : 'an object';
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = kind('a text', (value) => typeof value === 'string' && value !== '');
const code = kind('a number or a text', (value) => typeof value === 'string' || Number.isFinite(value));
const value = kind(
  'a text, a number, true, false or null',
  (each) => each === null || ['string', 'number', 'boolean'].includes(typeof each),
);
const called = kind('a function', (each) => typeof each === 'function');
const object = kind('an object', isObject);
const yes = kind('true, or left out', (each) => each === true);

const list =
  (of: Schema): Schema =>
  (each, path, report) => {
    if (!Array.isArray(each)) kind('a list', () => false)(each, path, report);
    else for (const [index, one] of each.entries()) of(one, [...path, index], report);
  };

const named =
  (of: Schema): Schema =>
  (each, path, report) => {
    if (!isObject(each)) object(each, path, report);
    else for (const [name, one] of Object.entries(each)) of(one, [...path, name], report);
  };

type Parts = { readonly [part: string]: Schema };

const parts =
  (required: Parts, optional: Parts = {}): Schema =>
  (each, path, report) => {
    if (!isObject(each)) return object(each, path, report);
    const known = { ...required, ...optional };
    for (const name of Object.keys(each)) {
      if (!Object.hasOwn(known, name)) report([...path, name], none('part', name, Object.keys(known)));
    }
    for (const [name, of] of Object.entries(known)) {
      const isLeftOut = each[name] === undefined && Object.hasOwn(optional, name);
      if (!isLeftOut) of(each[name], [...path, name], report);
    }
  };

const oneOf =
  (first: Schema, fits: (each: unknown) => boolean, second: Schema): Schema =>
  (each, path, report) =>
    (fits(each) ? first : second)(each, path, report);

const transition = parts(
  {},
  { target: text, guard: object, actions: list(text), error: code, mark: text, silent: yes, reenter: yes },
);
const move = oneOf(text, (each) => typeof each === 'string', transition);
const handlers = named(oneOf(list(move), Array.isArray, move));
const state = parts({}, { on: handlers, after: handlers, end: yes });
const region = parts({ initial: text, states: named(state) }, { on: handlers });
const chart = parts({ id: text, states: named(region) }, { on: handlers });

/** The form of a parameter is one of several; its first key says which. */
const form: Schema = (each, path, report) => {
  const forms: Parts = {
    one: parts({ one: list(text) }),
    whole: parts({ whole: parts({}, { min: value, max: value, digits: value }) }),
    span: parts({ span: parts({}, { min: value }) }),
    id: parts({ id: yes }),
    text: parts({ text: yes }, { filled: yes }),
    matching: parts({ matching: text, called: text }),
  };
  if (!isObject(each)) return object(each, path, report);
  const found = Object.keys(forms).find((name) => Object.hasOwn(each, name));
  if (found) return forms[found]?.(each, path, report);
  report(path, none('form of a parameter', Object.keys(each).join(' ') || '{}', Object.keys(forms)));
};

const param = parts(
  { is: form },
  { required: yes, anyValue: yes, default: kind('a text', (each) => typeof each === 'string'), says: text },
);
const event = parts({ says: text }, { params: named(param), atLeastOne: yes, anyParams: yes, plain: named(text) });
const fact = parts(
  { values: list(value), usual: value, of: called, says: named(text) },
  {
    usesParams: yes,
    paramsOnly: yes,
    shown: kind('true, false or "beside"', (each) => [true, false, 'beside'].includes(each as never)),
    changedBy: list(text),
  },
);
const rule = parts({ gate: text, when: object, mark: text }, { code, accepts: yes, effect: text });
const word = oneOf(text, (each) => typeof each === 'string', named(text));
const lifecycle = parts(
  {
    kind: text,
    chart,
    phases: named(named(oneOf(value, (each) => each === null, code))),
    commands: named(event),
    reports: named(event),
    rules: named(list(rule)),
    is: named(object),
    facts: named(fact),
    words: named(word),
  },
  {
    internal: named(parts({ says: text, causedBy: list(text) }, { sentBy: text })),
    projections: list(parts({ ask: object, as: object }, { vague: yes })),
    unreachable: list(object),
    singleton: text,
    space: parts({}, { with: named(list(text)), fixed: list(text) }),
  },
);

const row = parts(
  { code, name: text, category: text, kind: text, mark: text, meaning: text },
  { oddity: text, why: text, also: list(parts({ name: text, says: text })) },
);

/** A mark for what was read or run names its version. */
const mark = oneOf(text, (each) => typeof each === 'string', parts({ says: text, version: text }));

/** The form of a whole definition. */
export const shapeOfSystem: Schema = parts(
  {
    name: text,
    title: text,
    marks: named(mark),
    codes: list(row),
    entities: named(lifecycle),
    unknownEvent: code,
    ready: list(text),
    effects: named(called),
    delays: named(called),
    links: list(parts({ from: text, signals: list(text), to: called })),
    data: named(called),
    searchHints: list(text),
  },
  {
    unknownEventMark: text,
    fault: called,
    faults: list(parts({ code, arm: text, mark: text }, { strikes: list(text) })),
    unlisted: text,
    settle: called,
  },
);
