import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { cachedAnswers } from '../../src/cli/io/cached-answers.ts';
import { systemNamed } from '../../src/cli/systems.ts';
import { call, file, json, lifecycle } from './program.ts';

const source = (path: string): string => JSON.stringify(join(import.meta.dirname, '../..', path));
const lampIn = (title: string): string => `
import { defineSystem } from ${source('src/define/index.ts')};
import { sound } from ${source('test/toys/toys.ts')};
export default defineSystem({ ...sound, title: '${title}' });
`;

describe('explore --cache', () => {
  let module: string;
  let cache: string;
  const explored = () => call(['explore', 'lamp', '--system', module, '--cache', '--json']);
  const asked = () => call(['path', 'lamp', 'LIGHT:ON', '--system', module]);
  const entities = () => (JSON.parse(readFileSync(cache, 'utf8')) as { entities: object }).entities;
  const notRead = () =>
    `lifecycle: ${JSON.stringify(cache)} was made from other data, or is damaged, and is not read; ` +
    `run lifecycle explore ENTITY --system ${module} --cache to write it anew\n`;

  beforeEach(() => {
    module = file(lampIn('Lamp'), 'mine.ts');
    cache = join(dirname(module), 'mine.answers.json');
  });

  it.runIf(process.platform === 'linux')('does not wait for a pipe in place of its file', async () => {
    execFileSync('mkfifo', [cache]);
    expect((await lifecycle(['path', 'lamp', 'LIGHT:ON', '--system', module])).stderr).toBe(notRead());
    const { status, stderr } = await lifecycle(['explore', 'lamp', '--system', module, '--cache']);
    expect([status, stderr]).toEqual([
      2,
      `lifecycle explore: cannot read ${JSON.stringify(cache)}: it is no file; remove it\n`,
    ]);
  });

  it('writes a file beside the module; no other verb does', async () => {
    await asked();
    expect(existsSync(cache)).toBe(false);
    expect(await explored()).toMatchObject({ status: 0, stderr: '' });
    expect(Object.keys(entities())).toEqual(['lamp']);
  });

  it('does not change the answers of other verbs', async () => {
    const verbs = [
      ['path', 'lamp', 'LIGHT:ON'],
      ['can', 'lamp', 'LIGHT:ON'],
      ['gate', 'matrix', 'lamp'],
    ].map((words) => [...words, '--system', module]);
    const before = await Promise.all(verbs.map((words) => call(words)));
    await explored();
    expect(await Promise.all(verbs.map((words) => call(words)))).toEqual(before);
  });

  it('is read like shipped answers', async () => {
    await explored();
    const complaints: string[] = [];
    const answers = cachedAnswers(await systemNamed(module), (line) => complaints.push(line));
    expect(answers).toEqual({ system: 'toy', entities: entities(), codes: [] });
    expect(answers?.entities.lamp?.scenarios).toContainEqual(['given ready', 'wait 1h']);
    expect(complaints).toEqual([]);
  });

  it.each([
    ['the module has changed', () => writeFileSync(module, lampIn('Another lamp'))],
    ['it is truncated', () => writeFileSync(cache, readFileSync(cache).subarray(0, 100))],
    ['it is empty', () => writeFileSync(cache, '')],
    ['it is no object', () => writeFileSync(cache, 'null')],
    ['it was edited', () => writeFileSync(cache, readFileSync(cache, 'utf8').replace('"lamp"', '"lump"'))],
  ])('is not read if %s; the answer is computed, and --cache writes the file again', async (_, spoil) => {
    const before = await asked();
    await explored();
    spoil();
    expect(await asked()).toEqual({ ...before, stderr: notRead() });
    const again = await explored();
    expect(json(again.stdout)).toMatchObject([{ system: 'toy', entity: 'lamp' }]);
    expect((await asked()).stderr).toBe('');
  });

  it('is refused for a system that is shipped', async () => {
    expect(await call(['explore', 'manager', '--system', 'dovecot', '--cache'])).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'lifecycle explore: --cache is for a system in a file; the answers of dovecot are shipped; leave it out\n',
    });
  });
});
