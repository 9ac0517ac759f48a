import { copyFileSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minifySync } from 'rolldown/utils';
import { MINIFY } from './minify.ts';
import { noticesOf } from './notices.ts';

/** The imports of elkjs, and the files that replace them. */
const ENGINE = { from: 'elkjs/lib/elk.bundled.js', to: 'elk.js' } as const;
const TYPES = { from: 'elkjs/lib/elk-api.js', to: 'elk-api.js' } as const;

/** The path of the layout engine from another folder of dist. */
export const enginePath = (folder: string): string => `${folder}/${ENGINE.to}`;
export const ENGINE_MODULE = ENGINE.from;

/**
 * Puts the layout engine into dist/vendor, once for the library and the command line, and points the compiled library
 * there. The package elkjs is five times as large, because it contains the same code three times. It is
 * CommonJS, so the two names it expects are added to make it a module.
 */
export function vendorElk(dist: string): void {
  const folder = join(dist, 'vendor');
  mkdirSync(folder, { recursive: true });
  const engine = fileOf(ENGINE.from);
  const head = 'const module = { exports: {} };\nconst exports = module.exports;\n';
  const text = `${head}${readFileSync(engine, 'utf8')}\nexport default module.exports;\n`;
  const { code, errors } = minifySync(ENGINE.to, text, { ...MINIFY, compress: true });
  if (errors.length > 0) throw new Error(`${engine}: ${errors[0]?.message}`);
  writeFileSync(join(folder, ENGINE.to), noticesOf([engine]) + code);
  copyFileSync(fileOf(TYPES.from.replace('.js', '.d.ts')), join(folder, TYPES.to.replace('.js', '.d.ts')));
  for (const file of globSync('src/**/*.{js,d.ts}', { cwd: dist })) point(join(dist, file), folder);
}

const fileOf = (module: string): string => fileURLToPath(import.meta.resolve(module));

/** Rewrites the elkjs import of a compiled module. */
function point(file: string, folder: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes('elkjs/')) return;
  const path = relative(dirname(file), folder).split(sep).join('/');
  const pointed = [ENGINE, TYPES].reduce((so, { from, to }) => so.replaceAll(`'${from}'`, `'${path}/${to}'`), text);
  if (pointed.includes("'elkjs/")) throw new Error(`${file} imports something of elkjs that is not in ${folder}`);
  writeFileSync(file, pointed);
}
