import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { anchor } from '../reference/markdown.ts';
import { withBlocks } from './blocks.ts';

/** The broken links of a page to files and headings. */
export function brokenLinks(markdown: string, page: string, folder: string): string[] {
  const prose = withBlocks(markdown, () => '');
  const headings = new Map<string, readonly string[]>();
  const has = (file: string, heading: string): boolean => {
    const known = headings.get(file) ?? headingsOf(file === join(folder, page) ? markdown : readFileSync(file, 'utf8'));
    headings.set(file, known);
    return known.includes(heading);
  };
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) => {
    if (/^[a-z]+:/.test(target)) return [];
    const [path = '', heading] = target.split('#');
    const file = path === '' ? join(folder, page) : join(folder, dirname(page), path);
    if (!existsSync(file)) return [`${page}: no ${path}`];
    if (heading === undefined) return [];
    if (statSync(file).isDirectory()) return [`${page}: ${path} is a folder and has no heading`];
    return has(file, heading) ? [] : [`${page}: no heading ${target}`];
  });
}

const headingsOf = (markdown: string): string[] =>
  [...withBlocks(markdown, () => '').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchor(heading));
