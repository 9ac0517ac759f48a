import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'node:path';
import type { System } from '../../model/index.ts';
import type { EntityAnswers, SystemAnswers } from '../../reach/shipped.ts';
import { Complaint } from '../../scenario/complaint.ts';
import { show } from '../../scenario/wording.ts';
import { inShell } from '../text/wording.ts';
import { versionOf } from './package.ts';
import { saving } from './save.ts';
import { fileOf } from './system-file.ts';
import { checkIsFile, fileText } from './text-file.ts';

/** The computed answers about a user's own system, in a file beside its module. */
interface Cache {
  /** Of the package's version, the module, the definition, and `entities`. */
  readonly hash: string;
  readonly entities: SystemAnswers['entities'];
}

const NEXT = 'remove it';

type Entities = Cache['entities'];

/** `dir/mine.ts` → `dir/mine.answers.json`. */
function fileBeside(module: string): string {
  return `${module.slice(0, module.length - parse(module).ext.length)}.answers.json`;
}

/**
 * The cached answers about a system; undefined if there are none, or if they are out of date or damaged. Then the user is
 * told, and everything is computed again.
 */
export function cachedAnswers(system: System, complain: (line: string) => void): SystemAnswers | undefined {
  const module = fileOf(system);
  if (module === undefined || !existsSync(fileBeside(module))) return undefined;
  const entities = entitiesIn(fileBeside(module), module, system);
  if (entities) return { system: system.name, entities, codes: [] };
  complain(
    `lifecycle: ${show(fileBeside(module))} was made from other data, or is damaged, and is not read; ` +
      `run lifecycle explore ENTITY --system ${inShell(module)} --cache to write it anew`,
  );
  return undefined;
}

/** Writes the answers of an entity to the cache. Whether the file can be written is checked at once. */
export function caching(system: System): (kind: string, answers: EntityAnswers) => void {
  const module = fileOf(system);
  if (module === undefined) {
    throw new Complaint(`--cache is for a system in a file; the answers of ${system.name} are shipped`, 'leave it out');
  }
  const file = fileBeside(module);
  const write = saving(file);
  if (existsSync(file)) checkIsFile(file, NEXT);
  return (kind, answers) => {
    const before = existsSync(file) ? entitiesIn(file, module, system) : undefined;
    const entities = { ...before, [kind]: answers };
    write(`${JSON.stringify({ hash: hashOf(module, system, entities), entities } satisfies Cache)}\n`);
  };
}

/** Undefined if the hash does not match. */
function entitiesIn(file: string, module: string, system: System): Entities | undefined {
  try {
    const { hash, entities } = JSON.parse(fileText(file, NEXT)) as Cache;
    return hash === hashOf(module, system, entities) ? entities : undefined;
  } catch {
    return undefined;
  }
}

/** Of a function only the text counts, not what it imports from other modules. */
function hashOf(module: string, system: System, entities: Entities): string {
  const definition = JSON.stringify(system, (_, value: unknown) =>
    typeof value === 'function' || value instanceof RegExp ? String(value) : value,
  );
  const hash = createHash('sha256');
  const parts = [versionOf(), readFileSync(module), definition, JSON.stringify(entities)];
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}
