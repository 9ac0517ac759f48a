import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser, LaunchOptions } from 'playwright-core';
import { Complaint } from '../scenario/complaint.ts';

/** If no browser is given, the first of these on $PATH is used. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const FLAGS = [
  '--headless=new',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Windows in the background draw as well.
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

const INSTALL = 'install it (Debian: apt-get install chromium), or name one with --browser PATH or $CHROMIUM';

/** Finds Chromium: the given one, else $CHROMIUM, else a usual name on $PATH. Throws a Complaint if there is none. */
export function chromiumAt(named: string | undefined, env: NodeJS.ProcessEnv = process.env): string {
  const chosen = named ?? (env.CHROMIUM || undefined);
  if (chosen !== undefined) {
    if (isExecutable(chosen)) return chosen;
    throw new Complaint(`there is no browser at ${chosen}`, INSTALL);
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
  if (found === undefined) throw new Complaint('no Chromium is on $PATH', INSTALL);
  return found;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * The options for Chromium. It has its sandbox, unless that is turned off or the user is root, for whom it would not
 * start. Playwright's default is no sandbox for anybody.
 */
export const launchOptions = (executablePath: string, sandbox: boolean, uid = process.getuid?.()): LaunchOptions => ({
  executablePath,
  args: FLAGS,
  headless: true,
  timeout: START,
  chromiumSandbox: sandbox && uid !== 0,
});

/** Starts a headless Chromium. Throws a Complaint if it, or playwright-core, which drives it, is missing. */
export async function launch(named: string | undefined, sandbox = true): Promise<Browser> {
  const playwright = await import('playwright-core').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') {
      throw new Complaint(
        'a live page needs playwright-core, which is not installed',
        'run npm install playwright-core@1',
      );
    }
    throw error;
  });
  const executablePath = chromiumAt(named);
  try {
    return await playwright.chromium.launch(launchOptions(executablePath, sandbox));
  } catch (error) {
    const says = String(error instanceof Error ? error.message : error);
    const next = /sandbox/i.test(says)
      ? 'in a container that does not let it have its sandbox, add --no-sandbox'
      : `run ${executablePath} --version`;
    throw new Complaint(`${executablePath} does not start: ${says.split('\n', 1)[0]}`, next);
  }
}

/** Milliseconds. */
const START = 60_000;
