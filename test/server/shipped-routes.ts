import { readdirSync, readFileSync } from 'node:fs';
import type { RouteFile } from '../../src/server/routes/form.ts';

const folder = new URL('../../routes/', import.meta.url);

/** The route files of the package, by name. */
export const shippedNames: readonly string[] = readdirSync(folder)
  .filter((file) => file !== 'schema.json')
  .map((file) => file.replace('.json', ''));

export const shippedRoutes = (name: string): RouteFile =>
  JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
