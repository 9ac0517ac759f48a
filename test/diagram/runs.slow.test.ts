import { expect, describe as group, test } from 'vitest';
import { shippedAnswers } from '../../machines/shipped.ts';
import { sceneOf } from '../../src/diagram/draw.ts';
import type { Scene } from '../../src/diagram/scene.ts';
import { paint } from '../../src/diagram/svg.ts';
import type { TracedWay } from '../../src/diagram/trace.ts';
import { matrixOf } from '../../src/matrix/matrix.ts';
import type { System } from '../../src/model/index.ts';
import { readScenario, ScenarioReader } from '../../src/scenario/index.ts';
import { Watched } from '../../src/session/watched.ts';
import { readGolden } from '../golden/scenarios.ts';
import { faultsIn } from './geometry.ts';
import { all, sourcesOf } from './subjects.ts';
import { elementsIn, readXml, textOf } from './xml.ts';

const watch = (system: System, lines: readonly string[]): Watched => {
  const run = new Watched(system, 'scenario');
  for (const step of readScenario(system, lines.join('\n'))) run.take(step);
  return run;
};

/** What a scenario does to an entity. */
const wayOf = (system: System, entity: string, lines: readonly string[], whose?: string): TracedWay =>
  watch(system, lines).wayOf(entity, whose);

/** The text below a picture. */
const footOf = ({ labels }: Scene): string => (labels.at(-1)?.lines ?? []).map(({ text }) => text).join(' ');

/** The scenarios of a system, the longest first. */
const scenarios = (system: System): readonly (readonly string[])[] =>
  Object.values(readGolden(system))
    .flatMap((found) => (found ? [found.scenario] : []))
    .sort((one, other) => other.length - one.length);

group.each(all.map((system) => [system.name, system] as const))('%s', (_, system) => {
  const entities = Object.keys(system.entities);

  test.each(entities)(
    'nothing covers anything where a scenario goes through %s',
    async (entity) => {
      const about = scenarios(system).filter((lines) => lines.some((line) => line.split(/[\s:]/)[0] === entity));
      for (const lines of [system.ready, ...about.slice(0, 3)]) {
        const scene = await sceneOf(
          system,
          { view: 'trace', entity, way: wayOf(system, entity, lines) },
          sourcesOf(system),
        );
        expect({ lines, faults: faultsIn(scene) }).toEqual({ lines, faults: [] });
        readXml(paint(scene));
      }
    },
    120_000,
  );

  test.each(entities)(
    'the gating of %s has a cell for each answer, and no two in one place',
    async (entity) => {
      const reader = new ScenarioReader(system);
      const source = { system, read: (line: string) => reader.line(line), shipped: await shippedAnswers(system) };
      const matrix = matrixOf(source, entity);
      const scene = await sceneOf(system, { view: 'gating', entity, matrix }, sourcesOf(system));
      const cells = scene.boxes.filter(({ parent }) => parent !== null);
      expect(cells).toHaveLength(matrix.rows.length * (matrix.columns.length + matrix.unreached.length));
      // Each pair of cells is compared, which for the largest would take longer than to draw it.
      if (cells.length < 2_000) expect(faultsIn(scene)).toEqual([]);
      const svg = paint(scene);
      expect(svg.length).toBeLessThan(300_000);
      const shown = [...elementsIn(readXml(svg))].filter(({ name }) => name === 'tspan').map(textOf);
      expect(shown.sort()).toEqual(cells.map(({ lines }) => lines[0]?.text ?? '').sort());
      const below = footOf(scene);
      const pale = matrix.rows.flatMap((row) => row.cells).filter(({ always }) => !always);
      const conditions = pale.flatMap(({ answers }) =>
        answers.flatMap(({ code, when }) => (when === null ? [] : [`${code ?? 'accepted'} if ${when}`])),
      );
      expect(conditions.filter((text) => !below.includes(text))).toEqual([]);
    },
    // A job has 112 million situations.
    600_000,
  );
});

