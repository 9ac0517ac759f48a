import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { scxml } from '../../../src/diagram/export/scxml.ts';
import { isPhase, isRefusal } from '../../../src/model/index.ts';
import { hostile } from './hostile.ts';
import { type Subject, subjects } from './machines.ts';
import { faultsOf, type Read } from './scxml-structure.ts';

const all: readonly Subject[] = [...subjects, hostile];

const ENTITIES: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"' };
const unescaped = (text: string): string =>
  text.replaceAll(/&(?:#(\d+)|(\w+));/g, (_, digits?: string, name = '') =>
    digits === undefined ? (ENTITIES[name] ?? `&${name};`) : String.fromCodePoint(Number(digits)),
  );

/** Reads a document of elements and attributes; throws at the first thing that is not well formed. */
function read(document: string): Read {
  type Open = Read & { readonly children: Read[] };
  const root: Open = { name: '', attributes: {}, children: [] };
  const open: Open[] = [root];
  const token =
    /<\?xml [^>]*\?>\s*|<!--(?:(?!--)[\s\S])*-->|<\/(?<closed>[\w:]+)>|<(?<name>[\w:]+)(?<given>(?:\s+[\w:]+="[^"<]*")*)\s*(?<empty>\/?)>|[^<]+/gy;
  let at = 0;
  for (const { 0: found, index, groups = {} } of document.matchAll(token)) {
    if (index !== at) break;
    at += found.length;
    if (groups.closed !== undefined && open.pop()?.name !== groups.closed)
      throw new Error(`</${groups.closed}> closes nothing`);
    if (groups.name === undefined) continue;
    const given = [...(groups.given ?? '').matchAll(/([\w:]+)="([^"]*)"/g)];
    const attributes = Object.fromEntries(given.map(([, key = '', value = '']) => [key, unescaped(value)]));
    if (Object.keys(attributes).length < given.length) throw new Error(`${found}: an attribute twice`);
    const element: Open = { name: groups.name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    if (!groups.empty) open.push(element);
  }
  if (at < document.length || open.length > 1) throw new Error(`not well formed: ${document.slice(at, at + 80)}`);
  return root.children[0] as Read;
}

const descendants = (element: Read): Read[] => [element, ...element.children.flatMap(descendants)];

describe.each(all)('$name', ({ system, lifecycle }) => {
  const document = scxml(system, lifecycle);
  const root = read(document);

  test('has the structure of SCXML 1.0, unique ids, and targets that exist', () => {
    expect(faultsOf(root)).toEqual([]);
    const phases = Object.keys(lifecycle.chart.states).filter(isPhase);
    for (const phase of phases) expect(faultsOf(read(scxml(system, lifecycle, phase)))).toEqual([]);
  });

  test('has a state for each state, and raises the code of each refusal in order', () => {
    const parts = descendants(root);
    const atoms = parts.filter(({ name, attributes }) => name === 'state' && attributes.initial === undefined);
    const states = Object.values(lifecycle.chart.states).flatMap((region) => Object.keys(region.states));
    expect(atoms.length).toBe(states.length + 1);
    const raised = parts.filter(
      ({ name, attributes }) => name === 'raise' && attributes.event?.startsWith('error.refused.'),
    );
    const codes = Object.keys(lifecycle.commands).flatMap((command) =>
      (lifecycle.rules[command] ?? []).filter(isRefusal).map(({ code }) => code),
    );
    const plain = (text: string): string =>
      text.replaceAll(/_x([0-9a-f]+)_/g, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)));
    expect(raised.map(({ attributes }) => plain(attributes.event ?? '').slice('error.refused.'.length))).toEqual(
      [...codes, system.unknownEvent].map(String),
    );
  });

  test('every condition is a valid expression', () => {
    for (const { attributes } of descendants(root)) {
      for (const expression of [attributes.cond, attributes.expr]) {
        if (expression !== undefined) expect(() => new Function(`return (${expression});`)).not.toThrow();
      }
    }
  });

  test('the text is the same each time', () => {
    expect(scxml(system, lifecycle)).toBe(document);
  });
});

test('violations of the structure are found', () => {
  const wrong = `<?xml version="1.0"?>\n<scxml xmlns="x" version="1.0"><state id="a" colour="red"><raise event="b c"/><state id="a"/></state><state id="1"><transition target="none"/><onentry/></state></scxml>`;
  expect(faultsOf(read(wrong))).toEqual([
    'scxml/state: no attribute colour',
    'scxml/state: a raise may not stand here',
    'scxml/state/raise: b c is no event',
    'scxml/state: 1 is no identifier',
    'a is the id of 2 elements',
    'nothing has the id none',
  ]);
});

const xmllint = !spawnSync('xmllint', ['--version']).error;

test.skipIf(!xmllint)(`xmllint reads all of them${xmllint ? '' : ' (skipped: xmllint is not installed)'}`, () => {
  for (const { system, lifecycle } of all) {
    const { status, stderr } = spawnSync('xmllint', ['--noout', '-'], {
      input: scxml(system, lifecycle),
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
  }
});
