import { besideIn, type Lifecycle } from '../model/index.ts';
import { PhaseStatus } from './entities.tsx';
import type { Playground } from './model.ts';
import { steady } from './steady.ts';

/** Where the chosen entity stands: its phases, a choice of ways to other statuses, and the facts that gates ask about. */
export function StandingPane({ page }: { page: Playground }) {
  const { store } = page;
  const entity = store.chosen.value;
  const { phases: known } = store.lifecycle;
  const view = store.session.view(entity);
  return (
    <section class="standing" aria-labelledby="standing-title">
      <h2 id="standing-title">{entity}</h2>
      <ul class="phases">
        {Object.entries(view.phases).map(([phase, status]) => (
          <li key={phase}>
            <PhaseStatus phases={known} phase={phase} status={status} />
          </li>
        ))}
      </ul>
      {Object.keys(known).length > 0 && (
        <WayTo page={page} entity={entity} phases={page.isDrawn.value ? known : NOT_YET} />
      )}
      <details>
        <summary>Facts that gates ask about</summary>
        <dl class="facts">
          {Object.entries({ ...besideIn(view), ...view.facts }).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{String(value)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

/** Statuses are many, and nobody chooses one before the page is drawn. */
const NOT_YET = {};

/** Asks for the shortest way to a status of one of the phases. */
const WayTo = steady(({ page, entity, phases }: Pick<Lifecycle, 'phases'> & { page: Playground; entity: string }) => (
  <select
    aria-label={`the shortest way to a status of ${entity}`}
    value=""
    onChange={({ currentTarget }) => {
      const { value } = currentTarget;
      currentTarget.value = '';
      const [phase = '', status = ''] = value.split(' ');
      if (value) void page.askWay(`${phase} of ${entity} is ${status}`, { view: { [phase]: status } });
    }}
  >
    <option value="">the shortest way to …</option>
    {Object.entries(phases).map(([phase, statuses]) => (
      <optgroup key={phase} label={phase}>
        {Object.keys(statuses).map((status) => (
          <option key={status} value={`${phase} ${status}`}>
            {status}
          </option>
        ))}
      </optgroup>
    ))}
  </select>
));

/** The search for a way and its result. */
export function WayBox({ page }: { page: Playground }) {
  const asked = page.asked.value;
  if (!asked) return null;
  const { says, done, way, fault } = asked;
  return (
    <section class="way" aria-label="way" aria-live="polite">
      <button type="button" class="quiet close" onClick={() => (page.asked.value = undefined)}>
        close
      </button>
      {!done && <p>Looking for the shortest way to where {says} …</p>}
      {fault !== undefined && <p>The search failed: {fault}</p>}
      {done && fault === undefined && !way && <p>No way was found to where {says}.</p>}
      {way && (
        <>
          <p>
            {way.lines.length === 1 ? 'One step' : `${way.lines.length} steps`}{' '}
            {way.from === 'here' ? 'from here' : 'from the beginning'}, and then {says}:
          </p>
          <pre>{way.lines.join('\n')}</pre>
          <button type="button" onClick={() => page.takeWay(way)}>
            {way.from === 'here' ? 'take these steps' : 'start over and take these steps'}
          </button>
        </>
      )}
    </section>
  );
}
