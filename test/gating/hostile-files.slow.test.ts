import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { dovecot } from '../../machines/dovecot/index.ts';
import { baselineIn } from '../../src/cli/commands/gate/check/baseline.ts';
import { readRows } from '../../src/cli/commands/gate/check/rows.ts';
import { subjectOf } from '../../src/cli/commands/gate/check/subject.ts';
import { Complaint } from '../../src/scenario/complaint.ts';

const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

const lifecycle = dovecot.entities.account;
const deep = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const DEPTH = 200_000;

let files = 0;
function fileWith(text: string): string {
  files += 1;
  const path = join(folder, `${files}.json`);
  writeFileSync(path, text);
  return path;
}
function fifo(name: string): string {
  const path = join(folder, name);
  execFileSync('mkfifo', [path]);
  return path;
}
function loop(name: string): string {
  const path = join(folder, name);
  symlinkSync(path, path);
  return path;
}

function complaintOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(Complaint);
    expect((error as Complaint).message).not.toContain('\n');
    return (error as Complaint).message;
  }
  throw new Error('nothing was wrong with it');
}

describe('a baseline', () => {
  const said = (path: string) => complaintOf(() => baselineIn(path, 'dovecot', 'account'));

  test.each([
    ['deep', deep(DEPTH), 'it has no list "known"'],
    ['deep in its system', `{"system":${deep(DEPTH)},"entity":"account","known":[]}`, 'is of nothing "account"'],
    [
      'of a system with an odd name',
      '{"system":"a\\u001bb\\nc","entity":"e","known":[]}',
      'is of "a\\u{1b}b\\u{a}c" "e"',
    ],
    ['with an odd toString', '{"system":{"toString":1},"known":[]}', 'is of nothing nothing'],
    ['null', 'null', 'it has no list "known"'],
    ['with a list of nulls', '{"known":[null]}', 'known[0] has no cause, command, answer and situations'],
    ['with a broken text', '{"known":', 'it is no JSON'],
  ])('that is %s', (_, text, says) => expect(said(fileWith(text))).toContain(says));

  test('that is a pipe without a writer', () => expect(said(fifo('pipe'))).toContain('it is no file'));
  test('that is a loop of links', () => expect(said(loop('loop'))).toContain('too many symbolic links'));
  test('that is a folder', () => expect(said(folder)).toContain('it is no file'));
});

describe('a table', () => {
  const said = (text: string) => complaintOf(() => readRows('t.json', text, lifecycle));

  test.each([
    ['deep', deep(DEPTH), 'row 1: no object'],
    ['deep in a command', `[{"command":${deep(DEPTH)},"enabled":true}]`, 'unknown command "a list"'],
    [
      'deep in a value',
      `[{"command":"start","enabled":true,"MIGRATION":${deep(DEPTH)}}]`,
      'MIGRATION is never "a list"',
    ],
    ['deep in its code', `[{"command":"start","enabled":true,"code":${deep(DEPTH)}}]`, 'neither a number nor a name'],
    ['with an odd name', '[{"command":"start","enabled":true,"__proto__":1}]', 'unknown name "__proto__"'],
    ['with an odd value', '[{"command":"start","enabled":true,"MIGRATION":{"toString":1}}]', 'never "an object"'],
  ])('that is %s', (_, text, says) => expect(said(text)).toContain(says));

  test.each([
    ['a pipe', () => fifo('pipe.json'), 'it is no file'],
    ['a loop of links', () => loop('loop.json'), 'too many symbolic links'],
  ])('that is %s', async (_, path, says) => {
    await expect(subjectOf(path(), lifecycle)).rejects.toThrow(says);
  });
});
