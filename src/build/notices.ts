import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The licences of the packages these modules come from, as a comment: whoever redistributes the code must include them.
 */
export function noticesOf(modules: readonly string[]): string {
  const folders = new Set(modules.flatMap((id) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id) ?? []));
  return [...folders].map((folder) => `/*!\n${noticeOf(folder).replaceAll('*/', '* /')}\n*/\n`).join('');
}

function noticeOf(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
  const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  if (licence === undefined) throw new Error(`${folder} has no licence, and so cannot be in a bundle`);
  return `${name} ${version}\n\n${readFileSync(join(folder, licence), 'utf8').trim()}`;
}
