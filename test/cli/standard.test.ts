import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { isTerminal } from '../../src/cli/io/standard.ts';
import { end, file } from './program.ts';

const module = join(import.meta.dirname, '../../src/cli/io/standard.ts');

/** A program that writes chunks of 64 KiB, waits for each, and prints on standard error how many were accepted. */
const program = (pieces: number) => `
  import { StandardOutput } from ${JSON.stringify(module)};
  const out = new StandardOutput();
  out.on('error', ({ code }) => { process.stderr.write(code); process.exit(3); });
  for (let piece = 0; piece < ${pieces}; piece += 1) {
    await new Promise((resolve) => out.write(new Uint8Array(65_536).fill(97 + (piece % 26)), resolve));
  }
  process.stderr.write('all');`;

const written = (pieces: number): string =>
  Array.from({ length: pieces }, (_, piece) => String.fromCharCode(97 + (piece % 26)).repeat(65_536)).join('');

const started = (pieces: number) => spawn(process.execPath, ['--input-type=module', '--eval', program(pieces)]);

test('a slow reader gets everything, in order', async () => {
  const child = started(30);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect(error).toBe('all');
  expect(out === written(30)).toBe(true);
});

test('listeners hear of a closed pipe', async () => {
  const child = started(200);
  child.stdout.once('data', () => child.stdout.destroy());
  const ended = end(child);
  expect(await text(child.stderr)).toBe('EPIPE');
  expect(await ended).toBe(3);
});

test('neither a file nor a closed descriptor is a terminal', () => {
  const descriptor = openSync(file(''), 'r');
  expect(isTerminal(descriptor as 0)).toBe(false);
  closeSync(descriptor);
  expect(isTerminal(descriptor as 0)).toBe(false);
});
