import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { Complaint } from '../../../scenario/complaint.ts';
import { ASSETS } from '../../../site/layout.ts';
import type { Needed } from '../../../site/play-page.ts';
import type { SiteFile } from '../../../site/site.ts';
import { fileInPackage } from '../../io/package.ts';

/** The scripts and the style of the pages, and which files each script needs. */
interface Assets {
  readonly files: readonly SiteFile[];
  readonly needed: Needed;
}

/** The assets in the package. */
export const assets = (): Assets => assetsIn(fileInPackage('dist/web'));

export function assetsIn(folder: string): Assets {
  try {
    const text = (file: string): string => readFileSync(join(folder, file), 'utf8');
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(js|css|svg)$/.test(name),
    );
    const files = names.map((name) => ({ path: ASSETS + name.split(sep).join('/'), text: text(name) }));
    return { files, needed: JSON.parse(text('needed.json')) };
  } catch {
    throw new Complaint('the scripts of the site are not built', 'run npm run build in the clone');
  }
}
