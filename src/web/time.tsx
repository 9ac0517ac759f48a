import { useEffect, useRef } from 'preact/hooks';
import { type StepResult, statusTitle, timeText } from '../model/index.ts';
import { writeEvent } from '../scenario/index.ts';
import type { Turn } from '../session/session.ts';
import { StepOutcome } from './code.tsx';
import type { Playground } from './model.ts';
import { steady } from './steady.ts';

/** The virtual clock. */
export function ClockPane({ page: { store } }: { page: Playground }) {
  const { now, untilTimer } = store.session;
  return (
    <section class="clock" aria-labelledby="clock-title">
      <h2 id="clock-title">Clock</h2>
      <output aria-label="virtual time">{timeText(now)}</output>
      <button type="button" disabled={untilTimer === undefined} onClick={() => store.send(`wait ${untilTimer}`)}>
        next timer{untilTimer !== undefined && ` in ${timeText(untilTimer)}`}
      </button>
      {['1m', '1h', '1d'].map((wait) => (
        <button type="button" key={wait} onClick={() => store.send(`wait ${wait}`)}>
          wait {wait}
        </button>
      ))}
    </section>
  );
}

/** How many turns are shown before and after the present one. */
const SHOWN = 200;

/** Every step with its outcome; undone steps can be redone. */
export function TimeLine({ page }: { page: Playground }) {
  const { store } = page;
  const done = store.turns.value.length;
  const all = [...store.turns.value, ...store.undone.value];
  const first = Math.max(0, done - SHOWN);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => showPresent(list.current), [done]);
  return (
    <section class="time" aria-labelledby="time-title">
      <h2 id="time-title">Time line</h2>
      <div class="steering">
        <button type="button" disabled={done === 0} onClick={() => store.undo()}>
          undo
        </button>
        <button type="button" disabled={done === all.length} onClick={() => store.redo()}>
          redo
        </button>
        <input
          type="range"
          aria-label="steps taken"
          min={0}
          max={all.length}
          value={done}
          aria-valuetext={`${done} of ${all.length}`}
          onInput={({ currentTarget }) => store.goTo(Number(currentTarget.value))}
        />
      </div>
      <ol ref={list} start={first + 1}>
        {all.slice(first, done + SHOWN).map((turn, index) => (
          <TurnLine
            key={first + index}
            page={page}
            turn={turn}
            number={first + index + 1}
            isDone={first + index < done}
            isLast={first + index + 1 === done}
          />
        ))}
      </ol>
      {store.branches.value.length > 0 && (
        <>
          <h3>Other ways</h3>
          <ul class="branches">
            {store.branches.value.map((branch) => (
              <li key={branch.text}>
                <button type="button" onClick={() => store.take(branch)}>
                  {branch.name}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Scrolls the list alone, not the page. */
function showPresent(list: HTMLElement | null): void {
  const present = list?.querySelector('[aria-current]')?.closest('li');
  if (!list || !present) return;
  const [inner, outer] = [present.getBoundingClientRect(), list.getBoundingClientRect()];
  if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom;
  else if (inner.top < outer.top) list.scrollTop += inner.top - outer.top;
}

interface TurnProps {
  readonly page: Playground;
  readonly turn: Turn;
  readonly number: number;
  readonly isDone: boolean;
  readonly isLast: boolean;
}

const TurnLine = steady(({ page, turn, number, isDone, isLast }: TurnProps) => {
  const result = turn.results.at(-1);
  const step = turn.steps.at(-1);
  const isOpening = turn.steps.length > 1;
  const event = step && 'type' in step ? writeEvent(step) : turn.line;
  return (
    <li class={isDone ? '' : 'undone'}>
      <button
        type="button"
        class="step"
        aria-current={isLast ? 'step' : undefined}
        onClick={() => page.store.goTo(number)}
      >
        {isOpening ? turn.line : `${result?.to ?? ''} ${event}`.trim()}
      </button>
      {!isOpening && result && <Outcome page={page} result={result} />}
    </li>
  );
});

function Outcome({ page, result }: { page: Playground; result: StepResult }) {
  const { outcome, reason, changes, missed, hint } = result;
  return (
    <>
      {result.to !== undefined && <StepOutcome page={page} result={result} />}
      {changes.map(({ entity, phase, status, code, error: cause }) => (
        <span class="change" key={`${entity} ${phase} ${status}`}>
          {entity === result.to ? '' : `${entity} `}
          {phase} → {statusTitle(status)}
          {code !== null && String(code) !== status && ` (${code})`}
          {cause && `, ${cause.code}`}
        </span>
      ))}
      {outcome !== 'accepted' && reason && <span class="reason">{reason}</span>}
      {hint && <span class="reason">{hint}</span>}
      {missed && <span class="missed">expected {missed.join(' ')}</span>}
    </>
  );
}
