import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import type { StepResult, View } from '../model/index.ts';

/** A test's own world. The requests of its page go there. */
export interface ControlPlane {
  /** Its name, for the header Lifecycle-World. */
  readonly world: string;
  /** Begins the world anew and brings an entity into these statuses, by the shortest scenario. Returns its view. */
  to(entity: string, phases: { readonly [phase: string]: string | null }): Promise<View>;
  /** Lets time pass: `5m`, or `next timer`. */
  wait(span: string): Promise<StepResult>;
  /** Runs lines of scenario text. */
  play(scenario: string): Promise<readonly StepResult[]>;
  /** What has happened, as a scenario. */
  scenario(): Promise<string>;
  view(entity: string): Promise<View>;
  /** Lets the page's requests go where they went before, and ends the world. */
  close(): Promise<void>;
}

/** Where a control plane is served, and which requests of the page it gets. */
export interface ControlPlaneOptions {
  /** The address of `lifecycle serve`. */
  readonly url: string;
  /** Playwright's pattern of requests. Default: `/v1/` at any host. With routes: where the product is. */
  readonly match?: string | RegExp;
}

/**
 * Gives a page, or all pages of a context, a world of a running server. Their requests, event streams too, go there
 * unchanged. The pages have to use http:, as the server does.
 *
 * @example
 * const controlPlane = await controlPlaneFor(page, { url });
 * await controlPlane.to('job:1', { SCAN: 'PAUSED' });
 */
export async function controlPlaneFor(
  page: Page | BrowserContext,
  { url, match = '**/v1/**' }: ControlPlaneOptions,
): Promise<ControlPlane> {
  const world = `test-${randomUUID()}`;
  const forward: Parameters<Page['route']>[1] = async (route) => {
    const { pathname, search } = new URL(route.request().url());
    const headers = { ...(await route.request().allHeaders()), 'lifecycle-world': world };
    await route.continue({ url: `${url}${pathname}${search}`, headers });
  };
  await page.route(match, forward);

  async function ask(method: string, path: string, body?: object | string): Promise<Response> {
    const isText = typeof body === 'string';
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { 'lifecycle-world': world, 'content-type': isText ? 'text/plain' : 'application/json' },
      ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
    });
    if (response.ok) return response;
    const { detail } = (await response.json()) as { readonly detail: string };
    throw new Error(`${method} ${path}: ${detail}`);
  }
  const json = async <T>(...asked: Parameters<typeof ask>): Promise<T> => (await (await ask(...asked)).json()) as T;

  return {
    world,
    to: async (entity, phases) => (await json<{ view: View }>('POST', '/_lifecycle/to', { entity, phases })).view,
    wait: (span) => json('POST', '/_lifecycle/wait', { for: span }),
    play: (scenario) => json('POST', '/_lifecycle/scenario', scenario),
    scenario: async () => (await ask('GET', '/_lifecycle/scenario')).text(),
    view: (entity) => json('GET', `/v1/${entity.replace(':', '/')}`),
    async close() {
      await page.unroute(match, forward);
      await ask('DELETE', '/_lifecycle');
    },
  };
}
