import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { end, file, start } from './program.ts';

it('runs again when the file changes, and Ctrl-C ends it quietly', async () => {
  const path = file('job x => 620\n');
  const child = start(['simulate', '--watch', path]);
  const [ended, errors] = [end(child), text(child.stderr)];
  let said = '';
  child.stdout.on('data', (piece) => {
    said += String(piece);
  });
  const says = async (words: string): Promise<void> => {
    while (!said.includes(words)) await once(child.stdout, 'data');
  };
  await says('expectations: 1 met, 0 missed');
  writeFileSync(path, 'job x => 621\n');
  await says('expectations: 0 met, 1 missed');
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(await errors).toMatch(/^watching .+; Ctrl-C ends\n\nscenario\.txt has changed\n$/);
}, 60_000);
