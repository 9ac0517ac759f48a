import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix, sep } from 'node:path';
import { type Import, type Reading, read } from './reader.ts';
import { publicForms, type Room, rooms, trees } from './rules.ts';

export interface Report {
  /** How many modules were looked at, and how many imports they hold. */
  readonly modules: number;
  readonly imports: number;
  /** How many names the modules of src declare and export. */
  readonly names: number;
  /** One line each: where, what is wrong, and why that is forbidden. */
  readonly findings: readonly string[];
}

interface Place {
  readonly room: Room;
  /** Which of a room's folders, where it has several that must not see each other: the system. */
  readonly folder: string | undefined;
}

const CODE = /\.[cm]?[jt]sx?$/;

/** Holds every module under `root` against the rules. */
export function check(root: string): Report {
  const paths = trees.flatMap((tree) => codeFiles(root, tree));
  const systems = new Set(paths.flatMap((path) => placeOf(path)?.folder ?? []));
  const findings: string[] = [];
  const arrows = new Map<string, string[]>();
  const declarations = new Map<string, string[]>();
  let imports = 0;

  for (const tree of trees) {
    if (!paths.some((path) => path.startsWith(`${tree}/`))) findings.push(`${tree}: no module found to look at.`);
  }
  for (const path of paths) {
    const place = placeOf(path);
    if (!place) {
      findings.push(`${path}: is in no room of test/architecture/rules.ts; give it one, or move it into one.`);
      continue;
    }
    let reading: Reading;
    try {
      reading = read(path, readFileSync(join(root, path), 'utf8'));
    } catch (error) {
      findings.push(`${path}: cannot be read: ${error instanceof Error ? error.message : String(error)}`);
      continue;
    }
    imports += reading.imports.length;
    for (const name of path.startsWith('src/') ? reading.declared : []) {
      declarations.set(name, [...(declarations.get(name) ?? []), path]);
    }
    const targets: string[] = [];
    arrows.set(path, targets);
    for (const one of reading.imports) {
      const target = one.specifier?.startsWith('.') ? posix.join(posix.dirname(path), one.specifier) : undefined;
      if (target !== undefined && paths.includes(target)) targets.push(target);
      const fault = faultOf(place, one, target, paths);
      if (fault) findings.push(`${path}:${one.line}: ${fault} ${place.room.why}`);
    }
    if (!place.room.namesSystems) {
      for (const { text, line } of reading.strings) {
        const named = [...systems].find((system) => isNamed(system, text));
        if (named) findings.push(`${path}:${line}: names the system ${named}. ${place.room.why}`);
      }
    }
  }
  findings.push(...twoMeanings(declarations));
  if (paths.length > 0 && imports === 0) findings.push('No import found in any module: the reader sees nothing.');

  for (const circle of circles(arrows)) {
    findings.push(`${circle.join(' → ')}: a circle. Modules that need each other cannot be read one after the other.`);
  }
  return { modules: paths.length, imports, names: declarations.size, findings };
}

/** Names that more than one room of src declares and exports. */
function twoMeanings(declarations: ReadonlyMap<string, readonly string[]>): string[] {
  return [...declarations].flatMap(([name, paths]) => {
    const own = publicForms.includes(name) ? paths.filter((path) => !/^src\/(?:core|index)\.ts$/.test(path)) : paths;
    const owners = new Set(own.map((path) => placeOf(path)?.room));
    return owners.size < 2
      ? []
      : [`${name}: is declared in ${own.join(' and ')}. One name has one meaning: rename one.`];
  });
}

function codeFiles(root: string, tree: string): string[] {
  let entries: string[];
  try {
    entries = readdirSync(join(root, tree), { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
  return entries
    .filter((entry) => CODE.test(entry))
    .map((entry) => posix.join(tree, entry.split(sep).join('/')))
    .sort();
}

function placeOf(path: string): Place | undefined {
  for (const room of rooms) {
    const match = room.path.exec(path);
    if (match) return { room, folder: match[1] };
  }
  return undefined;
}

/** What is wrong with an import, or undefined if nothing is. */
function faultOf(from: Place, one: Import, target: string | undefined, paths: readonly string[]): string | undefined {
  const { room } = from;
  if (one.specifier === undefined) {
    return room.node || room.loads ? undefined : 'imports a module whose name is computed at run time.';
  }
  if (target !== undefined) {
    const to = placeOf(target);
    if (!to) return `imports ${target}, which is in no room.`;
    if (!paths.includes(target)) return `imports ${target}, which is not there (the ending is .ts).`;
    if (to.room === room && to.folder === from.folder) return undefined;
    return to.room !== room && room.rooms.includes(to.room.name) ? undefined : `imports ${target}.`;
  }
  if (isBuiltin(one.specifier)) return room.node ? undefined : `imports ${one.specifier}.`;
  const isOf = (name: string) => one.specifier === name || one.specifier?.startsWith(`${name}/`);
  if (room.packages.some(isOf)) return undefined;
  if (!room.packageTypes?.some(isOf)) return `imports ${one.specifier}.`;
  return one.typeOnly ? undefined : `imports more than types of ${one.specifier}.`;
}

/** Every circle that a walk along the arrows runs into, from the module where it closes back to it. */
function circles(arrows: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const trail: string[] = [];

  function walk(path: string): void {
    const start = trail.indexOf(path);
    if (start >= 0) {
      found.push([...trail.slice(start), path]);
      return;
    }
    if (done.has(path)) return;
    trail.push(path);
    for (const target of new Set(arrows.get(path))) walk(target);
    trail.pop();
    done.add(path);
  }

  for (const path of arrows.keys()) walk(path);
  return found;
}

/** Is the name in the text as a word of its own? */
function isNamed(name: string, text: string): boolean {
  return new RegExp(`(?<![a-z0-9])${name}(?![a-z0-9])`, 'i').test(text);
}
