import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { isGroup, verbs } from '../../src/cli/verbs.ts';
import { call, file } from './program.ts';

/** What bash offers behind the words; the last of them is being typed. */
async function offered(...words: string[]): Promise<string[]> {
  const script = file((await call(['completion', 'bash'])).stdout, 'completion.bash');
  const ask = `source ${script}; COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=$((\${#COMP_WORDS[@]}-1)); _lifecycle; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['--norc', '-c', ask], { encoding: 'utf8' }).split('\n').slice(0, -1);
}

describe('completion in bash', () => {
  it('offers every verb', async () => {
    expect(await offered('lifecycle', '')).toEqual(Object.keys(verbs));
  });

  it('offers the verbs of a group', async () => {
    const { gate } = verbs;
    expect(await offered('lifecycle', 'gate', '')).toEqual(gate && isGroup(gate) ? Object.keys(gate.verbs) : []);
  });

  it('offers the options of a verb', async () => {
    expect(await offered('lifecycle', 'codes', '--k')).toEqual(['--kind']);
    expect(await offered('lifecycle', 'gate', 'check', '--bas')).toEqual(['--baseline']);
  });

  it('offers systems and kinds of entities', async () => {
    expect(await offered('lifecycle', 'can', '--system', 'dove')).toEqual(['dovecot']);
    expect(await offered('lifecycle', 'can', 'acc')).toEqual(['account']);
  });
});

it.each(['bash', 'zsh', 'fish'])('the script for %s names every verb', async (shell) => {
  const { status, stdout } = await call(['completion', shell]);
  for (const verb of Object.keys(verbs)) expect(stdout).toMatch(new RegExp(`\\b${verb}\\b`));
  expect(status).toBe(0);
});

it('another shell is a mistake', async () => {
  expect(await call(['completion', 'csh'])).toEqual({
    status: 2,
    stdout: '',
    stderr: 'lifecycle completion: unknown shell "csh" (did you mean zsh?); it is one of bash, zsh, fish\n',
  });
});
