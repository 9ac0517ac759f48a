import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plantuml } from '../../../src/diagram/export/plantuml.ts';
import { type Drawn, phases, wholes } from './sketches.ts';

// Without Graphviz it fails at this, though it reads what it is given.
const { stdout: version } = spawnSync('plantuml', ['-headless', '-version'], { encoding: 'utf8' });
const installed = (version ?? '').includes('PlantUML version');
const all = [...wholes, ...phases];

test('the text is the same each time, and one diagram', () => {
  for (const { sketch } of all) {
    const text = plantuml(sketch);
    expect(plantuml(sketch)).toBe(text);
    expect(text.match(/^@(start|end)uml$/gm)).toEqual(['@startuml', '@enduml']);
  }
});

/** All in one run: the virtual machine that it needs takes seconds to start. PlantUML writes what it read as SCXML. */
function readByPlantuml(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'plantuml-'));
  try {
    writeFileSync(join(folder, 'all.puml'), all.map(({ sketch }) => plantuml(sketch)).join('\n'));
    execFileSync('plantuml', ['-headless', '-charset', 'UTF-8', '-tscxml', 'all.puml'], { cwd: folder, stdio: 'pipe' });
    const suffix = (index: number): string => (index === 0 ? '' : `_${String(index).padStart(3, '0')}`);
    return all.map((_, index) => readFileSync(join(folder, `all${suffix(index)}.scxml`), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const because = installed ? '' : ' (skipped: plantuml is not installed)';

test.skipIf(!installed)(
  `PlantUML sees the arrows of every machine and every phase${because}`,
  { timeout: 300_000 },
  () => {
    const read = readByPlantuml();
    // A note hangs on an arrow of its own.
    const arrowsOf = ({ sketch, arrows, ends, notes }: Drawn): number => arrows + ends + notes + sketch.regions.length;
    expect(read.map((text) => text.match(/<transition /g)?.length)).toEqual(all.map(arrowsOf));
  },
);

test.skipIf(!installed)(`PlantUML finds no error in any of them${because}`, { timeout: 300_000 }, () => {
  const input = all.map(({ sketch }) => plantuml(sketch)).join('\n');
  const said = execFileSync('plantuml', ['-headless', '-charset', 'UTF-8', '-syntax'], { input, encoding: 'utf8' });
  expect(said.match(/^STATE$/gm)?.length).toBe(all.length);
  expect(said).not.toMatch(/error/i);
});
