/** The JSON Schema of a route file, published as `routes/schema.json` and used to check route files. */
export interface Schema {
  readonly type?: 'object' | 'array' | 'string' | 'integer';
  readonly description?: string;
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | false;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly unknown[];
}

const template: Schema = { type: 'string', description: 'text with sources in braces, as {path.id} or {body.quota}' };
const reply = {
  status: {
    type: 'integer',
    minimum: 200,
    maximum: 599,
    description: '200, or 409 for a refusal, where it is left out',
  },
  headers: { type: 'object', additionalProperties: template },
  body: { description: 'any JSON, the strings in it templates; null for none' },
} as const;
const answer: Schema = { type: 'object', properties: reply, additionalProperties: false };
const rejected: Schema = {
  type: 'object',
  properties: {
    ...reply,
    codes: { type: 'object', description: 'what is other for single codes', additionalProperties: answer },
  },
  additionalProperties: false,
};

const route: Schema = {
  type: 'object',
  required: ['method', 'path', 'accepted'],
  properties: {
    method: { enum: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] },
    path: { type: 'string', pattern: '^/', description: '/users/:id, where :id is any part' },
    when: {
      type: 'object',
      description: 'sources with the value that they need; null where there has to be none, true for any',
      additionalProperties: {},
    },
    entity: { type: 'string', description: 'the kind; a route without one has always the same answer' },
    id: { ...template, description: 'default: 1, or the only one' },
    event: { type: 'string', description: 'a command or a report; a route without one shows the entity' },
    params: { type: 'object', additionalProperties: template },
    accepted: answer,
    rejected,
  },
  additionalProperties: false,
};

export const routeSchema: Schema & { readonly $schema: string; readonly title: string } = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Routes of a product for lifecycle serve',
  type: 'object',
  required: ['title', 'system', 'rejected', 'routes'],
  properties: {
    $schema: { type: 'string' },
    title: { type: 'string' },
    system: { type: 'string' },
    flags: {
      type: 'object',
      description: 'what true and false in a body are as parameters',
      required: ['true', 'false'],
      properties: { true: { type: 'string' }, false: { type: 'string' } },
      additionalProperties: false,
    },
    rejected: { ...rejected, description: 'the answer to a refused command where its route has none' },
    routes: { type: 'array', minItems: 1, items: route },
  },
  additionalProperties: false,
};
