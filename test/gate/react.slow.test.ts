// docs/examples/react-gate as its reader has it: types checked, bundled for a browser, and rendered.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeGates } from '../../src/build/gates.ts';
import { view, worldAfter } from '../../src/index.ts';
import { bundledExample, typeErrorsOf } from './bundled-example.ts';

const root = join(import.meta.dirname, '../..');
const example = join(root, 'docs/examples/react-gate');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'react-gate-'));
  writeGates(join(folder, 'gates'), join(root, 'src/gate/gate.ts'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bundled = (entry: string, platform: 'browser' | 'node') => bundledExample(entry, platform, join(folder, 'gates'));

const seenAfter = (...steps: string[]) => view(worldAfter(['given ready', ...steps].join('\n')), 'job');

test('is well typed', { timeout: 120_000 }, async () => {
  expect(await typeErrorsOf(example, folder)).toBe('');
});

test('is bundled for a browser without the model', async () => {
  const { modules, imports } = await bundled(join(example, 'app.tsx'), 'browser');
  const ours = Object.keys(modules).filter((id) => id.startsWith(`${root}/src/`) || id.startsWith(`${root}/machines/`));
  expect(ours.map((id) => id.slice(root.length + 1)).sort()).toEqual([
    'src/condition/deciding.ts',
    'src/condition/three-valued.ts',
    'src/gate/gate.ts',
    'src/gate/look.ts',
    'src/model/gate-table.ts',
  ]);
  expect(imports).toEqual([]);
});

describe('rendered', () => {
  let render: (seen: object, next?: object) => string;
  beforeAll(async () => {
    const entry = join(folder, 'entry.ts');
    writeFileSync(
      entry,
      `import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createActor } from 'xstate';
import { JobButtons } from '${example}/job-buttons.tsx';
import { viewLogic } from '${example}/view-store.ts';
export function render(seen: any, next?: any): string {
  const job = createActor(viewLogic(seen)).start();
  if (next) job.send({ type: 'seen', view: next });
  return renderToStaticMarkup(createElement(JobButtons, { job, send: () => {} }));
}
`,
    );
    const file = join(folder, 'entry.mjs');
    writeFileSync(file, (await bundled(entry, 'node')).code);
    ({ render } = (await import(pathToFileURL(file).href)) as { render: typeof render });
  }, 120_000);

  const buttonOf = (html: string, command: string): string =>
    html.match(/<button[^>]*>/g)?.find((tag) => tag.includes(`data-command="${command}"`)) ?? '';

  test('an accepted command is an enabled button', () => {
    const button = buttonOf(render(seenAfter()), 'scan.start');
    expect(button).toContain('title="No gate refuses it."');
    expect(button).not.toContain('disabled');
  });
  test('a command that is refused is disabled, and says why', () => {
    const button = buttonOf(render(seenAfter('job scan.start')), 'copy.start');
    expect(button).toContain('disabled=""');
    expect(button).toContain('title="650: The scan is queued or running."');
  });
  test('a view that comes later changes the buttons', () => {
    const html = render(seenAfter(), seenAfter('job scan.start'));
    expect(buttonOf(html, 'scan.start')).toContain('disabled');
    expect(buttonOf(html, 'scan.stop')).not.toContain('disabled');
  });
});
