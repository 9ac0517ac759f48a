import { expect, describe as group, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import type { Choices } from '../../src/diagram/choices.ts';
import { drawn, type Subject } from '../../src/diagram/draw.ts';
import type { System } from '../../src/model/index.ts';
import { sourcesOf } from './subjects.ts';
import { type Element, elementsIn, readXml, textOf } from './xml.ts';

const egnyte: System = systems.egnyte;
const scan: Subject = { view: 'states', entity: 'job', phase: 'SCAN' };
const agent: Subject = { view: 'states', entity: 'agent' };

const svgOf = (subject: Subject, choices: Choices = {}): Promise<string> =>
  drawn(egnyte, subject, 'svg', sourcesOf(egnyte), choices);
const elementsOf = async (subject: Subject, choices: Choices = {}): Promise<Element[]> => [
  ...elementsIn(readXml(await svgOf(subject, choices))),
];
const valuesOf = (elements: readonly Element[], name: string): string[] =>
  elements.flatMap(({ attributes }) => attributes.get(name) ?? []);

group('a page finds', () => {
  test('an arrow by its entity, phase, source, target and event', async () => {
    const arrows = (await elementsOf(scan)).filter(({ attributes }) => attributes.has('data-event'));
    const starts = arrows.filter(({ attributes }) => attributes.get('data-event')?.split('|').includes('scan.start'));
    expect(valuesOf(starts, 'data-from').sort()).toEqual(['FAILED', 'SKIPPED', 'STOPPED', 'SUCCEEDED']);
    expect(new Set(valuesOf(starts, 'data-to'))).toEqual(new Set(['QUEUED']));
    expect(new Set(valuesOf(arrows, 'data-entity'))).toEqual(new Set(['job']));
    expect(new Set(valuesOf(arrows, 'data-phase'))).toEqual(new Set(['SCAN']));
  });

  test('a state by its status and code', async () => {
    const running = (await elementsOf(scan)).find(({ attributes }) => attributes.get('data-status') === 'RUNNING');
    expect(running?.attributes.get('data-code')).toBe('930');
    expect(running?.attributes.get('data-phase')).toBe('SCAN');
  });

  test('no duplicate id if two pictures have different prefixes', async () => {
    const ids = valuesOf(
      [...(await elementsOf(scan, { idPrefix: 'a-' })), ...(await elementsOf(scan, { idPrefix: 'b-' }))],
      'id',
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[ab]-/.test(id))).toEqual([]);
  });

  test('a style that is scoped to one picture', async () => {
    const style = (await elementsOf(scan, { idPrefix: 'a-' })).find(({ name }) => name === 'style');
    const rules = textOf(style as Element).match(/[^{}]+\{[^{}]*\}/g) ?? [];
    expect(rules.length).toBeGreaterThan(3);
    expect(rules.filter((rule) => !rule.includes('.of-a-job-SCAN '))).toEqual([]);
  });

  test('an escaped address at each state, if there is a template', async () => {
    const links = (await elementsOf(scan, { href: 'x.html?a=1&b={code}#{phase}-{status}' })).filter(
      ({ name }) => name === 'a',
    );
    const addresses = valuesOf(links, 'href');
    expect(addresses).toContain('x.html?a=1&b=930#SCAN-RUNNING');
    // A status without a code has no such address.
    expect(addresses.filter((address) => address.includes('null'))).toEqual([]);
    expect(
      valuesOf(
        links.flatMap((link) => [...elementsIn(link)]),
        'data-status',
      ),
    ).toHaveLength(links.length);
    const named = valuesOf(await elementsOf(scan, { href: '{entity}/{phase}/{status}' }), 'href');
    expect(named).toContain('job/SCAN/null');
    expect(await svgOf(scan, { href: '?"&{phase}' })).toContain('<a href="?&quot;&amp;SCAN">');
  });

  test('no address without a template', async () => {
    expect((await elementsOf(scan)).filter(({ name }) => name === 'a')).toEqual([]);
  });

  test('the transitions in the description', async () => {
    const desc = (await elementsOf(scan)).find(({ name }) => name === 'desc');
    expect(textOf(desc as Element)).toContain('RUNNING to STOPPING: scan.stop');
  });
});

group('a theme', () => {
  test.each([
    ['light', '#ffffff'],
    ['dark', '#0d1117'],
  ] as const)('%s has its own colours, whatever the page prefers', async (theme, paper) => {
    const svg = await svgOf(scan, { theme });
    expect(svg).not.toContain('@media');
    expect(svg).toContain(`.paper{fill:${paper}}`);
  });
});

group('left out on demand are', () => {
  test('refusals', async () => {
    expect(valuesOf(await elementsOf(scan), 'data-refuses').length).toBeGreaterThan(3);
    expect(valuesOf(await elementsOf(scan, { hide: ['refusals'] }), 'data-refuses')).toEqual([]);
  });

  test('signals', async () => {
    const events = (await elementsOf(scan, { hide: ['signals'] })).flatMap(
      ({ attributes }) => attributes.get('data-event')?.split('|') ?? [],
    );
    expect(events).toContain('scan.start');
    expect(events.filter((event) => /^(entered|left) /.test(event))).toEqual([]);
  });

  test('guards', async () => {
    expect(await svgOf(scan)).toContain('scan.started°');
    expect(await svgOf(scan, { hide: ['guards'] })).not.toContain('°');
  });

  test('all phases but one', async () => {
    const elements = await elementsOf({ view: 'states', entity: 'job' }, { only: 'SCAN' });
    expect(new Set(valuesOf(elements, 'data-phase'))).toEqual(new Set(['SCAN']));
  });

  test('all events but one command', async () => {
    const elements = await elementsOf(scan, { only: 'scan.stop' });
    expect(new Set(valuesOf(elements, 'data-event'))).toEqual(new Set(['scan.stop']));
  });

  test('nothing for an unknown word, which is an error', async () => {
    await expect(svgOf(scan, { only: 'scan.go' })).rejects.toThrow('nothing in job.SCAN is called scan.go');
  });
});

group('the shape', () => {
  const sizeOf = async (subject: Subject, choices: Choices): Promise<{ width: number; height: number }> => {
    const { attributes } = readXml(await svgOf(subject, choices));
    return { width: Number(attributes.get('width')), height: Number(attributes.get('height')) };
  };

  test('is at most as wide as allowed', async () => {
    expect((await sizeOf(agent, {})).width).toBeGreaterThan(400);
    expect((await sizeOf(agent, { maxWidth: 400 })).width).toBe(400);
  });

  test('is wider than high in the direction right', async () => {
    const down = await sizeOf(scan, {});
    const right = await sizeOf(scan, { direction: 'right' });
    expect(right.width / right.height).toBeGreaterThan(down.width / down.height);
  });
});

group('the transitions', () => {
  const text = (format: 'csv' | 'table'): Promise<string> => drawn(egnyte, scan, format, sourcesOf(egnyte));

  test('as comma-separated values have a line for each source state', async () => {
    const lines = (await text('csv')).split('\r\n');
    expect(lines[0]).toBe('phase,from,event,condition,to,code');
    expect(lines).toContain('SCAN,FAILED,scan.start,,QUEUED,937');
    expect(lines).not.toContain('SCAN,not run,scan.start,,QUEUED,937');
  });

  test('as a table in Markdown have as many rows', async () => {
    const rows = (await text('table')).trimEnd().split('\n');
    expect(rows.length - 2).toBe((await text('csv')).trimEnd().split('\r\n').length - 1);
    expect(rows).toContain('| SCAN | FAILED | scan.start |  | QUEUED | 937 |');
  });
});
