import { beforeAll, describe, expect, test } from 'vitest';
import { dovecot } from '../../machines/dovecot/index.ts';
import { systems } from '../../machines/index.ts';
import { answersOf } from '../../machines/shipped.ts';
import { partsOf, workedOut } from '../../src/cli/commands/site/parts.ts';
import { addressOf } from '../../src/link/addresses.ts';
import { sharedIn } from '../../src/link/fragment.ts';
import type { System } from '../../src/model/index.ts';
import { reach } from '../../src/reach/index.ts';
import { ScenarioReader } from '../../src/scenario/index.ts';
import { html } from '../../src/site/html.ts';
import { indexOfRows, pageFilesOf } from '../../src/site/site.ts';

const files = new Map<string, string>();
const needed = { play: ['play.js', 'shared.js'], egnyte: ['egnyte.js', 'shared.js'] };
const all: readonly System[] = Object.values(systems);

beforeAll(async () => {
  const { parts } = await partsOf(undefined);
  for await (const { path, text } of pageFilesOf(parts, needed)) files.set(path, text);
}, 120_000);

const page = (path: string): string => files.get(`${path}index.html`) ?? '';

/** The target of a link, from the root. */
function targetOf(from: string, link: string): string {
  const path = decodeURIComponent(new URL(link, `http://site/${from}`).pathname.slice(1));
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

const linksOf = (text: string): string[] =>
  [...text.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, link = '']) =>
    link.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))),
  );

describe('the addresses', () => {
  test('exist for every code of every system', () => {
    for (const { name, codes } of all) {
      for (const { code } of codes)
        expect(files.has(`${addressOf.code(name, code)}index.html`), `${name} ${code}`).toBe(true);
    }
  });

  test('exist for every command of every entity', () => {
    for (const { name, entities } of all) {
      for (const { kind, commands } of Object.values(entities)) {
        for (const command of Object.keys(commands)) {
          expect(files.has(`${addressOf.command(name, kind, command)}index.html`), `${kind} ${command}`).toBe(true);
        }
      }
    }
  });

  test('exist for every phase of every entity', () => {
    for (const { name, entities } of all) {
      for (const { kind, phases } of Object.values(entities)) {
        for (const phase of Object.keys(phases)) {
          expect(files.has(`${addressOf.phase(name, kind, phase)}index.html`), `${kind} ${phase}`).toBe(true);
        }
      }
    }
  });

  test('are listed for programs, one for each row of each table', () => {
    const rows = indexOfRows([{ system: dovecot }]);
    expect(rows.map(({ code }) => code)).toEqual(dovecot.codes.map(({ code }) => code));
    expect(rows[0]?.url).toBe(addressOf.code('dovecot', dovecot.codes[0]?.code ?? ''));
  });

  test('differ in more than upper and lower case, which some file systems do not distinguish', () => {
    const lower = [...files.keys()].map((path) => path.toLowerCase());
    expect(lower.filter((path, index) => lower.indexOf(path) !== index)).toEqual([]);
  });
});

test('the answers computed for a system of a user equal those shipped with it', async () => {
  const { entities } = await answersOf('dovecot');
  const rules = (answers: typeof entities) =>
    Object.values(answers).map(({ situations, statuses, arrows }) => [
      situations,
      arrows,
      JSON.parse(JSON.stringify(statuses), (_, value) => (typeof value?.[0] === 'number' ? value[0] : value)),
    ]);
  expect(rules(workedOut({ ...dovecot }).entities)).toEqual(rules(entities));
});

