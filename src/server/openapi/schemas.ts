import {
  type EventSpec,
  type Form,
  ID,
  isPhase,
  type Lifecycle,
  type ParamSpec,
  placeInView,
  saysForm,
  statusOf,
} from '../../model/index.ts';
import { PROBLEM_JSON } from '../problem.ts';

export type Schema = { readonly [keyword: string]: unknown };

const TEXT = { type: 'string' } as const;
const CODE = { type: ['string', 'integer'] } as const;
const SCALAR = { type: ['string', 'number', 'boolean'] } as const;

/** The parameters of an event, as the body of its request. */
export function bodySchema({ params = {}, anyParams, atLeastOne }: EventSpec): Schema {
  const entries = Object.entries(params);
  const required = entries.filter(([, spec]) => spec.required).map(([key]) => key);
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([key, spec]) => [key, paramSchema(spec)])),
    ...(required.length > 0 ? { required } : {}),
    ...(atLeastOne ? { minProperties: 1 } : {}),
    additionalProperties: anyParams ? SCALAR : false,
  };
}

function paramSchema({ is, anyValue, default: otherwise }: ParamSpec): Schema {
  const description = anyValue ? `${saysForm(is)}; another value is answered with a code` : saysForm(is);
  return {
    ...(anyValue ? SCALAR : formSchema(is)),
    description,
    ...(otherwise === undefined ? {} : { default: otherwise }),
  };
}

/** Values may be sent as JSON or as text: `5` or `"5"`, `true` or `"true"`. */
function formSchema(form: Form): Schema {
  if ('one' in form) return { enum: form.one.flatMap((word) => (isJson(word) ? [word, JSON.parse(word)] : [word])) };
  if ('whole' in form) {
    const { min: minimum = 0, max: maximum, digits = '' } = form.whole;
    const integer = { type: 'integer', minimum, ...(maximum === undefined ? {} : { maximum }) };
    return { anyOf: [integer, { type: 'string', pattern: `^\\d{1,${digits}}$` }] };
  }
  if ('id' in form) return { ...SCALAR, pattern: ID.source };
  if ('text' in form) return form.filled ? { ...SCALAR, minLength: 1 } : SCALAR;
  if ('matching' in form) return { ...SCALAR, pattern: form.matching };
  return CODE;
}

const isJson = (word: string): boolean => /^(?:0|[1-9]\d{0,14}|true|false)$/.test(word);

/** The view of an entity, with the answers to its commands. */
export function viewSchema({ kind, chart, facts, commands }: Lifecycle): Schema {
  const phases = Object.entries(chart.states).filter(([name]) => isPhase(name));
  const shown = (place: 'facts' | 'beside') =>
    Object.entries(facts).flatMap(([name, fact]) =>
      placeInView(fact) === place ? [[name, { enum: fact.values, description: wordsOf(fact.says) }] as const] : [],
    );
  return {
    type: 'object',
    required: ['entity', 'phases', 'facts'],
    properties: {
      entity: { type: 'string', examples: [`${kind}:1`] },
      phases: closed(phases.map(([name, { states }]) => [name, { enum: Object.keys(states).map(statusOf) }])),
      facts: closed(shown('facts')),
      ...Object.fromEntries(shown('beside')),
      answers: closed(Object.keys(commands).map((command) => [command, ref('Answer')])),
    },
    additionalProperties: false,
  };
}

const wordsOf = (says: { readonly [value: string]: string }): string =>
  Object.entries(says)
    .map(([value, words]) => `${value}: ${words}`)
    .join('; ');

const closed = (entries: readonly (readonly [string, Schema])[]): Schema => ({
  type: 'object',
  required: entries.map(([name]) => name),
  properties: Object.fromEntries(entries),
  additionalProperties: false,
});

export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

export const WORLD = { $ref: '#/components/parameters/World' };

export function jsonBody(description: string, schema: Schema) {
  return { description, content: { 'application/json': { schema } } };
}

export function problemBody(description: string) {
  return { description, content: { [PROBLEM_JSON]: { schema: ref('Problem') } } };
}

const codeName = closed([
  ['code', CODE],
  ['name', TEXT],
]);

/** An object that may have more members than these. */
const open = (required: readonly string[], properties: Schema): Schema => ({ type: 'object', required, properties });

const problem = { type: TEXT, title: TEXT, status: { type: 'integer' }, detail: TEXT };

/** The schemas that are the same for every system. */
export const commonSchemas: { readonly [name: string]: Schema } = {
  Answer: open(['allowed', 'reason'], { allowed: { type: 'boolean' }, code: CODE, name: TEXT, reason: TEXT }),
  Change: open(['entity', 'phase', 'status', 'code'], {
    entity: TEXT,
    phase: TEXT,
    status: { type: ['string', 'null'] },
    code: { type: ['string', 'integer', 'null'] },
    error: codeName,
  }),
  StepResult: open(['step', 'at', 'type', 'outcome', 'changes'], {
    step: { type: 'integer', description: 'counts from 1 over all steps of the world' },
    at: { type: 'integer', description: 'virtual time in seconds when the step began' },
    to: TEXT,
    type: TEXT,
    outcome: { enum: ['accepted', 'rejected', 'applied', 'ignored'] },
    error: codeName,
    changes: { type: 'array', items: ref('Change') },
    line: { type: 'integer' },
    params: { type: 'object', additionalProperties: TEXT },
    wait: TEXT,
    reason: TEXT,
    mark: TEXT,
    hint: TEXT,
    missed: { type: 'array', items: TEXT },
  }),
  Problem: open(Object.keys(problem), problem),
  Rejection: open([...Object.keys(problem), 'code', 'name', 'outcome'], {
    ...problem,
    title: { ...TEXT, description: 'the name of the code' },
    status: { const: 409 },
    detail: { ...TEXT, description: 'why, in a sentence' },
    code: CODE,
    name: TEXT,
    mark: { ...TEXT, description: 'where the rule comes from' },
    outcome: { const: 'rejected' },
  }),
};
