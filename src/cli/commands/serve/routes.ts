import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { System } from '../../../model/index.ts';
import { Complaint } from '../../../scenario/complaint.ts';
import { errorWords, show } from '../../../scenario/wording.ts';
import { checkedRoutes, RouteError } from '../../../server/routes/check.ts';
import type { RouteFile } from '../../../server/routes/form.ts';
import { fileInPackage } from '../../io/package.ts';
import { fileText } from '../../io/text-file.ts';
import { exportsOf } from '../../io/user-module.ts';

/** The routes in a file, or the shipped ones of that name. Throws a Complaint if they cannot be used. */
export async function routesIn(file: string, system: System): Promise<RouteFile> {
  const isThere = lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  const path = isThere ? file : join(shipped(), `${file}.json`);
  if (!isThere && !existsSync(path)) {
    const names = readdirSync(shipped()).flatMap((name) => (name === SCHEMA ? [] : [name.replace('.json', '')]));
    throw new Complaint(
      `cannot read ${show(file)}: no such file`,
      `name a file of routes, or one of ${names.join(', ')}`,
    );
  }
  try {
    const content = await contentOf(path);
    if (typeof content !== 'object' || content === null) throw new Error('it has no object');
    const { $schema: _, ...routes } = content as { $schema?: unknown };
    if ('system' in routes && routes.system !== system.name) {
      const named = String(routes.system);
      throw new Complaint(
        `${file}: its routes are for ${named}, and ${system.name} is served`,
        `say --system ${named}`,
      );
    }
    return checkedRoutes(routes, system);
  } catch (error) {
    if (error instanceof Complaint) throw error;
    if (error instanceof RouteError) throw new Complaint(`${file}: ${error.message}`, NEXT);
    throw new Complaint(`cannot read ${show(file)}: ${errorWords(error).message}`, NEXT);
  }
}

async function contentOf(path: string): Promise<unknown> {
  if (path.endsWith('.json')) return JSON.parse(fileText(path, NEXT));
  if (!/\.[cm]?[jt]s$/.test(path)) throw new Error('it is neither JSON nor a module');
  return (await exportsOf(path, NEXT)).default;
}

const SCHEMA = 'schema.json';
const NEXT = `routes/${SCHEMA} of the package says what a file of routes has`;

const shipped = (): string => fileInPackage('routes');
