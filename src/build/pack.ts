import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'rolldown';

/** The modules that export one long text. */
const TEXTS = /[\\/]machines[\\/]([\w-]+)[\\/](answers|scenarios|occurrences)\.[jt]s$/;

/**
 * An expression that unpacks such a text: in Node synchronously, in a browser as a promise. `machines/shipped.ts` awaits
 * both. Node has the browser's function too, but loads its network modules for it.
 */
const unpacked = (packed: string): string =>
  "((packed, zlib = globalThis.process?.getBuiltinModule?.('node:zlib')) => zlib" +
  " ? zlib.gunzipSync(Buffer.from(packed, 'base64')).toString()" +
  ' : new Response(new Blob([Uint8Array.from(atob(packed), (byte) => byte.charCodeAt(0))]).stream()' +
  `.pipeThrough(new DecompressionStream('gzip'))).text())('${packed}')`;

/** Packs these texts in a bundle, to an eighth of their size. */
export const packTexts: Plugin = {
  name: 'pack-texts',
  load: { filter: { id: TEXTS }, handler: (id) => packedModule(id) },
};

/** Leaves them out of a bundle beside the compiled library, which has them too. */
export const textsBeside: Plugin = {
  name: 'texts-beside',
  resolveId: (id, importer) => {
    const [, system, text] = (importer && TEXTS.exec(join(dirname(importer), id))) || [];
    return text === undefined ? null : { id: `../machines/${system}/${text}.js`, external: 'absolute' };
  },
};

/** Packs them in the compiled library. */
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
