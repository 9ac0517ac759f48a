import { specOf } from '../../engine/sample-lines.ts';
import { ID, type Lifecycle, type System } from '../../model/index.ts';
import { PROBLEM_JSON } from '../problem.ts';
import { examplesOf, type SeenResult } from './examples.ts';
import { lifecyclePaths } from './lifecycle-paths.ts';
import { rejectionsOf } from './rejections.ts';
import { bodySchema, commonSchemas, jsonBody, problemBody, ref, type Schema, viewSchema, WORLD } from './schemas.ts';

/** The OpenAPI 3.1 description of a system's server, made from the system's data. */
export function openApiOf(system: System): Schema {
  const lifecycles = Object.values(system.entities);
  const examples = examplesOf(system);
  return {
    openapi: '3.1.0',
    info: {
      title: `A control plane that answers as ${system.title}`,
      version: '1',
      description: `Every answer is that of the model of ${system.title}. A rejected command has the vendor's code.`,
    },
    paths: Object.assign({}, ...lifecycles.map((lifecycle) => pathsOf(system, lifecycle, examples)), lifecyclePaths),
    components: {
      parameters: { World: WORLD_HEADER },
      responses: PROBLEMS,
      schemas: {
        ...commonSchemas,
        ...Object.fromEntries(lifecycles.map((lifecycle) => [`${lifecycle.kind}-view`, viewSchema(lifecycle)])),
      },
    },
  };
}

const WORLD_HEADER = {
  name: 'Lifecycle-World',
  in: 'header',
  description: 'One of any number of worlds, each apart from the others; `?world=NAME` where no header can be sent.',
  schema: { type: 'string', maxLength: 200 },
};

const PROBLEMS = Object.fromEntries(
  Object.entries({
    Malformed: 'The request is malformed.',
    NotFound: 'There is no such kind of entity.',
    TooSlow: 'The body did not come in time.',
    TooLarge: 'The body has more than 1 MB.',
    NoJson: 'The body is not application/json.',
    TooMany: 'There are too many worlds.',
    Foreign: 'The host or the origin may not ask.',
  }).map(([name, description]) => [name, problemBody(description)]),
);

const problem = (name: keyof typeof PROBLEMS) => ({ $ref: `#/components/responses/${name}` });

function pathsOf(system: System, lifecycle: Lifecycle, examples: ReadonlyMap<string, SeenResult>): Schema {
  const { kind, singleton, commands, reports } = lifecycle;
  const id = {
    name: 'id',
    in: 'path',
    required: true,
    schema: singleton === undefined ? { type: 'string', pattern: ID.source } : { enum: [singleton] },
  };
  const view = ref(`${kind}-view`);
  const got = (description: string, schema: Schema) => ({
    200: jsonBody(description, schema),
    403: problem('Foreign'),
    404: problem('NotFound'),
    429: problem('TooMany'),
  });
  const events = [...Object.keys(commands), ...Object.keys(reports)].map((event) => [
    `/v1/${kind}/{id}/${event}`,
    { parameters: [id, WORLD], post: operationOf(system, lifecycle, event, examples.get(`${kind} ${event}`)) },
  ]);
  return {
    [`/v1/${kind}`]: {
      parameters: [WORLD],
      get: {
        operationId: `${kind}-all`,
        tags: [kind],
        summary: `Every ${kind} that was ever touched`,
        responses: got('their views', { type: 'array', items: view }),
      },
    },
    [`/v1/${kind}/{id}`]: {
      parameters: [id, WORLD],
      get: {
        operationId: `${kind}-view`,
        tags: [kind],
        summary: `What a UI sees of one ${kind}, with the answer to each command`,
        responses: got('the view', view),
      },
    },
    ...Object.fromEntries(events),
  };
}

function operationOf(system: System, lifecycle: Lifecycle, event: string, example: SeenResult | undefined): Schema {
  const { kind, commands } = lifecycle;
  const spec = specOf(lifecycle, event);
  const isCommand = Object.hasOwn(commands, event);
  const needsBody = spec.atLeastOne || Object.values(spec.params ?? {}).some(({ required }) => required);
  const done = isCommand ? 'accepted' : 'applied';
  return {
    operationId: `${kind}-${event}`,
    tags: [kind],
    summary: spec.says,
    requestBody: { required: needsBody === true, content: { 'application/json': { schema: bodySchema(spec) } } },
    responses: {
      202: {
        description: done,
        content: { 'application/json': { schema: ref('StepResult'), ...examplesIn(example) } },
      },
      ...(isCommand ? rejected(system, lifecycle, event) : ignored),
      400: problem('Malformed'),
      403: problem('Foreign'),
      408: problem('TooSlow'),
      413: problem('TooLarge'),
      415: problem('NoJson'),
      429: problem('TooMany'),
    },
  };
}

const examplesIn = (example: SeenResult | undefined) =>
  example && {
    examples: {
      [example.result.outcome]: { summary: `after ${example.after.join(', ') || 'nothing'}`, value: example.result },
    },
  };

const ignored = { 200: jsonBody('ignored: it does not fit', ref('StepResult')) };

function rejected(system: System, lifecycle: Lifecycle, command: string): Schema {
  const bodies = rejectionsOf(system, lifecycle, command);
  if (bodies.length === 0) return {};
  const codes = [...new Set(bodies.map(({ code }) => code))];
  const examples = bodies.map((body, index) => [`${index + 1}-${body.code}`, { summary: body.detail, value: body }]);
  return {
    409: {
      description: 'rejected, with the code',
      content: {
        [PROBLEM_JSON]: {
          schema: { allOf: [ref('Rejection'), { type: 'object', properties: { code: { enum: codes } } }] },
          examples: Object.fromEntries(examples),
        },
      },
    },
  };
}
