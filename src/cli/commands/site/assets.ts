import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Complaint } from '../../../scenario/complaint.ts';
import { ASSETS } from '../../../site/layout.ts';
import type { SiteFile } from '../../../site/site.ts';

/** The scripts and the style that the package brings along, as files of a site. */
export function assets(): SiteFile[] {
  const root = dirname(createRequire(import.meta.url).resolve('migration-lifecycles/package.json'));
  const folder = join(root, 'dist/web');
  try {
    return readdirSync(folder).map((file) => ({
      path: `${ASSETS}${file}`,
      text: readFileSync(join(folder, file), 'utf8'),
    }));
  } catch {
    throw new Complaint('the scripts of the site are not built', 'run npm run build in the clone');
  }
}
