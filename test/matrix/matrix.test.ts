import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shippedAnswers } from '../../machines/shipped.ts';
import type { Source } from '../../src/answers/source.ts';
import { matrixCsv } from '../../src/cli/commands/gate/matrix/csv.ts';
import { matrixHtml } from '../../src/cli/commands/gate/matrix/html.ts';
import { matrixSvg } from '../../src/cli/commands/gate/matrix/svg.ts';
import { matrixText } from '../../src/cli/commands/gate/matrix/text.ts';
import matrixCommand from '../../src/cli/commands/gate/matrix.ts';
import { judge } from '../../src/engine/judge.ts';
import { Simulator } from '../../src/engine/simulate.ts';
import { type Cell, type Matrix, matrixOf } from '../../src/matrix/matrix.ts';
import { type Code, isRefusal, type Lifecycle, type System, stateOf } from '../../src/model/index.ts';
import { allSystems } from '../gate/gates.ts';
import { reader } from '../reach/reader.ts';

const systemNamed = (name: string): System => allSystems.find((each) => each.name === name) as System;
const sourceFor = async (name: string): Promise<Source> => {
  const system = systemNamed(name);
  return { system, read: reader(system), shipped: await shippedAnswers(system) };
};

/** The cell of a command at `PHASE:STATUS`. */
function cellAt({ columns, rows }: Matrix, command: string, at: string): Cell {
  const column = columns.findIndex(({ phase, status }) => `${phase}:${status}` === at);
  const cell = rows.find((row) => row.command === command)?.cells[column];
  if (!cell) throw new Error(`no cell of ${command} at ${at}`);
  return cell;
}

const some: [system: string, kind: string][] = [
  ['egnyte', 'job'],
  ['egnyte', 'agent'],
  ['dovecot', 'account'],
  ['dropsuite', 'restore'],
  ['wildduck', 'session'],
  ['mozilla-sync', 'batch'],
];
const matrices = new Map(
  await Promise.all(some.map(async ([name, kind]) => [kind, matrixOf(await sourceFor(name), kind)] as const)),
);
const matrixFor = (kind: string): Matrix => matrices.get(kind) as Matrix;

describe.each(some)('%s %s', (name, kind) => {
  const system = systemNamed(name);
  const lifecycle = system.entities[kind] as Lifecycle;
  const matrix = matrixFor(kind);

  test('each answer is given where its scenario leads, with the status of its column', () => {
    let shown = 0;
    for (const [lines, cells] of byScenario(matrix)) {
      const simulator = new Simulator(system);
      for (const step of lines.flatMap(reader(system))) simulator.runBriefly(step);
      const id = lifecycle.singleton ?? '1';
      const entity = simulator.world.peek(kind, id);
      for (const { phase, status, command, params, code } of cells) {
        const { rule } = judge(simulator.world, { kind, id, type: command, params });
        expect(rule && isRefusal(rule) ? rule.code : null).toBe(code);
        expect(entity.state(phase)).toBe(stateOf(status));
        shown += 1;
      }
    }
    expect(shown).toBeGreaterThan(10);
  });

  test('a cell gives one of its answers, and says so if there is no other', () => {
    for (const { cells } of matrix.rows) {
      for (const { code, always, answers, accepted } of cells) {
        const codes = new Set(answers.map((each) => each.code));
        expect(codes).toContain(code);
        expect(always).toBe(codes.size === 1);
        expect(accepted).toBe(code === null);
      }
    }
  });

  test('every cell with a star has a condition', () => {
    const stars = matrix.rows.flatMap(({ cells }) => cells.filter(({ always }) => !always));
    expect(stars.length).toBeGreaterThan(0);
    for (const { answers } of stars) {
      expect(answers.slice(0, -1).every(({ when }) => typeof when === 'string' && when !== '')).toBe(true);
    }
  });
});

/** The answers of all cells by the scenario that leads to them. */
function byScenario({ rows, columns }: Matrix) {
  const found = new Map<
    readonly string[],
    { phase: string; status: string | null; command: string; params: CommandParams; code: Code | null }[]
  >();
  for (const { command, params, cells } of rows) {
    for (const [column, { answers }] of cells.entries()) {
      const { phase, status } = columns[column] as Matrix['columns'][number];
      for (const { code, scenario } of answers) {
        if (!scenario) continue;
        const known = found.get(scenario) ?? [];
        found.set(scenario, known);
        known.push({ phase, status, command, params, code });
      }
    }
  }
  return found;
}

