import type { ExploredGate, ExploredState, ExplorerData } from '../../diagram/explorer/model.ts';
import { codeAndName } from '../../model/index.ts';
import { make } from '../make.ts';
import { type DrawnArrow, idOf } from './parts.ts';

/** The description of a chosen state: its code, what leads out of it, what it refuses, and what leads to it. */
export function toldOf(
  data: ExplorerData,
  arrows: readonly DrawnArrow[],
  state: SVGElement | undefined,
): HTMLElement[] {
  const about = state && data.states[idOf(state)];
  if (!about) return [make('p', { class: 'faint' }, 'Click a status to read what it is, and what it refuses.')];
  const { phase, status = '' } = state.dataset;
  const own = arrows.filter((arrow) => arrow.phase === phase);
  const words = [...(about.means === undefined ? [] : [about.means]), ...about.notes];
  return [
    make('h2', {}, about.title),
    ...words.map((text) => make('p', {}, text)),
    ...listed(
      'Leads on',
      own.filter(({ from }) => from.includes(status)).map(({ title }) => title),
    ),
    ...listed('Refuses', refusalsOf(data.gates, about)),
    ...listed(
      'Comes from',
      own.filter(({ to }) => to === status).map(({ title }) => title),
    ),
  ];
}

const listed = (title: string, items: readonly (Node | string)[]): HTMLElement[] =>
  items.length === 0 ? [] : [make('h3', {}, title), make('ul', {}, ...items.map((item) => make('li', {}, item)))];

/** In the order of the gates. */
const refusalsOf = (gates: readonly ExploredGate[], { refusals }: ExploredState): HTMLElement[] =>
  [...refusals]
    .sort(([one], [other]) => one - other)
    .map(([at, always, sometimes]) => {
      const { reason, mark, ...code } = gates[at] as ExploredGate;
      const commands = [
        ...(always.length > 0 ? [always.join(', ')] : []),
        ...(sometimes.length > 0 ? [`in some situations ${sometimes.join(', ')}`] : []),
      ];
      return make('span', {}, make('b', {}, codeAndName(code)), `: ${reason} (${mark}). ${commands.join('; ')}`);
    });
