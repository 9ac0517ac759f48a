import { Fragment } from 'preact';
import { type Lifecycle, statusTitle, type View } from '../model/index.ts';
import type { Playground } from './model.ts';

/** Every entity of the situation, each phase with its status and code; below, buttons that add another. */
export function Entities({ page }: { page: Playground }) {
  const { store } = page;
  return (
    <section class="entities" aria-labelledby="entities-title">
      <h2 id="entities-title">Entities</h2>
      <ul>
        {store.views.value.map((view) => (
          <li key={view.entity}>
            <Entity page={page} view={view} />
          </li>
        ))}
      </ul>
      <NewEntity page={page} />
    </section>
  );
}

function Entity({ page: { store }, view }: { page: Playground; view: View }) {
  const isChosen = store.chosen.value === view.entity;
  const standing = Object.entries(view.phases).filter(([, status]) => status !== null);
  const phases = store.system.entities[view.entity.split(':')[0] ?? '']?.phases ?? {};
  return (
    <button
      type="button"
      class="entity"
      aria-pressed={isChosen}
      data-entity={view.entity}
      onClick={() => store.choose(view.entity)}
    >
      <strong>{view.entity}</strong>
      {standing.length === 0 && <span class="faint">nothing has run</span>}
      {standing.map(([phase, status]) => (
        <span class="phase" key={phase}>
          <PhaseStatus phases={phases} phase={phase} status={status} />
        </span>
      ))}
    </button>
  );
}

interface PhaseStatusProps extends Pick<Lifecycle, 'phases'> {
  readonly phase: string;
  readonly status: string | null;
}

/** A phase, whose name may wrap after its underscores, and its status with the code, in a colour that fits its meaning. */
export function PhaseStatus({ phases, phase, status }: PhaseStatusProps) {
  const code = phases[phase]?.[String(status)] ?? null;
  return (
    <>
      <span>
        {phase.split(/(?<=_)/).map((part, index) => (
          <Fragment key={part}>
            {index > 0 && <wbr />}
            {part}
          </Fragment>
        ))}
      </span>{' '}
      <span class={`status ${lookOf(status)}`}>
        {statusTitle(status)}
        {code !== null && String(code) !== status && <small> {code}</small>}
      </span>
    </>
  );
}

/** Guessed from the words that vendors use; other words have no colour. */
function lookOf(status: string | null): string {
  if (status === null) return 'none';
  if (/FAIL|ERROR|INACTIVE|TIMEOUT|REJECT|EXPIRED|DELETED|DISABLED/i.test(status)) return 'bad';
  if (/SUCCE|^ACTIVE|COMPLETE|DONE|ENABLED|EXISTS|PRESENT/i.test(status)) return 'good';
  if (/PAUSE|SUSPEND|STOP|HELD|REVIEW|PARTIAL|SKIP/i.test(status)) return 'held';
  return /RUN|QUEUE|PROGRESS|PENDING|SCHEDUL/i.test(status) ? 'busy' : 'plain';
}

function NewEntity({ page: { store } }: { page: Playground }) {
  const known = new Set(store.views.value.map(({ entity }) => entity));
  const next = (kind: string): string => {
    for (let id = 1; ; id += 1) if (!known.has(`${kind}:${id}`)) return `${kind}:${id}`;
  };
  const kinds = Object.values(store.system.entities);
  const single = kinds.flatMap(({ kind, singleton }) => (singleton === undefined ? [] : `${kind}:${singleton}`));
  const others = [
    ...kinds.flatMap(({ kind, singleton }) => (singleton === undefined ? next(kind) : [])),
    ...single.filter((key) => !known.has(key)),
  ];
  return (
    <div class="new">
      <h3>Add another</h3>
      {others.map((key) => (
        <button type="button" key={key} onClick={() => store.choose(key)}>
          + {key}
        </button>
      ))}
    </div>
  );
}
