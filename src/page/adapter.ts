import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import type { View } from '../model/index.ts';
import { Complaint, unknown } from '../scenario/complaint.ts';
import { errorWords } from '../scenario/wording.ts';

/** What a page does with a command. */
export type Offer = boolean | { readonly enabled: boolean; readonly code?: number | string };

/**
 * How to put a page into a situation and read it: the default export of the module given by `--adapter`. Whatever it
 * leaves out is done as for a page that listens for messages and marks its controls.
 */
export interface PageAdapter {
  /** Opens the page, once per browser window. Default: `page.goto(url)`. */
  open?(page: Page, url: string): unknown;
  /** Puts the page into a situation. Default: posts `{ type: 'lifecycle:view', view, scenario, id }` to the window. */
  show?(page: Page, view: View): unknown;
  /**
   * Waits until the page has drawn the situation. Default: two animation frames; or, if `show` is the default too and
   * the root element has `data-lifecycle-acknowledges`, a message `{ type: 'lifecycle:shown', id }` from the page.
   */
  settle?(page: Page): unknown;
  /** Whether the page offers a command, and if not, why. Default: reads its controls with `data-command`. */
  enabled?(page: Page, command: string): Offer | Promise<Offer>;
}

const parts = ['open', 'show', 'settle', 'enabled'];

/** Loads an adapter. Throws a Complaint if the module cannot be loaded or is not an adapter. */
export async function adapterFrom(path: string): Promise<PageAdapter> {
  try {
    const { default: adapter }: { readonly default?: unknown } = await import(pathToFileURL(resolve(path)).href);
    if (typeof adapter !== 'object' || adapter === null) {
      throw new Complaint(`the adapter ${path} has no object as its default export`, 'see docs/gating-page.md');
    }
    for (const [name, part] of Object.entries(adapter)) {
      if (!parts.includes(name)) throw unknown('part of an adapter', name, parts, `it is one of ${parts.join(', ')}`);
      if (typeof part !== 'function') throw new Complaint(`${name} of the adapter ${path} is no function`);
    }
    return adapter as PageAdapter;
  } catch (error) {
    if (error instanceof Complaint) throw error;
    throw new Complaint(
      `the adapter ${path} cannot be loaded: ${errorWords(error).message}`,
      'see docs/gating-page.md',
    );
  }
}
