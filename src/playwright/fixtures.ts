import type { Page } from 'playwright-core';
import { type ControlPlane, type ControlPlaneOptions, controlPlaneFor } from './control-plane.ts';
import { type ControlPlaneServer, type ServeOptions, serveControlPlane } from './serve.ts';

export interface ControlPlaneFixtures {
  readonly controlPlane: ControlPlane;
}

export interface ControlPlaneWorkerFixtures {
  /** What is served, and which requests go there: set it with `test.use`, or in the configuration. */
  readonly controlPlaneOptions: ServeOptions & Pick<ControlPlaneOptions, 'match'>;
  readonly controlPlaneServer: ControlPlaneServer;
}

type Use<T> = (value: T) => Promise<void>;

/**
 * Fixtures for Playwright Test: `controlPlane` is a world of its own for each test, of a server for each worker.
 *
 * @example
 * const test = base.extend<ControlPlaneFixtures, ControlPlaneWorkerFixtures>(controlPlaneFixtures);
 * test('a paused scan can be stopped', async ({ page, controlPlane }) => {
 *   await controlPlane.to('job:1', { SCAN: 'PAUSED' });
 * });
 */
export const controlPlaneFixtures = {
  controlPlaneOptions: [{}, { option: true, scope: 'worker' }] as [
    ControlPlaneWorkerFixtures['controlPlaneOptions'],
    { option: true; scope: 'worker' },
  ],

  controlPlaneServer: [
    async (
      { controlPlaneOptions }: Pick<ControlPlaneWorkerFixtures, 'controlPlaneOptions'>,
      use: Use<ControlPlaneServer>,
    ): Promise<void> => {
      const { match: _, ...options } = controlPlaneOptions;
      const server = await serveControlPlane(options);
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ] as [(given: never, use: Use<ControlPlaneServer>) => Promise<void>, { scope: 'worker' }],

  async controlPlane(
    { page, controlPlaneServer, controlPlaneOptions }: { readonly page: Page } & ControlPlaneWorkerFixtures,
    use: Use<ControlPlane>,
  ): Promise<void> {
    const { match } = controlPlaneOptions;
    const made = await controlPlaneFor(page, {
      url: controlPlaneServer.url,
      ...(match === undefined ? {} : { match }),
    });
    await use(made);
    await made.close();
  },
};
