import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWeb } from '../../src/build/web.ts';
import { assetsIn } from '../../src/cli/commands/site/assets.ts';
import { partsOf } from '../../src/cli/commands/site/parts.ts';
import { SiteServer } from '../../src/cli/io/site-server.ts';
import { filesOfSite, type SiteFile } from '../../src/site/site.ts';
import { root } from '../support/packed.ts';

/** The whole site, its scripts built from the sources, on this machine only. */
export async function siteForTests(): Promise<{
  readonly url: string;
  /** Resolved when everything is there, pictures too. */
  readonly filled: Promise<void>;
  close(): void;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  const server = new SiteServer();
  let isOpen = true;
  async function* files(): AsyncGenerator<SiteFile> {
    await bundleWeb(root, folder);
    await bundleWeb(root, join(folder, 'test'), { walk: 'test/web/in-browser.ts' });
    const assets = assetsIn(folder);
    yield* assets.files;
    // Pictures come last, and nothing here waits for them.
    for await (const file of filesOfSite((await partsOf(undefined)).parts, assets.needed)) {
      if (!isOpen) return;
      yield file;
    }
  }
  const url = await server.listen(0);
  const filled = server.fill(files());
  await server.has('search.json');
  return {
    url,
    filled,
    close() {
      isOpen = false;
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
