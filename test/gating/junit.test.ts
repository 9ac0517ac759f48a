// JUnit reports, checked by the rules of the schema of Jenkins' xUnit plugin (junit-10.xsd).
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import { junitOf } from '../../src/cli/commands/gate/check/junit.ts';
import { checkGating, type GatingOptions, type Predicate } from '../../src/gating/check.ts';
import { readerOf } from './naive.ts';

/** The required and optional attributes of an element, and the elements in it. */
interface ElementRule {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly children: readonly string[];
  /** It may contain text. */
  readonly text?: true;
}

const rules: { readonly [element: string]: ElementRule } = {
  testsuites: {
    required: [],
    optional: ['name', 'time', 'tests', 'failures', 'errors'],
    children: ['testsuite'],
  },
  testsuite: {
    required: ['name', 'tests', 'failures', 'errors'],
    optional: ['group', 'time', 'skipped', 'timestamp', 'hostname', 'id', 'package', 'file', 'log', 'url'],
    children: ['testsuite', 'properties', 'testcase', 'system-out', 'system-err'],
  },
  testcase: {
    required: ['name'],
    optional: ['time', 'classname', 'group'],
    children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
  },
  failure: { required: [], optional: ['type', 'message'], children: [], text: true },
  error: { required: [], optional: ['type', 'message'], children: [], text: true },
  'system-out': { required: [], optional: [], children: [], text: true },
};

const SUBJECT = 'a & "b" <c>.js';
const SECONDS = /^\d+\.\d{3}$/;

interface Element {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: readonly Element[];
  readonly text: string;
}

/** The parser's form: an object with the element's name, and its attributes under `:@`. */
type Parsed = { readonly [name: string]: unknown };

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  ignoreDeclaration: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
});

function elementsIn(parsed: readonly Parsed[]): Element[] {
  return parsed.flatMap((each): Element[] => {
    const [name] = Object.keys(each).filter((key) => key !== ':@' && key !== '#text');
    if (name === undefined) return [];
    const inside = each[name] as readonly Parsed[];
    const text = inside.map((one) => String(one['#text'] ?? '')).join('');
    return [{ name, attributes: (each[':@'] ?? {}) as Element['attributes'], children: elementsIn(inside), text }];
  });
}

/** What the rules forbid, each with its path. */
function faultsOf({ name, attributes, children, text }: Element, way = ''): string[] {
  const at = `${way}/${name}`;
  const rule = rules[name];
  if (!rule) return [`${at}: unknown`];
  const given = Object.keys(attributes);
  return [
    ...rule.required.filter((each) => !given.includes(each)).map((each) => `${at}: no ${each}`),
    ...given
      .filter((each) => ![...rule.required, ...rule.optional].includes(each))
      .map((each) => `${at}: an attribute ${each}`),
    ...('time' in attributes && !SECONDS.test(attributes.time) ? [`${at}: time ${attributes.time}`] : []),
    ...(text !== '' && !rule.text ? [`${at}: text`] : []),
    ...children.filter((child) => !rule.children.includes(child.name)).map((child) => `${at}: a ${child.name} in it`),
    ...children.flatMap((child) => faultsOf(child, at)),
  ];
}

const within = ({ children }: Element, name: string): Element[] =>
  children.flatMap((child) => [...(child.name === name ? [child] : []), ...within(child, name)]);

async function reportOf(predicate: Predicate, options: Partial<GatingOptions> = {}): Promise<Element> {
  const { dropsuite } = systems;
  const report = await checkGating(dropsuite, 'backup', predicate, { read: readerOf(dropsuite), ...options });
  const xml = junitOf({ report, fresh: report.mismatches, subject: SUBJECT, seconds: 1.5, allowPartial: false });
  expect(XMLValidator.validate(xml)).toBe(true);
  const [root] = elementsIn(parser.parse(xml) as readonly Parsed[]);
  return root as Element;
}

/** The counts that the attributes of a suite must have. */
function counted(suite: Element): { readonly [attribute: string]: string } {
  const cases = suite.children.filter(({ name }) => name === 'testcase');
  const having = (name: string) => cases.filter(({ children }) => children.some((child) => child.name === name));
  return {
    tests: String(cases.length),
    failures: String(having('failure').length),
    errors: String(having('error').length),
  };
}

const reports: { readonly [what: string]: () => Promise<Element> } = {
  'with mismatches': () => reportOf(() => true),
  'with a predicate that throws markup': () =>
    reportOf(() => {
      throw new Error('<no> & "no"\u0000');
    }),
  'with parts that were not decided': () =>
    reportOf(() => new Promise(() => {}), { patience: { each: (step) => step(), wait: () => Promise.reject(late()) } }),
};

function late(): Error {
  return Object.assign(new Error('gave no answer'), { name: 'TimeoutError' });
}

describe('a report', () => {
  test.each(Object.entries(reports))('%s has only elements and attributes that the schema has', async (_, make) => {
    const root = await make();
    expect(root.name).toBe('testsuites');
    expect(faultsOf(root)).toEqual([]);
    expect(within(root, 'failure').length).toBeGreaterThan(0);
  });

  test.each(Object.entries(reports))('%s has the right counts', async (_, make) => {
    const root = await make();
    const [suite] = root.children;
    expect(suite?.attributes).toMatchObject(counted(suite as Element));
    expect(root.attributes).toMatchObject(counted(suite as Element));
  });

  test('gives each case the same name in each run, and no two the same', async () => {
    const namesIn = async (): Promise<string[]> =>
      within(await reportOf(() => true), 'testcase').map(({ attributes }) => attributes.name ?? '');
    const names = await namesIn();
    expect(await namesIn()).toEqual(names);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('start');
  });

  test('names the file that it is about', async () => {
    const [suite] = (await reportOf(() => true)).children;
    expect(suite?.attributes.file).toBe(SUBJECT);
  });
});
