import { describe, expect, test } from 'vitest';
import { ownModules } from '../../src/cli/commands/site/own-modules.ts';
import { SiteServer } from '../../src/cli/io/site-server.ts';
import { call, file } from './program.ts';

test.each([
  ['site --url example.org', '--url "example.org" is no address; begin it with https://'],
  ['site --system ./none.ts', 'cannot read "./none.ts": no such file or directory'],
  ['site --system egnyt', 'unknown system "egnyt" (did you mean egnyte?)'],
  ['play --port 70000', '--port "70000" is no port; give a number up to 65535'],
])('lifecycle %s is misuse', async (words, says) => {
  const { status, stderr } = await call(words.split(' '));
  expect(stderr).toContain(says);
  expect(status).toBe(2);
});

describe('the modules of a user’s own system', () => {
  test('lose their types, and import what is on the site', async () => {
    const files = await ownModules(
      file("import { defineSystem } from 'migration-lifecycles/define';\nexport const a: number = 1;\n", 'mine.ts'),
    );
    expect(files.map(({ path }) => path)).toEqual(['assets/own/mine.js']);
    expect(files[0]?.text).toMatch(/^import \{ defineSystem \} from '\.\.\/define\.js';\nexport const a\s+= 1;\n$/);
  });

  test.each([
    ["import fs from 'node:fs';\n", 'imports "node:fs", which a page cannot load'],
    ["import './missing.ts';\n", 'which is not there'],
    ["await import('./missing.ts');\n", 'imports a module when it runs'],
  ])('may not be %s', async (text, says) => {
    await expect(ownModules(file(text, 'mine.ts'))).rejects.toThrow(says);
  });
});

describe('the server of a site', () => {
  test('serves files, redirects to folders, and waits for pages that are still being made', async () => {
    const server = new SiteServer();
    const url = await server.listen(0);
    let makeLast = (): void => {};
    const last = new Promise<void>((resolve) => {
      makeLast = resolve;
    });
    async function* files() {
      yield { path: 'play/index.html', text: 'here' };
      await last;
      yield { path: 'late.svg', text: '<svg/>' };
    }
    const filled = server.fill(files());
    await server.has('play/index.html');
    expect(await (await fetch(`${url}play/`)).text()).toBe('here');
    const late = fetch(`${url}late.svg`);
    makeLast();
    expect((await late).headers.get('content-type')).toBe('image/svg+xml');
    await filled;
    expect((await fetch(`${url}play`)).url).toBe(`${url}play/`);
    expect((await fetch(`${url}%2e%2e/etc/passwd`)).status).toBe(404);
    expect((await fetch(`${url}%ff`)).status).toBe(404);
    expect((await fetch(url, { method: 'POST' })).status).toBe(405);
    server.close();
  });
});