group('the path of a scenario', () => {
  const [egnyte, dovecot] = all as [System, System];
  const lines = [
    'given ready',
    'job scan.start',
    'job scan.started',
    'job scan.start',
    'agent disconnected',
    'agent connected',
  ];
  const scanIn = (way: TracedWay) =>
    sceneOf(egnyte, { view: 'trace', entity: 'job', phase: 'SCAN', way }, sourcesOf(egnyte));

  test('numbers its edges with the steps that took them', async () => {
    const way = wayOf(egnyte, 'job', lines);
    const scene = await scanIn(way);
    const taken = scene.edges
      .filter(({ look }) => look === 'way')
      .map(({ id, from, to }) => ({ from, to, label: scene.labels.find(({ edge }) => edge === id)?.lines[0]?.text }));
    expect(taken).toContainEqual({ from: 'SCAN.null', to: 'SCAN.QUEUED', label: '4' });
    expect(taken).toContainEqual({
      from: 'SCAN.SUCCEEDED',
      to: expect.stringContaining('SUCCEEDED>QUEUED'),
      label: '7',
    });
    expect(taken).toContainEqual({ from: 'SCAN.QUEUED', to: 'SCAN.RUNNING', label: '5, 8' });
    expect(taken).toContainEqual({ from: 'SCAN.RUNNING', to: 'SCAN.SUCCEEDED', label: '6' });
  });

  test('shows a refused step at the state that causes the refusal', async () => {
    const way = wayOf(egnyte, 'job', lines);
    const scene = await scanIn(way);
    const badge = scene.boxes.find(({ id }) => id === 'SCAN.RUNNING.refusals');
    expect(badge?.lines[0]?.text).toBe('9 ✗ 650, ends here');
  });

  test('names the cause of a refusal that is in no status of the picture', async () => {
    const way = wayOf(egnyte, 'job', [...lines, 'job create']);
    const scene = await scanIn(way);
    expect(footOf(scene)).toContain(
      "Step 12 is refused for what no status here decides: the job's creation is SUCCEEDED",
    );
    expect(faultsIn(scene)).toEqual([]);
  });

  test('counts steps with other causes if they are many', async () => {
    const way = wayOf(egnyte, 'job', [...lines, ...Array<string>(12).fill('job create')]);
    const scene = await scanIn(way);
    expect(footOf(scene)).toContain('Step 19 is refused for what no status here decides');
    expect(footOf(scene)).toContain('So are steps 20, 21, 22, 23.');
  });

  test('shows the initial states if nothing happened, with the refusals there', async () => {
    const way = wayOf(dovecot, 'account', ['account start']);
    const scene = await sceneOf(dovecot, { view: 'trace', entity: 'account', way }, sourcesOf(dovecot));
    expect(scene.boxes.find(({ id }) => id === 'MIGRATION.null.refusals')?.lines[0]?.text).toBe(
      '1 ✗ NotListed, ends here',
    );
    expect(faultsIn(scene)).toEqual([]);
  });

  test.each([undefined, 'SCAN', 'step'])('of no steps is the entity as it begins: region %s', async (phase) => {
    const subject = {
      view: 'trace',
      entity: 'job',
      ...(phase === undefined ? {} : { phase }),
      way: wayOf(egnyte, 'job', []),
    } as const;
    const scene = await sceneOf(egnyte, subject, sourcesOf(egnyte));
    expect(scene.boxes.filter(({ look }) => look === 'visited').length).toBeGreaterThan(0);
    expect(faultsIn(scene)).toEqual([]);
  });

  test('is drawn through an entity without phases', async () => {
    const mozilla = all.find(({ name }) => name === 'mozilla-sync') as System;
    const way = wayOf(mozilla, 'server', ['server set captcha=on']);
    const scene = await sceneOf(mozilla, { view: 'trace', entity: 'server', way }, sourcesOf(mozilla));
    expect(scene.boxes.find(({ id }) => id === 'captcha.on')?.look).toBe('visited');
    const whole = await sceneOf(mozilla, { view: 'states', entity: 'server' }, sourcesOf(mozilla));
    expect(whole.description).toMatch(/^States of server\. settings: kept\. captcha: on, off\./);
  });

  test('marks the final states', async () => {
    const way = wayOf(egnyte, 'job', lines);
    const scene = await scanIn(way);
    const ends = scene.boxes.filter(({ lines: [line] }) => line?.text.includes('ends here')).map(({ id }) => id);
    expect(ends).toEqual([`SCAN.${way.end.SCAN}.refusals`]);
  });

  test('can be of any entity of the scenario', () => {
    const two = [...lines, 'job:2 create'];
    expect(
      wayOf(egnyte, 'job', two, 'job:2').steps.flatMap(({ moves }) => moves.map(({ region, to }) => `${region} ${to}`)),
    ).toContain('CREATE_MIGRATION QUEUED');
    expect(() => wayOf(egnyte, 'job', two, 'job:3')).toThrow('no step of scenario speaks of job:3');
  });

  test('over time has a lane for each phase that changed, without overlaps', async () => {
    const timeline = watch(egnyte, [...lines, 'wait 5m']).timeline();
    const scan = timeline.lanes.find(({ entity, phase }) => entity === 'job:1' && phase === 'SCAN');
    expect(scan?.bars.map(({ status }) => status).slice(0, 5)).toEqual([
      null,
      'QUEUED',
      'RUNNING',
      'SUCCEEDED',
      'QUEUED',
    ]);
    expect(timeline.end).toBe(300);
    const scene = await sceneOf(egnyte, { view: 'timeline', timeline }, sourcesOf(egnyte));
    expect(faultsIn(scene)).toEqual([]);
  });

  test('lists only the steps that concern the picture', async () => {
    const way = wayOf(egnyte, 'job', lines);
    const scene = await scanIn(way);
    const legend = scene.labels.at(-1)?.lines.map(({ text }) => text);
    expect(legend).toContain('5 job scan.started');
    expect(legend).not.toContain('2 job create');
  });
});
