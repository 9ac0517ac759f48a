import { describe, expect, it } from 'vitest';
import { file, lifecycle, type Ran } from '../cli/program.ts';

/** Clears a terminal, reverses the text direction, breaks the line, and is very long. */
const WORD = JSON.stringify(`\u001b[2J\u202e\u2028\u0085\u0007${'x'.repeat(100_000)}`);

const check = (module: string, more: readonly string[] = []): Promise<Ran> =>
  lifecycle(
    [
      ...['gate', 'check', file(module, 'gating.mjs'), '--system', 'dovecot', '--entity', 'manager'],
      ...['--command', 'resume', ...more],
    ],
    '',
    { env: { GITHUB_ACTIONS: '' } },
  );

function expectHarmless({ stdout, stderr }: Ran): void {
  expect(stdout + stderr).not.toMatch(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/u);
  expect(stderr).not.toMatch(/^ {4}at |fault of lifecycle/m);
  for (const line of `${stdout}${stderr}`.split('\n')) expect(line.length).toBeLessThan(1500);
}

/** What a module may throw, ever harder to read. */
const thrown: { readonly [what: string]: string } = {
  'an error with a hostile message': `new Error(${WORD})`,
  'an error with a hostile name': `Object.assign(new Error('x'), { name: ${WORD} })`,
  'a hostile text': WORD,
  nothing: 'undefined',
  'an object without a text': `({ toString() { throw new Error('no text'); } })`,
  'an error whose message is a symbol': `Object.assign(new Error('x'), { message: Symbol('x') })`,
  'an error whose message cannot be read': `Object.defineProperty(new Error('x'), 'message', { get() { throw 1; } })`,
  'an object whose members and class cannot be read':
    'new Proxy({}, { get() { throw 1; }, has() { throw 1; }, getPrototypeOf() { throw 1; } })',
};

describe.each(Object.entries(thrown))('a module that throws %s', (_, value) => {
  it('while it is imported', async () => {
    const ran = await check(`throw ${value};`);
    expect([ran.status, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toMatch(/^lifecycle gate check: cannot import "[^\n]+; see that node can run it\n$/);
    expectHarmless(ran);
  });

  it('when it is asked', async () => {
    const ran = await check(`export default () => { throw ${value}; }`);
    expect([ran.status, ran.stdout, ran.stderr]).toEqual([1, expect.stringMatching(/^resume: the UI threw\s\(/), '']);
    expectHarmless(ran);
  });

  it('as a rejection, when it is asked', async () => {
    const ran = await check(`export default async () => { throw ${value}; }`);
    expect([ran.status, ran.stdout, ran.stderr]).toEqual([1, expect.stringMatching(/^resume: the UI threw\s\(/), '']);
    expectHarmless(ran);
  });

  it('as a rejection that nobody handles', async () => {
    const ran = await check(
      `let left; export default () => { left ??= void Promise.reject(${value}) ?? 1; return true; }`,
    );
    expect([ran.status, ran.stdout]).toEqual([1, expect.stringMatching(/^resume: the UI has it enabled/)]);
    expect(ran.stderr).toMatch(/^lifecycle: your module left a rejection unhandled: [^\n]+\n$/);
    expectHarmless(ran);
  });
});

/** Invalid answers. */
const answers: { readonly [what: string]: string } = {
  'a hostile text': WORD,
  'a symbol with a hostile description': `Symbol(${WORD})`,
  'a large number': '10n ** 5000n',
  'an object that has no JSON': '({ toJSON() { throw 1; } })',
  'an object whose member cannot be read': `({ get then() { throw new Error(${WORD}); } })`,
  'a disabled control with a hostile code': `({ enabled: false, code: ${WORD} })`,
};

it.each(Object.entries(answers))('a module that answers %s', async (_, value) => {
  const ran = await check(`export default () => ${value}`);
  expect([ran.status, ran.stderr]).toEqual([1, '']);
  expect(ran.stdout).toMatch(/^resume: the UI /);
  expectHarmless(ran);
});

it('a module that lists a control with a hostile name', async () => {
  const ran = await check(`export const commands = [${WORD}, '__proto__']; export default () => true;`);
  expect([ran.status, ran.stdout]).toEqual([1, expect.stringContaining('__proto__: the UI lists __proto__')]);
  expectHarmless(ran);
});

it('a list of commands that cannot be read', async () => {
  const ran = await check(
    `export const commands = new Proxy([], { get() { throw new Error(${WORD}); } }); export default () => true;`,
  );
  expect(ran.status).toBe(2);
  expect(ran.stderr).toMatch(/^lifecycle gate check: "[^\n]+ exports commands, which is no list of names; [^\n]+\n$/);
  expectHarmless(ran);
});

it('a timer that throws does not end the check, and is reported once while it runs', async () => {
  const ran = await check(
    `setInterval(() => { throw new Error(${WORD}); }, 1);
     export default async () => { await new Promise((resolve) => setTimeout(resolve, 1)); return true; };`,
  );
  expect([ran.status, ran.stdout]).toEqual([1, expect.stringMatching(/^resume: the UI has it enabled/)]);
  expect([...new Set(ran.stderr.split('\n'))]).toEqual([
    expect.stringMatching(/^lifecycle: your module threw outside of an answer: Error: \\u\{1b\}\[2J/),
    '',
  ]);
  expectHarmless(ran);
});

it('a baseline with hostile words, in a file with a hostile name', async () => {
  const known = [{ cause: JSON.parse(WORD), command: '\u001b[2J', answer: '\u202e', situations: 1 }];
  const text = JSON.stringify({ system: 'dovecot', entity: 'manager', known });
  const ran = await check('export default () => true', ['--baseline', file(text, 'known-\u001b[2J.json')]);
  expect(ran.status).toBe(1);
  expect(ran.stdout).toContain('No longer found');
  expectHarmless(ran);
});
