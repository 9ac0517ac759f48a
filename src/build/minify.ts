import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputOptions } from 'rolldown';
import { minifySync } from 'rolldown/utils';

/** Functions and classes keep their names, so that stack traces can be read. */
export const MINIFY = {
  compress: { keepNames: { function: true, class: true } },
  mangle: { keepNames: true },
  codegen: { removeWhitespace: true },
} as const satisfies OutputOptions['minify'];

/** Minifies the compiled library. Declarations lose only their indentation. */
export function minifyLibrary(dist: string): void {
  for (const name of globSync('{src,machines}/**/*.js', { cwd: dist })) {
    const file = join(dist, name);
    const text = readFileSync(file, 'utf8');
    const { code, errors } = minifySync(name, text, { ...MINIFY, module: true });
    if (errors.length > 0) throw new Error(`${name}: ${errors[0]?.message}`);
    // A bundled module begins with licences, which have to stay.
    const [notices = ''] = /^(?:\/\*!\n[\s\S]*?\*\/\n)+/.exec(text) ?? [];
    writeFileSync(file, notices + code);
  }
  // A third of the types of literal data is indentation.
  for (const file of globSync('{src,machines,gates}/**/*.d.ts', { cwd: dist }).map((name) => join(dist, name))) {
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^ +/gm, ''));
  }
}
