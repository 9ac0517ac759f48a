// The gate as a page loads it: bundled, minified, compressed, and run where there is nothing but the language.
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { gateModule } from '../../src/build/gates.ts';
import { gateTable } from '../../src/gating/gate-table.ts';
import { view, worldAfter } from '../../src/index.ts';
import { bundled } from './bundled.ts';
import { allSystems, gatesOf } from './gates.ts';

const root = join(import.meta.dirname, '../..');
const KIB = 1024;

const moduleOf = (system: (typeof allSystems)[number], kind: string): string =>
  gateModule(gateTable(system, kind).table, join(root, 'src/gate/gate.ts'));

const [egnyte] = allSystems as [(typeof allSystems)[number]];
const EXPORTED = `export { gate } from 'job';`;

describe('the gate of a job in a browser', () => {
  test('is at most 6 KB, compressed', async () => {
    const { code } = await bundled(EXPORTED, { job: moduleOf(egnyte, 'job') });
    const bytes = gzipSync(code).length;
    console.info(`gate of ${egnyte.name}'s job: ${bytes} bytes compressed, ${code.length} before`);
    expect(bytes).toBeLessThanOrEqual(6 * KIB);
    expect(bytes).toBeGreaterThan(KIB);
  });

  test('is made of its table and its reader alone', async () => {
    const { modules, imports } = await bundled(EXPORTED, { job: moduleOf(egnyte, 'job') });
    const paths = Object.keys(modules).map((id) => id.replace(`${root}/`, ''));
    const known = [
      'entry',
      'job',
      'src/condition/deciding.ts',
      'src/condition/three-valued.ts',
      'src/gate/gate.ts',
      'src/gate/look.ts',
      'src/model/gate-table.ts',
    ];
    expect(paths.filter((path) => !known.includes(path))).toEqual([]);
    expect(paths).toContain('job');
    expect(imports).toEqual([]);
  });

  test('leaves nothing behind where it is not used', async () => {
    const { code } = await bundled(`import { gate } from 'job'; globalThis.used = 1;`, {
      job: moduleOf(egnyte, 'job'),
    });
    expect(code).not.toContain('SCAN');
    expect(code.length).toBeLessThan(100);
  });

  test('answers where there is neither Node nor a document', async () => {
    const { code } = await bundled(EXPORTED, { job: moduleOf(egnyte, 'job') });
    const seen = view(worldAfter('given ready\njob scan.start'), 'job');
    const answer = runInContext(
      `${code}; JSON.stringify(bundle.gate(${JSON.stringify(seen)})['copy.start'])`,
      createContext({}),
    );
    expect(JSON.parse(answer)).toMatchObject({ allowed: false, code: 650 });
  });
});

test('the module of every entity answers as the library does', async () => {
  const kinds = allSystems.flatMap((system) =>
    gatesOf(system).map(({ lifecycle }) => ({ system, kind: lifecycle.kind })),
  );
  const modules = Object.fromEntries(
    kinds.map(({ system, kind }) => [`${system.name}/${kind}`, moduleOf(system, kind)]),
  );
  const names = Object.keys(modules);
  const entry = names.map((name, index) => `export { gate as g${index} } from '${name}';`).join('\n');
  const { code } = await bundled(entry, modules);
  const gates = runInContext(`${code}; bundle`, createContext({}));
  const found = allSystems.flatMap(gatesOf).map(({ system, lifecycle, gate }, index) => {
    const blank = view(worldAfter('given ready', { system: system.name as 'egnyte' }), lifecycle.kind);
    return [JSON.stringify(gates[`g${index}`](blank)), JSON.stringify(gate(blank))] as const;
  });
  expect(found.length).toBe(names.length);
  for (const [packed, library] of found) expect(packed).toBe(library);
});
