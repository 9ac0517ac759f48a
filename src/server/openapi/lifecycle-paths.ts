import { jsonBody, problemBody, ref, type Schema, WORLD } from './schemas.ts';

const TEXT = { 'text/plain': { schema: { type: 'string' } } };
const MALFORMED = { $ref: '#/components/responses/Malformed' };
const body = (properties: Schema) => ({
  required: true,
  content: {
    'application/json': {
      schema: { type: 'object', required: Object.keys(properties), properties, additionalProperties: false },
    },
  },
});

const tests = (operationId: string, operation: Schema) => ({ operationId, tags: ['for tests'], ...operation });

/** The paths that are the same for every system: events, and the requests for tests. */
export const lifecyclePaths: Schema = {
  '/v1/events': {
    parameters: [WORLD],
    get: {
      operationId: 'events',
      summary: 'Each status change as it happens, as Server-Sent Events; Last-Event-ID resumes',
      parameters: [{ name: 'Last-Event-ID', in: 'header', schema: { type: 'string', pattern: '^\\d+$' } }],
      responses: {
        200: {
          description: 'data: a change with the step and the time of it; event: reset where the world began anew',
          content: { 'text/event-stream': { schema: { type: 'string' } } },
        },
      },
    },
  },
  '/_lifecycle': {
    parameters: [WORLD],
    delete: tests('end', { summary: 'Ends a world', responses: { 204: { description: 'ended' } } }),
  },
  '/_lifecycle/wait': {
    parameters: [WORLD],
    post: tests('wait', {
      summary: 'Moves the virtual clock',
      requestBody: body({
        for: { type: ['string', 'integer'], description: 'a duration, or "next timer"', examples: ['5m'] },
      }),
      responses: {
        200: jsonBody('what happened on the way', ref('StepResult')),
        400: MALFORMED,
        409: problemBody('no timer is running'),
      },
    }),
  },
  '/_lifecycle/scenario': {
    parameters: [WORLD],
    get: tests('scenario', {
      summary: 'What has happened, as a scenario',
      responses: { 200: { description: 'a scenario', content: TEXT } },
    }),
    post: tests('play', {
      summary: 'Carries out a scenario, all of which is read first',
      requestBody: { required: true, content: TEXT },
      responses: {
        200: jsonBody('a result for each step', { type: 'array', items: ref('StepResult') }),
        400: MALFORMED,
      },
    }),
  },
  '/_lifecycle/to': {
    parameters: [WORLD],
    post: tests('to', {
      summary: 'Begins the world anew and leads it to statuses, by the shortest scenario',
      requestBody: body({
        entity: { type: 'string' },
        phases: { type: 'object', minProperties: 1, additionalProperties: { type: ['string', 'null'] } },
      }),
      responses: {
        200: jsonBody('the scenario, and the view of the entity', {
          type: 'object',
          required: ['scenario', 'view'],
          properties: { scenario: { type: 'array', items: { type: 'string' } }, view: { type: 'object' } },
        }),
        400: MALFORMED,
        409: problemBody('no scenario leads there'),
      },
    }),
  },
  '/_lifecycle/reset': {
    parameters: [WORLD],
    post: tests('reset', { summary: 'Begins the world anew', responses: { 204: { description: 'begun' } } }),
  },
};
