import { filesOfSite, type SiteFile } from '../../../site/site.ts';
import type { Terminal } from '../../io/terminal.ts';
import { assets } from './assets.ts';
import { partsOf } from './parts.ts';

/** Every file of a site, scripts first. Shows progress. */
export async function* siteFiles(
  system: string | undefined,
  terminal: Terminal,
  url?: string,
): AsyncGenerator<SiteFile> {
  const { parts, own } = await partsOf(system);
  const { files, needed } = assets();
  yield* files;
  yield* own;
  let count = 0;
  for await (const file of filesOfSite(parts, needed, url)) {
    yield file;
    count += 1;
    if (count % 50 === 0) terminal.progress(`${count} pages and pictures`);
  }
  terminal.clear();
}
