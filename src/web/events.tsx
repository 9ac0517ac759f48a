import { type EventSpec, markMeaning } from '../model/index.ts';
import { writeStep } from '../scenario/index.ts';
import type { CommandAnswer } from '../session/session.ts';
import { CodeLink, StepOutcome } from './code.tsx';
import { Fields } from './fields.tsx';
import { isPhone, type Playground } from './model.ts';

/** All commands of the chosen entity, enabled or not. */
export function CommandList({ page }: { page: Playground }) {
  const { store } = page;
  const entity = store.chosen.value;
  const commands = Object.entries(store.lifecycle.commands).slice(0, page.isDrawn.value ? undefined : FIRST);
  return (
    <section aria-labelledby="commands-title">
      <h2 id="commands-title">
        Commands <span class="faint">of {entity}</span>
      </h2>
      <LastStep page={page} />
      <ul class="events">
        {commands.map(([event, spec]) => (
          <Command key={`${entity} ${event}`} page={page} event={event} spec={spec} answer={store.answer(event)} />
        ))}
      </ul>
    </section>
  );
}

/** As many commands as a window shows are drawn at first, the others in the next frame. */
const FIRST = 12;

/** The last step stays in view while the commands are scrolled, since the time line may be far away. */
function LastStep({ page }: { page: Playground }) {
  const turn = page.store.turns.value.at(-1);
  const result = page.store.last.value;
  return (
    <p class="last-step" role="status">
      {turn && result && turn.steps.length === 1 && (
        <>
          {turn.line} {result.to !== undefined && <StepOutcome page={page} result={result} />}
        </>
      )}
    </p>
  );
}

/** The reports about the chosen entity that can arrive from outside. */
export function ReportList({ page }: { page: Playground }) {
  const reports = Object.entries(page.store.lifecycle.reports);
  const entity = page.store.chosen.value;
  if (reports.length === 0) return null;
  return (
    <section aria-labelledby="reports-title">
      <h2 id="reports-title">
        Reports <span class="faint">what has happened outside</span>
      </h2>
      <details open={!isPhone()}>
        <summary>{reports.length} reports</summary>
        <ul class="events reports">
          {reports.map(([event, spec]) => (
            <li key={`${entity} ${event}`}>
              <form onSubmit={(submitted) => send(page, event, spec, submitted)}>
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
  );
}

interface CommandProps {
  readonly page: Playground;
  readonly event: string;
  readonly spec: EventSpec;
  readonly answer: CommandAnswer;
}

function Command({ page, event, spec, answer }: CommandProps) {
  const entity = page.store.chosen.value;
  const { allowed } = answer;
  const why = `${idOf(entity, event)}-why`;
  return (
    <li class={allowed ? 'allowed' : 'refused'}>
      <form onSubmit={(submitted) => send(page, event, spec, submitted)}>
        <button
          type="submit"
          class="command"
          disabled={!allowed}
          aria-describedby={why}
          data-entity={entity}
          data-command={event}
          data-code={answer.code}
        >
          {event}
        </button>
        <p id={why}>{allowed ? <span class="faint">{spec.says}</span> : <Refusal page={page} answer={answer} />}</p>
        {!allowed && (
          <div class="anyway">
            <button type="submit" class="quiet" aria-label={`send anyway ${event}`}>
              send anyway
            </button>
            <button
              type="button"
              class="quiet"
              aria-label={`how do I get there? ${event}`}
              onClick={() => page.askWay(`${event} of ${entity} is accepted`, { command: event })}
            >
              how do I get there?
            </button>
          </div>
        )}
        <Fields event={event} spec={spec} id={idOf(entity, event)} />
      </form>
    </li>
  );
}

function Refusal({ page, answer }: { page: Playground; answer: CommandAnswer }) {
  return (
    <>
      {answer.code !== undefined && <CodeLink page={page} code={answer.code} name={answer.name} />} {answer.reason}
      {answer.mark && (
        <>
          {' '}
          <abbr class="mark" title={markMeaning(page.store.system.marks, answer.mark)}>
            {answer.mark}
          </abbr>
        </>
      )}
    </>
  );
}

const idOf = (entity: string, event: string): string => `${entity}-${event}`.replace(/[^\w-]/g, '_');

/** Takes the step that the form describes. Empty fields are left out; fields never opened have their plain values. */
function send(page: Playground, event: string, spec: EventSpec, submitted: Event): void {
  submitted.preventDefault();
  const form = submitted.currentTarget as HTMLFormElement;
  const [kind = '', id = ''] = page.store.chosen.value.split(':');
  const params: { [key: string]: string } = form.querySelector('.fields') ? {} : { ...spec.plain };
  let more = '';
  for (const [key, value] of new FormData(form)) {
    if (key === ' more') more = ` ${value}`.trimEnd();
    else if (value !== '') params[key] = String(value);
  }
  page.store.send(writeStep({ kind, id, type: event, params }) + more);
}
