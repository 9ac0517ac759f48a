import type { ExplorerData } from '../../diagram/explorer/model.ts';
import { button, make } from '../make.ts';
import { kindBoxes } from './kinds.ts';
import { drawnArrows, stateElements } from './parts.ts';
import { replayOf } from './replay.ts';
import { explorerStyle } from './style.ts';
import { toldOf } from './told.ts';
import { PictureView } from './view.ts';

const sheet = new CSSStyleSheet();
sheet.replaceSync(explorerStyle);
document.adoptedStyleSheets.push(sheet);

/**
 * Makes a state diagram explorable within an element: it can be moved, filtered, asked, and stepped through. If it is
 * alone in its page, the wheel zooms it.
 */
export function explorePicture(root: HTMLElement, svg: SVGSVGElement, data: ExplorerData, isAlone: boolean): void {
  const [states, arrows] = [stateElements(svg), drawnArrows(svg)];
  const view = new PictureView(svg, isAlone);
  const told = make('section', { class: 'told', 'aria-live': 'polite' });
  const tell = (chosen?: SVGElement): void => {
    for (const state of states) state.classList.toggle('chosen', state === chosen);
    told.replaceChildren(...toldOf(data, arrows, chosen));
  };
  for (const state of states) {
    state.setAttribute('tabindex', '0');
    state.setAttribute('role', 'button');
    state.addEventListener('click', () => {
      if (!view.wasDragged) tell(state);
    });
    // What was clicked stays under the mouse.
    state.addEventListener('focus', () => {
      if (state.matches(':focus-visible')) view.show(state);
    });
    state.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      tell(state);
    });
  }
  svg.setAttribute('role', 'group');
  const zooms = [
    button('−', () => view.zoom(0.8), 'zoom out'),
    button('+', () => view.zoom(1.25), 'zoom in'),
    button('⤢', () => view.showAll(), 'show all'),
  ];
  const boxes = kindBoxes(root, svg, data, arrows);
  const side = make('div', { class: 'side' }, told);
  root.append(
    make('div', { class: 'kinds', role: 'group', 'aria-label': 'what is drawn' }, ...boxes, make('span', {}, ...zooms)),
    make('div', { class: 'body' }, view.element, side),
  );
  view.showAll();
  tell();
  const replay = data.way && replayOf(data, data.way, states, arrows, view);
  if (replay) side.prepend(replay.element);
  const keys: { readonly [key: string]: () => void } = {
    '+': () => view.zoom(1.25),
    '-': () => view.zoom(0.8),
    0: () => view.showAll(),
    Escape: () => tell(),
    ...replay?.keys,
  };
  root.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]?.();
  });
}
