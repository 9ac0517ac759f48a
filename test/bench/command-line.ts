import { symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundleCommandLine } from '../../src/build/command-line.ts';
import { packLibrary } from '../../src/build/pack.ts';
import { vendorElk } from '../../src/build/vendor.ts';
import { scratch } from './programs.ts';

const root = join(import.meta.dirname, '../..');

let built: Promise<string> | undefined;

/** Builds the command line as it is installed, and returns the path of its program. */
export function commandLine(): Promise<string> {
  built ??= build();
  return built;
}

async function build(): Promise<string> {
  const folder = scratch('cli');
  await bundleCommandLine(root, folder);
  const dist = dirname(folder);
  vendorElk(dist);
  await packLibrary(root, dist);
  writeFileSync(join(dist, 'machines', 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'package.json'), '{}');
  // Optional packages outside the bundle are found in the project.
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return join(folder, 'main.cjs');
}
