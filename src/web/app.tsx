import { useEffect } from 'preact/hooks';
import { Entities } from './entities.tsx';
import { CommandList, ReportList } from './events.tsx';
import { LanesPane } from './lanes.tsx';
import type { Playground } from './model.ts';
import { PicturePane } from './picture.tsx';
import { ScenarioPane } from './scenario.tsx';
import { StandingPane, WayBox } from './standing.tsx';
import { ClockPane, TimeLine } from './time.tsx';

interface AppProps {
  readonly page: Playground;
  /** Embedded in another page: without the text and the header. */
  readonly embedded: boolean;
  readonly share: () => Promise<void>;
  readonly systems: preact.ComponentChildren;
}

export function App({ page, embedded, share, systems }: AppProps) {
  const { store } = page;
  useEffect(() => void requestAnimationFrame(() => setTimeout(() => (page.isDrawn.value = true))), []);
  return (
    <>
      <div class="bar">
        {systems}
        <button type="button" onClick={() => store.read('given ready\n')}>
          start over
        </button>
        {embedded ? (
          <a class="button" href={location.href.replace('?embed', '')} target="_blank" rel="noopener">
            open in full
          </a>
        ) : (
          <button type="button" onClick={share}>
            copy link
          </button>
        )}
        <p class="notice" role="status">
          {store.notice.value}
        </p>
      </div>
      <div class="panes">
        <div class="pane left">
          <Entities page={page} />
          <ClockPane page={page} />
        </div>
        <div class="pane middle">
          <WayBox page={page} />
          <StandingPane page={page} />
          <LanesPane page={page} />
          <CommandList page={page} />
          {page.isDrawn.value && <ReportList page={page} />}
        </div>
        <div class="pane right">
          {page.isDrawn.value && (
            <>
              <PicturePane page={page} />
              <TimeLine page={page} />
              {!embedded && <ScenarioPane page={page} />}
            </>
          )}
        </div>
      </div>
    </>
  );
}
