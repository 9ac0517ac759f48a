import type { ExploredWay, ExplorerData } from '../../diagram/explorer/model.ts';
import { button, make } from '../make.ts';
import { momentOf } from './moment.ts';
import { type DrawnArrow, idOf } from './parts.ts';
import type { PictureView } from './view.ts';

/** The steps of a scenario as a list, and the keys that step through them. */
interface Replay {
  readonly element: HTMLElement;
  readonly keys: { readonly [key: string]: () => void };
}

/** Shows the path of a scenario in the picture, step by step. */
export function replayOf(
  data: ExplorerData,
  way: ExploredWay,
  states: readonly SVGElement[],
  arrows: readonly DrawnArrow[],
  view: PictureView,
): Replay {
  const said = make('p', { class: 'said', 'aria-live': 'polite' });
  const rows = way.steps.map(({ step, text, refused }, index) => {
    const row = button(`${step} ${text}${refused ? `: ${refused.code}` : ''}`, () => go(index + 1));
    row.classList.toggle('refused', refused !== undefined);
    return row;
  });
  let current = 0;
  const go = (count: number): void => {
    current = Math.min(rows.length, Math.max(0, count));
    const moment = momentOf(data, way, current);
    const moves = moment.step?.moves ?? [];
    const taken = arrows.filter(({ phase, from, to, events }) =>
      moves.some(
        (move) => move.region === phase && move.to === to && from.includes(move.from) && events.includes(move.event),
      ),
    );
    for (const arrow of arrows) arrow.element.classList.toggle('taken', taken.includes(arrow));
    for (const state of states) {
      state.classList.toggle('here', moment.here.has(idOf(state)));
      state.classList.toggle('refusing', idOf(state) === moment.refusing);
    }
    for (const [index, row] of rows.entries()) {
      if (index === current - 1) row.setAttribute('aria-current', 'step');
      else row.removeAttribute('aria-current');
    }
    rows[current - 1]?.scrollIntoView({ block: 'nearest' });
    said.textContent = moment.said;
    const [first] = [
      ...states.filter((state) => idOf(state) === moment.refusing),
      ...taken.map(({ element }) => element),
    ];
    if (first) view.show(first);
  };
  go(0);
  return {
    element: make(
      'section',
      { class: 'replay', 'aria-label': 'scenario' },
      make('h2', {}, `The way of ${way.entity}`),
      make('p', { class: 'faint' }, '← and → step through it, Home and End go to its ends.'),
      said,
      make('ol', {}, ...rows.map((row) => make('li', {}, row))),
    ),
    keys: {
      ArrowRight: () => go(current + 1),
      ArrowLeft: () => go(current - 1),
      Home: () => go(0),
      End: () => go(rows.length),
    },
  };
}
