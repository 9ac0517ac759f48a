import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'rolldown';

/** The modules whose one export is a long text. */
const TEXTS = /[\\/]machines[\\/]([\w-]+)[\\/](answers|scenarios|occurrences)\.[jt]s$/;

/**
 * How such a text is unpacked where it runs: in Node at once; elsewhere with what browsers have, which makes a promise of the
 * text. `machines/shipped.ts` awaits either. Node has the latter too, but loads its whole network for it.
 */
const unpacked = (packed: string): string =>
  "((packed, zlib = globalThis.process?.getBuiltinModule?.('node:zlib')) => zlib" +
  " ? zlib.gunzipSync(Buffer.from(packed, 'base64')).toString()" +
  ' : new Response(new Blob([Uint8Array.from(atob(packed), (byte) => byte.charCodeAt(0))]).stream()' +
  `.pipeThrough(new DecompressionStream('gzip'))).text())('${packed}')`;

/** Packs these texts in a bundle: they shrink to an eighth. */
export const packTexts: Plugin = {
  name: 'pack-texts',
  load: { filter: { id: TEXTS }, handler: (id) => packedModule(id) },
};

/** Leaves them out of a bundle that stands in a folder beside the compiled library, which has them too. */
export const textsBeside: Plugin = {
  name: 'texts-beside',
  resolveId: (id, importer) => {
    const [, system, text] = (importer && TEXTS.exec(join(dirname(importer), id))) || [];
    return text === undefined ? null : { id: `../machines/${system}/${text}.js`, external: 'absolute' };
  },
};

/** Writes them into the library, packed. */
export async function packLibrary(root: string, dist: string): Promise<void> {
  for (const name of globSync('machines/*/*.ts', { cwd: root })) {
    if (!TEXTS.test(join(root, name))) continue;
    const file = join(dist, name.replace(/ts$/, 'js'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await packedModule(join(root, name)));
  }
}

async function packedModule(file: string): Promise<string> {
  const module = (await import(pathToFileURL(file).href)) as { readonly [name: string]: unknown };
  const [name = '', text] = Object.entries(module)[0] ?? [];
  if (typeof text !== 'string') throw new Error(`${file} exports no text`);
  const [about = ''] = /^\/\*\*.*\*\/\n/.exec(readFileSync(file, 'utf8')) ?? [];
  return `${about}export const ${name} = ${unpacked(gzipSync(text, { level: 9 }).toString('base64'))};\n`;
}
