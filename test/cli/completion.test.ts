import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { isGroup, verbs } from '../../src/cli/verbs.ts';
import { call, file } from './program.ts';

/** The completions of bash for the last of these words. */
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

  it('offers files if no word fits, and after an option that takes one', async () => {
    expect(await offered('lifecycle', 'simulate', 'READ')).toEqual(['README.md']);
    expect(await offered('lifecycle', 'can', '--after', 'READ')).toEqual(['README.md']);
  });
});

/** The completions of fish for each line. */
async function offeredByFish(lines: readonly string[]): Promise<string[][]> {
  const script = file((await call(['completion', 'fish'])).stdout, 'completion.fish');
  return lines.map((line) => {
    const ask = `source ${script}; complete -C '${line}'`;
    const offers = execFileSync('fish', ['--no-config', '-c', ask], { encoding: 'utf8' });
    // A description follows after a tab.
    return offers.split('\n').map((offer) => offer.replace(/\t.*/, ''));
  });
}

/** The completions of zsh for each line. A key is bound to a widget that completes and writes the words to a file. */
async function offeredByZsh(lines: readonly string[]): Promise<string[][]> {
  const script = file((await call(['completion', 'zsh'])).stdout, 'completion.zsh');
  const found = file('', 'found.txt');
  const ask = String.raw`
zmodload zsh/zpty
zpty asked zsh -f -i
zpty -w asked "autoload -Uz compinit && compinit -D; source ${script}
_ask() {
  compadd() { local -a found; builtin compadd -O found \"\$@\"; print -rl -- \$found >>${found} }
  _main_complete; print end >>${found}; compstate[insert]= compstate[list]=
}
zle -C ask complete-word _ask; bindkey '^T' ask"
ends=0
for line in ${lines.map((line) => `'${line}'`).join(' ')}; do
  zpty -w -n asked "$line"$'\x14'
  (( ends += 1 ))
  repeat 600; do [[ $(grep -c '^end$' ${found}) == $ends ]] && break; sleep 0.1; done
  zpty -w -n asked $'\x15'
done
zpty -d asked`;
  execFileSync('zsh', ['-f', file(ask, 'ask.zsh')]);
  return readFileSync(found, 'utf8')
    .split(/^end\n/m)
    .map((offers) => offers.split('\n'));
}

const behind: readonly (readonly [line: string, words: readonly string[]])[] = [
  ['lifecycle exp', ['explain', 'explore']],
  ['lifecycle gate ', ['check', 'matrix']],
  ['lifecycle gate check --bas', ['--baseline']],
  ['lifecycle codes --k', ['--kind']],
  ['lifecycle can --system dove', ['dovecot']],
  ['lifecycle can acc', ['account']],
  ['lifecycle simulate READ', ['README.md']],
  ['lifecycle can --after READ', ['README.md']],
];

describe.each([
  { shell: 'fish', ask: offeredByFish },
  { shell: 'zsh', ask: offeredByZsh },
])('completion in $shell', ({ shell, ask }) => {
  const isThere = spawnSync(shell, ['--version']).status === 0;
  const title = isThere ? 'behind $line' : `behind $line (skipped: ${shell} is not installed)`;
  let offers: string[][] = [];

  beforeAll(async () => {
    if (isThere) offers = await ask(behind.map(([line]) => line));
  }, 120_000);

  it.skipIf(!isThere).each(behind.map(([line, words], place) => ({ line, words, place })))(
    title,
    ({ words, place }) => {
      expect(offers[place]?.filter((word) => word !== '').sort()).toEqual(words);
    },
  );
});

it.each(['bash', 'zsh', 'fish'])('the script for %s names every verb', async (shell) => {
  const { status, stdout } = await call(['completion', shell]);
  for (const verb of Object.keys(verbs)) expect(stdout).toMatch(new RegExp(`\\b${verb}\\b`));
  expect(status).toBe(0);
});

it('another shell is misuse', async () => {
  expect(await call(['completion', 'csh'])).toEqual({
    status: 2,
    stdout: '',
    stderr: 'lifecycle completion: unknown shell "csh" (did you mean zsh?); it is one of bash, zsh, fish\n',
  });
});
