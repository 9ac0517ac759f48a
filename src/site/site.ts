import { explorable } from '../diagram/draw.ts';
import { paint } from '../diagram/svg.ts';
import { addressOf, picturesOf } from '../link/addresses.ts';
import { codeAndName, groupedBy, listedRow } from '../model/index.ts';
import { codePage } from './code-page.ts';
import { commandPage } from './command-page.ts';
import { entityPage } from './entity-page.ts';
import { htmlEscaped } from './html.ts';
import { type Page, pageDocument } from './layout.ts';
import { hasMatrix, matrixPage } from './matrix-page.ts';
import { phasePage } from './phase-page.ts';
import { type Needed, playPage } from './play-page.ts';
import type { SiteSystem } from './site-system.ts';
import { homePage, systemPage } from './system-page.ts';

/** A file of the site, from its root. */
export interface SiteFile {
  readonly path: string;
  readonly text: string;
}

/** Every page and picture of the site, and the files for programs; no scripts or styles. */
export async function* filesOfSite(
  parts: readonly SiteSystem[],
  needed: Needed,
  url?: string,
): AsyncGenerator<SiteFile> {
  const paths: string[] = [];
  for await (const file of pageFilesOf(parts, needed)) {
    paths.push(file.path.replace(/index\.html$/, ''));
    yield file;
  }
  yield { path: 'index.json', text: `${JSON.stringify(indexOfRows(parts), null, 1)}\n` };
  yield { path: 'search.json', text: JSON.stringify([...entriesOf(parts)]) };
  if (url !== undefined) yield { path: 'sitemap.xml', text: sitemap(paths, url) };
  for (const part of parts) yield* picturesOfSystem(part);
}

/** The pages alone. */
export async function* pageFilesOf(parts: readonly SiteSystem[], needed: Needed): AsyncGenerator<SiteFile> {
  const systems = parts.map(({ system }) => system);
  const known = new Set<string>();
  for await (const page of pagesOf(parts, needed)) {
    if (known.has(page.path)) throw new Error(`two pages have the address ${page.path}`);
    known.add(page.path);
    yield { path: `${page.path}index.html`, text: pageDocument(page, systems) };
  }
}

async function* pagesOf(parts: readonly SiteSystem[], needed: Needed): AsyncGenerator<Page> {
  yield homePage(parts);
  yield playPage(parts, needed);
  for (const part of parts) {
    const { system } = part;
    yield await systemPage(part);
    // Rows with the same code share a page, and so do codes whose addresses are the same.
    const alike = groupedBy(system.codes, ({ code }) => addressOf.code(system.name, code));
    for (const rows of alike.values()) yield await codePage(part, rows);
    for (const lifecycle of Object.values(system.entities)) {
      yield entityPage(part, lifecycle);
      if (hasMatrix(part, lifecycle)) yield matrixPage(part, lifecycle);
      for (const phase of Object.keys(lifecycle.phases)) yield phasePage(part, lifecycle, phase);
      for (const command of Object.keys(lifecycle.commands)) yield await commandPage(part, lifecycle, command);
    }
  }
}

async function* picturesOfSystem({ system, pictures }: SiteSystem): AsyncGenerator<SiteFile> {
  for (const lifecycle of Object.values(system.entities)) {
    const { kind: entity } = lifecycle;
    for (const phase of picturesOf(lifecycle)) {
      const subject = { view: 'states', entity, ...(phase === undefined ? {} : { phase }) } as const;
      const { scene, explored } = await explorable(system, subject, pictures);
      yield { path: addressOf.picture(system.name, entity, phase), text: paint(scene) };
      yield { path: addressOf.explored(system.name, entity, phase), text: JSON.stringify(explored) };
    }
  }
}

/** Every row of every table, with the address of its page. */
export const indexOfRows = (parts: readonly Pick<SiteSystem, 'system'>[]) =>
  parts.flatMap(({ system }) =>
    system.codes.map((row) => ({ ...listedRow(system.name, row), url: addressOf.code(system.name, row.code) })),
  );

/** The entries of the search. */
function* entriesOf(parts: readonly SiteSystem[]) {
  for (const part of parts) {
    const { system } = part;
    const { name, title } = system;
    const entry = (kind: string, title: string, url: string, words: string) => ({
      title,
      kind,
      system: name,
      url,
      words,
    });
    yield entry('system', title, addressOf.system(name), name);
    for (const row of system.codes) {
      const words = [row.meaning, ...(row.also ?? []).map((alias) => alias.name)].join(' ');
      yield entry('code', codeAndName(row), addressOf.code(name, row.code), words);
    }
    for (const lifecycle of Object.values(system.entities)) {
      const { kind, commands, phases } = lifecycle;
      yield entry('entity', kind, addressOf.entity(name, kind), title);
      for (const [phase, statuses] of Object.entries(phases)) {
        yield entry('phase', `${kind} ${phase}`, addressOf.phase(name, kind, phase), Object.keys(statuses).join(' '));
      }
      if (hasMatrix(part, lifecycle)) {
        yield entry('matrix', `${kind} matrix`, addressOf.matrix(name, kind), 'commands against statuses, gating');
      }
      for (const [command, { says }] of Object.entries(commands)) {
        yield entry('command', `${kind} ${command}`, addressOf.command(name, kind, command), says);
      }
    }
  }
}

/** Sitemaps need absolute addresses. */
function sitemap(paths: readonly string[], url: string): string {
  const root = url.endsWith('/') ? url : `${url}/`;
  const lines = paths.map((path) => `<url><loc>${htmlEscaped(new URL(encodeURI(path), root).href)}</loc></url>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${lines.join('')}</urlset>
`;
}
