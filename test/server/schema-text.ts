import { routeSchema } from '../../src/server/routes/schema.ts';

/** `routes/schema.json`, as `npm run docs` writes it. */
export const schemaText = `${JSON.stringify(routeSchema, null, 2)}\n`;
