import { expect, describe as group, test } from 'vitest';
import { type Subject, sceneOf } from '../../src/diagram/draw.ts';
import { paint } from '../../src/diagram/svg.ts';
import { isPhase, type System } from '../../src/model/index.ts';
import { faultsIn } from './geometry.ts';
import { all, called, sourcesOf, subjectsOf } from './subjects.ts';
import { hostile, viciousSystem } from './toy.ts';
import { type Element, elementsIn, readXml, textOf } from './xml.ts';
import { expectXmllintReads, hasXmllint, unlessXmllint } from './xmllint.ts';

const svgOf = async (system: System, subject: Subject): Promise<string> =>
  paint(await sceneOf(system, subject, sourcesOf(system)));

const [egnyte] = all as [System];
const scan: Subject = { view: 'states', entity: 'job', phase: 'SCAN' };
const scanElements = async (): Promise<Element[]> => [...elementsIn(readXml(await svgOf(egnyte, scan)))];

group.each(all.map((system) => [system.name, system] as const))('%s', (_, system) => {
  const phases = Object.values(system.entities).flatMap(({ kind, chart }) =>
    Object.keys(chart.states)
      .filter(isPhase)
      .map((phase) => [kind, phase] as const),
  );

  test.skipIf(phases.length === 0).each(phases)('the picture of %s.%s has less than 30 KB', async (entity, phase) => {
    expect(Buffer.byteLength(await svgOf(system, { view: 'states', entity, phase }))).toBeLessThan(30_000);
  });

  test.each(subjectsOf(system).map((subject) => [called(subject), subject] as const))(
    'the picture of %s is well-formed, and the same each time',
    async (_name, subject) => {
      const svg = await svgOf(system, subject);
      expect(readXml(svg).name).toBe('svg');
      expect(await svgOf(system, subject)).toBe(svg);
    },
  );
});

group('a picture', () => {
  test('has a title and description for screen readers', async () => {
    const svg = readXml(await svgOf(egnyte, scan));
    const [title, desc] = svg.content.filter((part) => typeof part !== 'string');
    expect(svg.attributes.get('role')).toBe('img');
    expect(svg.attributes.get('aria-labelledby')).toBe(`${title?.attributes.get('id')} ${desc?.attributes.get('id')}`);
    expect(title && textOf(title)).toBe('job SCAN: Egnyte Migration App');
    expect(desc && textOf(desc)).toContain('SCAN: not run, QUEUED, RUNNING');
  });

  test('has an element with an id for each state', async () => {
    const elements = await scanElements();
    const running = elements.find(({ attributes }) => attributes.get('id') === 'SCAN.RUNNING');
    expect(running?.attributes.get('class')).toBe('state');
    expect(running && textOf(running)).toBe('RUNNING930');
  });

  test("lists in a badge's tooltip the refused commands with their codes", async () => {
    const elements = await scanElements();
    const badge = elements.find(({ attributes }) => attributes.get('id') === 'SCAN.PAUSED.refusals');
    expect(badge && textOf(badge)).toMatch(/^PAUSED refuses\n.*scan\.start.*: 668/s);
  });

  test('loads nothing and runs nothing', async () => {
    const svg = await svgOf(egnyte, { view: 'states', entity: 'job' });
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:|url\(|@import|<script|<image|<use|\son\w+=/,
    );
  });

  test('has a style rule for each class, for light and dark pages', async () => {
    const elements = await scanElements();
    const style = textOf(elements.find(({ name }) => name === 'style') as never);
    const [light = '', dark = ''] = style.split('@media (prefers-color-scheme:dark)');
    const shapes = elements.filter(({ name }) => name === 'text' || name === 'g');
    const classes = new Set(shapes.flatMap(({ attributes }) => attributes.get('class')?.split(' ') ?? []));
    expect(classes.size).toBeGreaterThan(10);
    expect([...classes].filter((name) => !light.includes(`.${name}{`) && !light.includes(`.${name}>`))).toEqual([]);
    const coloured = [...light.matchAll(/(\S*[.>]\S*)\{[^}]*(?:fill|stroke):#/g)].map(([, selector]) => selector);
    expect(coloured.length).toBeGreaterThan(10);
    expect(coloured.filter((selector) => !dark.includes(`${selector}{`))).toEqual([]);
  });

  test('does not depend on what was drawn before', async () => {
    const first = await svgOf(egnyte, scan);
    await svgOf(egnyte, { view: 'system' });
    expect(await svgOf(egnyte, scan)).toBe(first);
  });
});

group('a system with hostile words', () => {
  test.each(subjectsOf(viciousSystem).map((subject, index) => [index, subject] as const))(
    'is drawn without a fault: picture %i',
    async (_, subject) => {
      const scene = await sceneOf(viciousSystem, subject, sourcesOf(viciousSystem));
      expect(faultsIn(scene)).toEqual([]);
      const elements = [...elementsIn(readXml(paint(scene)))];
      expect(new Set(elements.map(({ name }) => name))).not.toContain('script');
    },
  );

  test('shows each word unchanged, in full in the tooltip', async () => {
    const [entity = ''] = Object.keys(viciousSystem.entities);
    const shown = textOf(readXml(await svgOf(viciousSystem, { view: 'states', entity })));
    for (const word of hostile.slice(0, 5)) expect(shown).toContain(word);
    expect(shown).toContain(hostile[6]);
  });
});

test.skipIf(!hasXmllint)(`xmllint finds nothing wrong either${unlessXmllint}`, async () => {
  for (const subject of subjectsOf(viciousSystem)) expectXmllintReads(await svgOf(viciousSystem, subject));
  expectXmllintReads(await svgOf(egnyte, scan));
});
