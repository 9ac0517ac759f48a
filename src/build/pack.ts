import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'rolldown';

/** The modules whose one export is a long text. */
const TEXTS = /[\\/]machines[\\/][\w-]+[\\/](answers|scenarios|occurrences)\.[jt]s$/;

/**
 * How such a text is unpacked where it runs: in Node at once, or with what browsers have too, which makes a promise of the
 * text: `machines/shipped.ts` awaits either.
 */
const UNPACK = {
  node: {
    head: "import { gunzipSync } from 'node:zlib';\n",
    text: (packed: string) => `gunzipSync(Buffer.from('${packed}', 'base64')).toString()`,
  },
  anywhere: {
    head: '',
    text: (packed: string) =>
      `new Response(new Blob([Uint8Array.from(atob('${packed}'), (byte) => byte.charCodeAt(0))]).stream()` +
      ".pipeThrough(new DecompressionStream('gzip'))).text()",
  },
} as const;

/** Packs these texts in a bundle: they shrink to an eighth. */
export const packTexts = (runs: keyof typeof UNPACK): Plugin => ({
  name: 'pack-texts',
  load: { filter: { id: TEXTS }, handler: (id) => packedModule(id, runs) },
});

/** Packs them in the compiled library. */
export async function packLibrary(dist: string): Promise<void> {
  for (const file of globSync('machines/*/*.js', { cwd: dist }).map((name) => join(dist, name))) {
    if (TEXTS.test(file)) writeFileSync(file, await packedModule(file, 'anywhere'));
  }
}

async function packedModule(file: string, runs: keyof typeof UNPACK): Promise<string> {
  const module = (await import(pathToFileURL(file).href)) as { readonly [name: string]: unknown };
  const [name = '', text] = Object.entries(module)[0] ?? [];
  if (typeof text !== 'string') throw new Error(`${file} exports no text`);
  const { head, text: unpacked } = UNPACK[runs];
  const [about = ''] = /^\/\*\*.*\*\/\n/.exec(readFileSync(file, 'utf8')) ?? [];
  return `${about}${head}export const ${name} = ${unpacked(gzipSync(text, { level: 9 }).toString('base64'))};\n`;
}
