import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { matrixCsv } from '../../src/cli/commands/gate/matrix/csv.ts';
import { matrixHtml } from '../../src/cli/commands/gate/matrix/html.ts';
import { matrixSvg } from '../../src/cli/commands/gate/matrix/svg.ts';
import { matrixText } from '../../src/cli/commands/gate/matrix/text.ts';
import matrixCommand from '../../src/cli/commands/gate/matrix.ts';
import { type Cell, type Matrix, matrixOf } from '../../src/matrix/matrix.ts';
import { type Code, isPhase, isRefusal, type Lifecycle, type Rule, type System } from '../../src/model/index.ts';
import { ScenarioReader } from '../../src/scenario/index.ts';
import { compileSpace } from '../../src/space/quotient.ts';
import { allSystems } from '../gate/gates.ts';
import { Plain } from '../space/plain.ts';

const systemNamed = (name: string): System => allSystems.find((each) => each.name === name) as System;
const matrixFor = (system: string, kind: string): Matrix => {
  const found = systemNamed(system);
  const reader = new ScenarioReader(found);
  return matrixOf(found, kind, { read: (line) => reader.line(line) });
};

/** The cell of a command at `PHASE:STATUS`. */
function cellAt({ columns, rows }: Matrix, command: string, at: string): Cell {
  const column = columns.findIndex(({ phase, status }) => `${phase}:${status}` === at);
  const cell = rows.find((row) => row.command === command)?.cells[column];
  if (!cell) throw new Error(`no cell of ${command} at ${at}`);
  return cell;
}

const small: [system: string, kind: string][] = [
  ['egnyte', 'agent'],
  ['dovecot', 'account'],
  ['dropsuite', 'restore'],
  ['wildduck', 'session'],
  ['mozilla-sync', 'batch'],
];

describe.each(small)('%s %s', (name, kind) => {
  const matrix = matrixFor(name, kind);

  test('counts the answers that the engine gives in every situation, one by one', { timeout: 120_000 }, () => {
    const system = systemNamed(name);
    const lifecycle = system.entities[kind] as Lifecycle;
    const quotient = compileSpace(system, kind);
    const plain = new Plain(system, kind, quotient);
    const [self] = plain.members;
    const counts = new Map<string, number>();
    const { situations } = plain.everything();
    for (const situation of situations) {
      for (const [command, { plain: params = {} }] of Object.entries(lifecycle.commands)) {
        plain.stand(situation);
        const phases = (self?.lifecycle.regions ?? []).filter(({ name: region }) => isPhase(region));
        const at = phases.map(({ name: phase }) => `${phase}:${self?.state(phase)}`);
        const code = codeOf(plain.take({ kind, event: command, params, line: undefined }).rule);
        for (const each of at)
          counts.set(`${command} ${each} ${code}`, (counts.get(`${command} ${each} ${code}`) ?? 0) + 1);
      }
    }
    const told = matrix.rows.flatMap(({ command, cells }) =>
      cells.flatMap(({ answers }, index) => {
        const { entity, phase, status } = matrix.columns[index] as Matrix['columns'][number];
        if (entity !== kind) return [];
        return answers.map(({ code, situations: so }) => [`${command} ${phase}:${status} ${code}`, so] as const);
      }),
    );
    expect(matrix.situations).toBe(situations.size);
    expect(new Map(told)).toEqual(counts);
  });

  test('a cell is one of its answers, and always the only one', () => {
    for (const { cells } of matrix.rows) {
      for (const { code, always, answers, accepted } of cells) {
        expect(answers.map((each) => each.code)).toContain(code);
        expect(always).toBe(answers.length === 1);
        expect(accepted).toBe(code === null);
      }
    }
  });

  test('is the same twice, in every format', () => {
    const again = matrixFor(name, kind);
    expect(again).toEqual(matrix);
    for (const write of [matrixCsv, matrixHtml, matrixSvg]) expect(write(again)).toBe(write(matrix));
  });
});

const codeOf = (rule: Rule | undefined): Code | null => (rule && isRefusal(rule) ? rule.code : null);

