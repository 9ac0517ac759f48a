import { describe, expect, test } from 'vitest';
import { scxml } from '../../../src/diagram/export/scxml.ts';
import { isPhase, isRefusal } from '../../../src/model/index.ts';
import { type Element, readXml } from '../xml.ts';
import { expectXmllintReads, hasXmllint, unlessXmllint } from '../xmllint.ts';
import { hostile } from './hostile.ts';
import { type Subject, subjects } from './machines.ts';
import { faultsOf, type Read } from './scxml-structure.ts';

const all: readonly Subject[] = [...subjects, hostile];

/** Reads a document without its declaration and comments. */
function read(document: string): Read {
  const parts = ({ name, attributes, content }: Element): Read => ({
    name,
    attributes: Object.fromEntries(attributes),
    children: content.flatMap((part) => (typeof part === 'string' ? [] : parts(part))),
  });
  const bare = document.replace(/^<\?xml [^>]*\?>\s*/, '').replaceAll(/<!--(?:(?!--)[\s\S])*-->/g, '');
  return parts(readXml(bare.trim()));
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

test.skipIf(!hasXmllint)(`xmllint reads all of them${unlessXmllint}`, () => {
  for (const { system, lifecycle } of all) expectXmllintReads(scxml(system, lifecycle));
});
