import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { File } from './files.ts';
import { placesOf, type Request } from './request.ts';

/**
 * Puts the files into the tree, all of them or none: they are written beside it, where the project's own formatter puts
 * imports and long lines in order, and then moved.
 */
export function place(root: string, request: Request, files: readonly File[]): void {
  const stage = mkdtempSync(join(root, '.scaffold-'));
  const own = placesOf(request);
  const others = files
    .map(({ path }) => path)
    .filter((path) => !own.some((place) => path === place || path.startsWith(`${place}/`)));
  const before = others.map((path) => [path, readFileSync(join(root, path))] as const);
  const placed: string[] = [];
  try {
    for (const { path, text } of files) {
      mkdirSync(dirname(join(stage, path)), { recursive: true });
      writeFileSync(join(stage, path), text);
    }
    format(root, stage);
    for (const path of [...own, ...others]) {
      renameSync(join(stage, path), join(root, path));
      placed.push(path);
    }
  } catch (error) {
    for (const path of own.filter((each) => placed.includes(each))) rmSync(join(root, path), { recursive: true });
    for (const [path, text] of before.filter(([each]) => placed.includes(each))) writeFileSync(join(root, path), text);
    throw error;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

function format(root: string, folder: string): void {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'check', '--write', '--error-on-warnings', folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`biome finds fault with the new files:\n${stdout}${stderr}`);
}