describe('a page', () => {
  test('links only to pages that exist', () => {
    const broken: string[] = [];
    let seen = 0;
    for (const [path, text] of files) {
      for (const link of linksOf(text)) {
        const target = targetOf(path, link);
        if (target.startsWith('assets/') || target.endsWith('.svg')) continue;
        seen += 1;
        if (!files.has(target)) broken.push(`${path}: ${link}`);
      }
    }
    expect(broken).toEqual([]);
    expect(seen).toBeGreaterThan(5000);
  });

  test('loads nothing from elsewhere, and has no script, style or handler of its own', () => {
    for (const [path, text] of files) {
      expect(text, path).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
      expect(text, path).not.toMatch(
        /<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+="|(?:src|href)="(?:https?:|\/|data:|javascript:)/,
      );
    }
  });

  test('of a code has its meaning, the rules that give it, and a scenario', async () => {
    const text = page('egnyte/codes/671/');
    expect(text).toContain('<h1>671 SYNC_STOP_REQUIRED_ERR</h1>');
    expect(text).toContain('True-Up is paused or suspended');
    expect(text).toContain('<a href="../../../egnyte/job/copy.start/">copy.start</a>');
    const [, fragment = ''] = /data-play href="[^"#]*#([^"]*)"/.exec(text) ?? [];
    expect((await sharedIn(fragment)).scenario.split('\n').at(-1)).toBe('job scan.start');
  });

  test('of a command has its gates in their order', () => {
    const text = page('egnyte/job/copy.start/');
    const codes = [...text.matchAll(/class="code" href="[^"]*codes\/(\d+)\/"/g)].map(([, code]) => Number(code));
    const rules = systems.egnyte.entities.job.rules['copy.start'] ?? [];
    expect(codes).toEqual(rules.flatMap((rule) => ('code' in rule ? [rule.code] : [])));
  });

  test('of a phase has its codes, and the events that lead from one status to another', () => {
    const text = page('egnyte/job/phases/SCAN/');
    expect(text).toContain('<a class="code" href="../../../../egnyte/codes/930/">930 SCAN : RUNNING</a>');
    expect(text).toContain(
      '<td>PAUSED</td><td>STOPPED</td><td><a href="../../../../egnyte/job/scan.stop/">scan.stop</a>',
    );
  });

  test('of a matrix has the answers of every command in every status, as the model gives them', () => {
    const text = page('dovecot/matrix/manager/');
    const { manager } = dovecot.entities;
    const [, body = ''] = /<section data-phase="MANAGER">.*?<tbody>(.*?)<\/tbody>/s.exec(text) ?? [];
    const names = [...text.matchAll(/<th scope="col">([^<]*)</g)].map(([, name = '']) => name).slice(1);
    const rows = body.trim().split('\n');
    expect(rows).toHaveLength(Object.keys(manager.commands).length);
    const reader = new ScenarioReader(dovecot);
    const query = reach(dovecot, 'manager', (line) => reader.line(line));
    for (const [index, command] of Object.keys(manager.commands).entries()) {
      const cells = [...(rows[index] ?? '').matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) =>
        cell.replace(/<[^>]*>/g, ''),
      );
      for (const [column, name] of names.entries()) {
        const answers = query.known({ MANAGER: name === 'not run' ? null : name }).answers(command);
        const words = new Set(answers.map(({ accepted, code }) => (accepted ? '✓' : String(code))));
        expect(new Set(cells[column]?.split(' · ')), `${command} ${name}`).toEqual(words);
      }
    }
  });

  test('of a refusal code has only the pictures of phases that its gates depend on', () => {
    const pictures = [...page('egnyte/codes/671/').matchAll(/<img src="[^"]*\/(\w+)\.svg"/g)].map(([, name]) => name);
    expect(pictures).toEqual(['DATA_SYNC']);
  });

  test('of a command has the pictures of the phases that it moves', () => {
    const pictures = [...page('egnyte/job/scan.start/').matchAll(/<img src="[^"]*\/(\w+)\.svg"/g)].map(
      ([, name]) => name,
    );
    expect(pictures).toEqual(['SCAN']);
  });

  test('of the playground preloads each module that it will import, once', () => {
    const modules = [...page('play/').matchAll(/<link rel="modulepreload" href="([^"]*)"/g)].map(([, link]) => link);
    expect(modules).toEqual(['../assets/play.js', '../assets/shared.js', '../assets/egnyte.js']);
  });

  test('of an odd row says what is odd', () => {
    const odd = all.flatMap(({ name, codes }) =>
      codes.filter(({ oddity }) => oddity).map(({ code }) => ({ name, code })),
    );
    expect(odd.length).toBeGreaterThan(0);
    for (const { name, code } of odd) expect(page(addressOf.code(name, code))).toContain('Odd in the vendor');
  });

  test('escapes what it is given', () => {
    expect(html`<p title="${'"<'}">${['a & b', html`<b>${'<i>'}</b>`]}</p>`.text).toBe(
      '<p title="&#34;&#60;">a &#38; b<b>&#60;i&#62;</b></p>',
    );
  });
});
