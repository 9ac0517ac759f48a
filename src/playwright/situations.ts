import type { Page } from 'playwright-core';
import type { View } from '../model/index.ts';
import { showAndRead } from '../page/in-page.ts';
import type { KindOf, SystemLike } from '../systems.ts';
import { type RepresentativeSituation, representatives } from '../testing/representatives.ts';

export type { ExpectedAnswer, RepresentativeSituation } from '../testing/representatives.ts';

export interface SituationsOptions<S extends SystemLike> {
  readonly system: S;
  readonly entity: KindOf<S>;
  /**
   * Brings the page into a situation. Default: posts `{ type: 'lifecycle:view', view, id }` to the page's own window, and
   * waits until it is acknowledged or drawn, as `lifecycle gate check --page` does.
   */
  readonly show?: (page: Page, view: View, situation: RepresentativeSituation) => unknown;
}

/** The fixture's value: the page is in a situation when it is yielded. */
export interface SituationsFixture {
  readonly situations: AsyncIterable<RepresentativeSituation>;
}

type Use = (situations: AsyncIterable<RepresentativeSituation>) => Promise<void>;

/**
 * A fixture for `test.extend` of Playwright: `situations` brings the test's own `page` into one representative situation
 * after another, and yields each with what is expected of every command.
 */
export const situationsFixture = <S extends SystemLike>({
  system,
  entity,
  show = postView,
}: SituationsOptions<S>): { situations(given: { page: Page }, use: Use): Promise<void> } => ({
  // Playwright reads the names of the fixtures that are used from this pattern.
  async situations({ page }: { page: Page }, use: Use): Promise<void> {
    await use(shown());

    async function* shown(): AsyncGenerator<RepresentativeSituation> {
      for await (const situation of representatives(system, entity)) {
        await show(page, situation.view, situation);
        yield situation;
      }
    }
  },
});

let posted = 0;

async function postView(page: Page, view: View, { scenario }: RepresentativeSituation): Promise<void> {
  posted += 1;
  const [reading] = await page.evaluate(showAndRead, {
    views: [{ view, scenario, id: posted }],
    limit: LIMIT,
    pause: 0,
    kind: '',
  });
  if (!reading)
    throw new Error(`the page has shown nothing after ${LIMIT / 1000} s: does it listen for lifecycle:view?`);
}

/** Milliseconds until a view has to be shown. */
const LIMIT = 2_000;
