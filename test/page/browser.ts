import { chromiumAt } from '../../src/page/browser.ts';

/** Why there is no live page to be tested on this machine; undefined if there is. */
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
