import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { call, file, folder, lifecycle, type Ran } from './program.ts';

/** Clears a terminal, reverses the text direction, breaks the line in four ways, and is very long. */
const WORD = `\u001b[2J\u202e\u2028\u0085\r\n\u0007${'x'.repeat(100_000)}`;
/** The same without blanks and line breaks. */
const INLINE = WORD.replace(/[\r\n\u2028\u0085]/g, '');

/** What must not be sent to a terminal: control and format characters other than a line break, and other separators. */
const UNSEEN = /[^\P{C}\n]|[\p{Zl}\p{Zp}]/u;
const LONGEST = 1500;

/** A message is one short, harmless line without a stack trace. */
function expectReadable({ stderr, stdout }: Ran, most = 1): void {
  const said = stderr.split('\n').slice(0, -1);
  expect(said.length).toBeGreaterThan(0);
  expect(said.length).toBeLessThanOrEqual(most);
  for (const line of said) {
    expect(line.length).toBeLessThanOrEqual(LONGEST);
    expect(line).not.toMatch(UNSEEN);
  }
  expect(stderr).not.toMatch(/^ {4}at |fault of lifecycle/m);
  expect(stdout).not.toMatch(UNSEEN);
}

const json = JSON.stringify;

/** Malformed scenarios, with the word in each possible place. */
const scenarios: { readonly [place: string]: string } = {
  'an entity': INLINE,
  'an id': `job:${INLINE} scan.start`,
  'a key': `job scan.start "${INLINE}"=1`,
  'a value': `job create transport="${INLINE}" agent=1 ${INLINE}`,
  'a duration': `wait "${INLINE}"`,
  'an opening': `given "${INLINE}"`,
  'an expectation': `job scan.start => ${INLINE}:x`,
  'a phase': `job scan.start => job.${INLINE}:x`,
  'a status': `job scan.start => SCAN:${INLINE}`,
  'a quote that is not closed': `job scan.start "${INLINE}`,
  'NDJSON: an entity': json({ to: WORD, type: 'x' }),
  'NDJSON: a key': json({ to: 'job', type: 'scan.start', [WORD]: '1' }),
  'NDJSON: a value': json({ to: 'job', type: 'scan.failed', code: WORD }),
  'NDJSON: a wait': json({ wait: WORD }),
  'NDJSON: an opening': json({ given: WORD }),
  'NDJSON: an expectation': json({ to: 'job', type: 'x', expect: [`SCAN:${WORD}`] }),
  'NDJSON: a key twice': `{"to":"job",${json(WORD)}:1,${json(WORD)}:1}`,
  'NDJSON: a key among no event': json({ [WORD]: 1 }),
  'NDJSON: no value': `{"to":${INLINE}}`,
  'NDJSON: very deep': `{"to":${'['.repeat(100_000)}`,
  'NDJSON: very deep, and closed': `{"to":"job","type":"x","a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
  'a result: an outcome': json({ step: 1, outcome: WORD, to: 'job', type: 'x' }),
  'a result: a change': json({ step: 1, outcome: 'accepted', to: 'job', type: 'x', changes: [{ entity: WORD }] }),
  'a result: very deep': `{"step":1,"outcome":"accepted","to":"job","type":"x","changes":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
};

/** Verbs that read a scenario. */
const readers: { readonly [verb: string]: (path: string) => readonly string[] } = {
  simulate: (path) => ['simulate', path],
  'simulate --json': (path) => ['simulate', path, '--json'],
  'simulate, as a test': (path) => ['simulate', path, '--junit', `${path}.xml`],
  'can --after': (path) => ['can', 'job', '--after', path],
  'path --after': (path) => ['path', 'job', 'SCAN:RUNNING', '--after', path],
  'diagram --trace': (path) => ['diagram', 'job', '--trace', path, '--format', 'svg'],
  'serve --after': (path) => ['serve', '--port', '0', '--after', path],
};

describe.each(Object.entries(readers))('a scenario that cannot be read: %s', (_, args) => {
  it.each(Object.entries(scenarios))('%s', async (_place, text) => {
    const ran = await call(args(file(`${text}\n`)));
    expect(ran.status).toBe(2);
    expectReadable(ran);
  });

  it('with a hostile name', async () => {
    const path = file('nonsense\n', `${INLINE.slice(0, 40)}.txt`);
    expectReadable(await call(args(path)));
    expectReadable(await call(args(`${path}-none`)));
  });
});

describe('the answer to a valid scenario does not garble a terminal', () => {
  it.each([
    `job "${INLINE}" "${INLINE}"=1`,
    `job create destination="${INLINE}"`,
    json({ to: 'job', type: WORD, [WORD]: WORD }),
    json({ to: 'job', type: 'create', destination: WORD, expect: ['650'] }),
  ])('%.40j', async (line) => {
    for (const more of [[], ['--junit', join(folder(), 'out.xml')]]) {
      const { stdout, stderr } = await call([
        'simulate',
        file(`given ready\n${line}\n`.replace(/^.*\n(?=\{)/, '')),
        ...more,
      ]);
      expect(stderr).toBe('');
      expect(stdout).not.toMatch(UNSEEN);
    }
  });

  it('and a report is XML', async () => {
    const out = join(folder(), 'out.xml');
    await call(['simulate', file(`job create destination="${INLINE}" => 650\n`), '--junit', out]);
    expect(readFileSync(out, 'utf8')).not.toMatch(UNSEEN);
  });
});

/** Modules that export no system, with the word in whatever is wrong with them. */
const modules: { readonly [fault: string]: string } = {
  'it throws an error': `throw new Error(${json(WORD)})`,
  'it throws an error with a name': `throw Object.assign(new Error('x'), { name: ${json(WORD)} })`,
  'it throws a text': `throw ${json(WORD)}`,
  'it throws an object without a text': 'throw { toString() { throw new Error("no text"); } }',
  'it throws nothing': 'throw undefined',
  'it rejects': `await Promise.reject(new RangeError(${json(WORD)}))`,
  'it imports what is not there': `import ${json(`./${INLINE.slice(0, 40)}`)}`,
  'it is no module': `${INLINE} ${INLINE}`,
  'it exports nothing': '',
  'it exports a text': `export default ${json(WORD)}`,
  'it throws when it is read': `export default new Proxy({}, { has() { throw new Error(${json(WORD)}) }, get() { throw new Error(${json(WORD)}) } })`,
  'its definition names nothing': `import { defineSystem } from 'migration-lifecycles/define';
    export default defineSystem({ name: ${json(WORD)}, title: ${json(WORD)}, [${json(WORD)}]: 1, entities: { [${json(WORD)}]: {} } })`,
};

describe.each(['describe', 'codes', 'laws', 'simulate', 'gate matrix', 'site'])('a module of --system: %s', (verb) => {
  it.each(Object.entries(modules))('%s', async (_, text) => {
    const path = file(text, 'mine.mjs');
    const more = verb === 'simulate' ? [file('wait 1\n')] : verb === 'site' ? ['-o', folder()] : [];
    const ran = await call([...verb.split(' '), ...more, '--system', path]);
    expect(ran.status).toBe(2);
    expectReadable(ran);
  });
});

/** Modules that end the program, or whose loading never ends. */
const endless: { readonly [what: string]: readonly [text: string, says: string] } = {
  'ends the program': ['process.exit(0)', 'called process.exit(0)'],
  'never finishes loading': [
    'await new Promise(() => {})',
    'your module never finished loading: it awaits something that never settles; run it with node, which names the line\n',
  ],
};

describe.each(Object.entries(endless))('a module that %s', (_, [text, says]) => {
  it.each([
    ['--system', ['laws', '--system']],
    ['--routes', ['serve', '--port', '0', '--routes']],
  ])('%s', async (_option, args) => {
    const ran = await lifecycle([...args, file(text, 'mine.mjs')]);
    expect([ran.status, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toContain(says);
    expectReadable(ran);
  });
});

/** Files that are no valid routes. */
const routes: { readonly [fault: string]: string } = {
  'no object': 'null',
  'very deep': `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  'a hostile name': json({ system: 'dovecot', [WORD]: 1 }),
  'a hostile request': json({ title: 'x', system: 'dovecot', routes: [{ request: WORD }] }),
};

it.each(Object.entries(routes))('a file of routes: %s', async (_, text) => {
  const ran = await call(['serve', '--port', '0', '--system', 'dovecot', '--routes', file(text, 'routes.json')]);
  expect(ran.status).toBe(2);
  expect(ran.stderr).not.toContain('destructure');
  expectReadable(ran);
});

describe('a log', () => {
  it.each(['', WORD, `${WORD} ${'{"a":['.repeat(50_000)}`, '\0'.repeat(100_000), '\ud800'])(
    'without a code: %.20j',
    async (log) => {
      const ran = await lifecycle(['explain', '-'], log);
      expect(ran.status).toBe(2);
      expectReadable(ran);
    },
  );

  it('with a code', async () => {
    const { status, stdout, stderr } = await lifecycle(['explain', '-'], `${WORD} [650] ${WORD}`);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('SCAN_INPROGRESS_ERR');
    expect(stdout).not.toMatch(UNSEEN);
  });
});

/** Tables of `gate check` that cannot be read, most with the word in what is wrong. */
const tables: readonly (readonly [name: string, text: string])[] = [
  ['a.csv', `command,enabled,${INLINE}\n`],
  ['b.csv', `command,enabled\n"${WORD}",true\n`],
  ['c.csv', `command,enabled\ncopy.start,"${WORD}"\n`],
  ['d.csv', `"${WORD}`],
  ['e.json', '['.repeat(100_000)],
  ['f.json', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['g.json', json([{ command: WORD, enabled: true }])],
  ['h.json', json([{ command: 'copy.start', enabled: true, when: { [WORD]: WORD } }])],
  ['i.json', json([{ [WORD]: WORD }])],
  ['j.json', json({ [WORD]: WORD })],
  ['k.json', json(WORD)],
];

describe('a table of gate check', () => {
  it.each(tables)('%s', async (name, text) => {
    const ran = await call(['gate', 'check', file(text, name)]);
    expect(ran.status).toBe(2);
    expectReadable(ran);
  });

  it.each([
    '['.repeat(100_000),
    json(WORD),
    json({ known: [WORD], system: WORD, entity: WORD }),
    json({ system: WORD, entity: 'job', known: [] }),
    `${'{"known":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
  ])('a baseline: %.30s', async (text) => {
    const subject = file('command,enabled\n', 'gating.csv');
    const ran = await call(['gate', 'check', subject, '--baseline', file(text, 'known.json')]);
    expect(ran.status).toBe(2);
    expectReadable(ran);
  });
});

it('a folder of scenarios with hostile names', async () => {
  const dir = folder();
  mkdirSync(join(dir, 'in'));
  writeFileSync(join(dir, 'in', `a${INLINE.slice(0, 30)}.txt`), 'job scan.start => 650\n');
  writeFileSync(join(dir, 'in', `b${INLINE.slice(0, 30)}.txt`), 'nonsense\n');
  expectReadable(await call(['simulate', join(dir, 'in')]));
});

it('lifecycle site prints the name of its folder on one line', async () => {
  const dir = folder();
  const { status, stdout } = await call(['site', '--system', 'dovecot', '-o', join(dir, '\u001b[31m\na')]);
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^\d+ files in [^\n]+\\u\{1b\}\[31m\\u\{a\}a\n$/)]);
});
