import type { EventSpec } from '../model/index.ts';
import { writeStep } from '../scenario/index.ts';
import type { CommandAnswer } from '../session/session.ts';
import { CodeLink } from './code.tsx';
import { Fields } from './fields.tsx';
import type { Playground } from './model.ts';

/** All commands of the chosen entity, enabled or not, and its reports. */
export function Events({ page }: { page: Playground }) {
  const { store } = page;
  const { commands, reports } = store.lifecycle;
  const answers = store.answers.value;
  const entity = store.chosen.value;
  return (
    <>
      <section aria-labelledby="commands-title">
        <h2 id="commands-title">
          Commands <span class="faint">of {entity}</span>
        </h2>
        <ul class="events">
          {Object.entries(commands).map(([event, spec]) => (
            <Command key={`${entity} ${event}`} page={page} event={event} spec={spec} answer={answers[event]} />
          ))}
        </ul>
      </section>
      {Object.keys(reports).length > 0 && (
        <section aria-labelledby="reports-title">
          <h2 id="reports-title">
            Reports <span class="faint">what the world says has happened</span>
          </h2>
          <details open={innerWidth > NARROW}>
            <summary>{Object.keys(reports).length} reports</summary>
            <ul class="events reports">
              {Object.entries(reports).map(([event, spec]) => (
                <li key={`${entity} ${event}`}>
                  <form onSubmit={(submitted) => send(page, event, submitted)}>
                    <button type="submit" data-entity={entity} data-report={event} title={spec.says}>
                      {event}
                    </button>
                    <Fields event={event} spec={spec} id={idOf(entity, event)} />
                  </form>
                </li>
              ))}
            </ul>
          </details>
        </section>
      )}
    </>
  );
}

/** On a phone the reports are folded away, as they are many. */
const NARROW = 700;

interface CommandProps {
  readonly page: Playground;
  readonly event: string;
  readonly spec: EventSpec;
  readonly answer: CommandAnswer | undefined;
}

function Command({ page, event, spec, answer }: CommandProps) {
  const entity = page.store.chosen.value;
  const allowed = answer?.allowed === true;
  const why = `${idOf(entity, event)}-why`;
  return (
    <li class={allowed ? 'allowed' : 'refused'}>
      <form onSubmit={(submitted) => send(page, event, submitted)}>
        <button
          type="submit"
          class="command"
          disabled={!allowed}
          aria-describedby={why}
          data-entity={entity}
          data-command={event}
          data-code={answer?.code}
        >
          {event}
        </button>
        <p id={why}>{allowed ? <span class="faint">{spec.says}</span> : <Refusal page={page} answer={answer} />}</p>
        {!allowed && (
          <div class="anyway">
            <button type="submit" class="quiet">
              send anyway<span class="visually-hidden"> {event}</span>
            </button>
            <button
              type="button"
              class="quiet"
              onClick={() => page.askWay(`${event} of ${entity} is accepted`, { command: event })}
            >
              how do I get there?<span class="visually-hidden"> {event}</span>
            </button>
          </div>
        )}
        <Fields event={event} spec={spec} id={idOf(entity, event)} />
      </form>
    </li>
  );
}

function Refusal({ page, answer }: { page: Playground; answer: CommandAnswer | undefined }) {
  return (
    <>
      {answer?.code !== undefined && <CodeLink page={page} code={answer.code} name={answer.name} />} {answer?.reason}
      {answer?.mark && <Mark page={page} mark={answer.mark} />}
    </>
  );
}

function Mark({ page, mark }: { page: Playground; mark: string }) {
  const meaning = (page.store.system.marks as { readonly [mark: string]: unknown })[mark];
  const says = typeof meaning === 'object' ? Object.values(meaning as object).join(' ') : String(meaning);
  return (
    <>
      {' '}
      <abbr class="mark" title={says}>
        {mark}
      </abbr>
    </>
  );
}

const idOf = (entity: string, event: string): string => `${entity}-${event}`.replace(/[^\w-]/g, '_');

/** Makes a step of the form's fields, and takes it. An empty field is left out. */
function send(page: Playground, event: string, submitted: Event): void {
  submitted.preventDefault();
  const [kind = '', id = ''] = page.store.chosen.value.split(':');
  const params: { [key: string]: string } = {};
  let more = '';
  for (const [key, value] of new FormData(submitted.currentTarget as HTMLFormElement)) {
    if (key === ' more') more = ` ${value}`.trimEnd();
    else if (value !== '') params[key] = String(value);
  }
  page.store.send(writeStep({ kind, id, type: event, params }) + more);
}
