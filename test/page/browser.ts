import { chromiumAt } from '../../src/page/browser.ts';

/** Why no live page can be tested on this machine; undefined if it can. */
export const lacking = await reasonOf();

async function reasonOf(): Promise<string | undefined> {
  try {
    chromiumAt(undefined);
    await import('playwright-core');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
  }
}