type CommandParams = Matrix['rows'][number]['params'];

describe('the plainest situation', () => {
  const cells: [kind: string, command: string, at: string, code: Code | null, always: boolean][] = [
    ['agent', 'upgrade', 'AGENT:DEACTIVATED', 862, true],
    ['agent', 'deactivate', 'AGENT_UPGRADE:SCHEDULED', 681, true],
    ['agent', 'scanSource.start', 'SCAN_SOURCE:RUNNING', 696, true],
    ['agent', 'speedTest.stop', 'SPEED_TEST:PAUSED', null, false],
    ['account', 'start', 'MIGRATION:FAILED', 'NeedsReset', false],
    ['account', 'start', 'MIGRATION:RETRYING', null, false],
    ['job', 'copy.stop', 'MIGRATE_DATA:RUNNING', null, false],
  ];
  test.each(cells)('%#: %s %s at %s', (kind, command, at, code, always) => {
    expect(cellAt(matrixFor(kind), command, at)).toMatchObject({ code, always });
  });
  test('has nothing else out of the ordinary, except what the status brings: the agent of a paused test is not active', () => {
    expect(cellAt(matrixFor('agent'), 'upgrade', 'SPEED_TEST:PAUSED')).toMatchObject({
      code: 693,
      reason: 'The agent is not ACTIVE.',
    });
  });
});

test('a condition leaves out what the status already says', () => {
  expect(
    cellAt(matrixFor('agent'), 'scanSource.start', 'SCAN_SOURCE:PAUSED').answers.map(({ code, when }) => [code, when]),
  ).toEqual([
    [502, 'the agent is unknown'],
    [862, 'the agent is DEACTIVATED'],
    [696, 'the source scan is RUNNING or PAUSED'],
  ]);
});

describe('written', () => {
  const matrix = matrixFor('agent');
  const plain = (_: string, text: string): string => text;

  test('as text, every command is in the table of every phase', () => {
    const text = matrixText(matrix, { paint: plain, width: 100 });
    expect(text.match(/^ {2}upgrade .*$/gm)).toHaveLength(new Set(matrix.columns.map(({ phase }) => phase)).size);
    expect(text).toContain('by the first of these of its command that holds');
    expect(text).toMatch(/^retire\n {2}502 +if the agent is unknown$/m);
    expect(text).toContain('A delay may end at any time');
  });

  test('as CSV, an independent reader finds every cell', () => {
    const records = parse(matrixCsv(matrix), { columns: true }) as Record<string, string>[];
    expect(records).toHaveLength(matrix.rows.length * matrix.columns.length);
    expect(records.find(({ command, status }) => command === 'delete' && status === 'ACTIVE')).toMatchObject({
      code: '679',
      always: 'true',
      accepted: 'false',
      depends: '',
    });
    expect(records.filter(({ always, depends }) => always === 'false' && depends === '')).toEqual([]);
  });

  test('as a page, the table has its scopes, a caption and the reasons', () => {
    const html = matrixHtml(matrix);
    expect(html.match(/<th scope="row"/g)).toHaveLength(matrix.rows.length);
    expect(html.match(/<th scope="col"/g)).toHaveLength(matrix.columns.length + 1);
    expect(html).toMatch(/<caption[^>]*><span>egnyte agent/);
    expect(html).toContain('delete where AGENT is ACTIVE: refused with 679');
    expect(html).toContain('It depends: 502');
    expect(html).not.toMatch(/<script|https?:\/\//);
  });

  test('as a page, no text of a system becomes markup', () => {
    const [row] = matrix.rows;
    const hostile = {
      ...matrix,
      rows: [{ ...row, command: '<b onclick="x">', says: '</th>' } as Matrix['rows'][number]],
    };
    expect(matrixHtml(hostile)).not.toMatch(/<b |<\/th><\/th>/);
  });

  test('as SVG, it is a picture', () => {
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
    paint: (_: string, text: string) => text,
    turnOffColor: () => {},
    columns: undefined,
    progress: () => {},
  };
  const run = (args: string[], options: object) =>
    matrixCommand.run({ args, options } as never, terminal as never).then(() => written.splice(0).join(''));

  test('writes JSON in one line', async () => {
    const text = await run(['agent'], { format: 'json' });
    expect(JSON.parse(text)).toEqual(matrixFor('agent'));
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