describe('the plainest situation', () => {
  const agent = matrixFor('egnyte', 'agent');
  const account = matrixFor('dovecot', 'account');
  const cells: [matrix: Matrix, command: string, at: string, code: Code | null, always: boolean][] = [
    [agent, 'upgrade', 'AGENT:ACTIVE', null, false],
    [agent, 'upgrade', 'AGENT:DEACTIVATED', 862, true],
    [agent, 'register', 'AGENT:ACTIVE', 856, true],
    [agent, 'scanSource.start', 'SCAN_SOURCE:RUNNING', 696, true],
    [agent, 'speedTest.stop', 'SPEED_TEST:PAUSED', null, false],
    [account, 'start', 'MIGRATION:FAILED', 'NeedsReset', true],
    [account, 'start', 'MIGRATION:RETRYING', null, false],
  ];
  test.each(cells)('%#: %s at %s', (matrix, command, at, code, always) => {
    expect(cellAt(matrix, command, at)).toMatchObject({ code, always });
  });
  test('is where nothing else is out of the ordinary: a paused test is at an agent that is off the line', () => {
    expect(cellAt(agent, 'upgrade', 'SPEED_TEST:PAUSED')).toMatchObject({
      code: 693,
      reason: 'The agent is not ACTIVE.',
    });
  });
});

describe('written', () => {
  const matrix = matrixFor('egnyte', 'agent');
  const plain = (_: string, text: string): string => text;

  test('as text every command stands in the table of every phase', () => {
    const text = matrixText(matrix, plain);
    expect(text.match(/^ {2}upgrade .*$/gm)).toHaveLength(new Set(matrix.columns.map(({ phase }) => phase)).size);
    expect(text).toContain('No situation has AGENT_UPGRADE:SCHEDULED');
  });

  test('as CSV a reader that is not ours finds every cell', () => {
    const records = parse(matrixCsv(matrix), { columns: true }) as Record<string, string>[];
    expect(records).toHaveLength(matrix.rows.length * matrix.columns.length);
    expect(records.find(({ command, status }) => command === 'delete' && status === 'ACTIVE')).toMatchObject({
      code: '679',
      always: 'true',
      accepted: 'false',
    });
  });

  test('as a page the table has its scopes, a caption and the reasons', () => {
    const html = matrixHtml(matrix);
    expect(html.match(/<th scope="row"/g)).toHaveLength(matrix.rows.length);
    expect(html.match(/<th scope="col"/g)).toHaveLength(matrix.columns.length + 1);
    expect(html).toMatch(/<caption[^>]*>egnyte agent/);
    expect(html).toContain('delete where AGENT is ACTIVE: refused with 679');
    expect(html).not.toMatch(/<script|https?:\/\//);
  });

  test('as a page no text of a system can become a part of it', () => {
    const [row] = matrix.rows;
    const hostile = {
      ...matrix,
      rows: [{ ...row, command: '<b onclick="x">', says: '</th>' } as Matrix['rows'][number]],
    };
    expect(matrixHtml(hostile)).not.toMatch(/<b |<\/th><\/th>/);
  });

  test('as SVG it is a picture', () => {
    expect(matrixSvg(matrix)).toMatch(/^<svg|^<\?xml/);
  });
});

describe('lifecycle gate matrix', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'matrix-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const written: string[] = [];
  const terminal = {
    out: { write: (text: string) => written.push(text), flush: async () => {} },
    paint: () => (_: string, text: string) => text,
    columns: undefined,
  };
  const run = (args: string[], options: object) =>
    matrixCommand.run({ args, options } as never, terminal as never).then(() => written.splice(0).join(''));

  test('writes JSON in one line', async () => {
    const text = await run(['agent'], { format: 'json' });
    expect(JSON.parse(text)).toEqual(matrixFor('egnyte', 'agent'));
    expect(text.trimEnd()).not.toContain('\n');
  });
  test('knows the format by the ending of the file', async () => {
    const file = join(folder, 'account.html');
    expect(await run([], { system: 'dovecot', output: file })).toBe('');
    expect(readFileSync(file, 'utf8')).toMatch(/^<!doctype html>/);
  });
  const misuse: [what: string, args: string[], options: object, message: RegExp][] = [
    ['an unknown format', ['agent'], { format: 'pdf' }, /unknown format "pdf"/],
    ['a file of another ending', ['agent'], { output: 'x.doc' }, /unknown format "doc"/],
    ['an unknown entity', ['agents'], {}, /unknown entity "agents" \(did you mean agent\?\)/],
    ['an entity without commands', ['domain'], {}, /unknown entity with commands "domain"/],
    [
      'a file that cannot be written',
      ['agent'],
      { output: '/nowhere/x.csv' },
      /cannot write "\/nowhere\/x.csv": no such/,
    ],
  ];
  test.each(misuse)('says one line on %s', async (_, args, options, message) => {
    await expect(run(args, options)).rejects.toThrow(message);
  });
});
