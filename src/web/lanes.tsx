import { useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { StepResult } from '../model/index.ts';
import type { Playground } from './model.ts';
import { svgElement } from './svg.ts';

const drawing = () =>
  Promise.all([import('../session/timeline.ts'), import('../diagram/timeline.ts'), import('../diagram/svg.ts')]);

/** Every phase over the virtual clock, as in a timeline diagram. The code that draws it is loaded on first use. */
export function LanesPane({ page: { store } }: { page: Playground }) {
  const isOpen = useSignal(false);
  const host = useRef<HTMLElement>(null);
  useSignalEffect(() => {
    if (!isOpen.value) return;
    const { turns, now } = store.session;
    const moves = store.moves.value;
    void drawing().then(
      ([{ timelineOf }, { timelineScene }, { paint }]) => {
        // The session may have moved on meanwhile, which draws it again.
        if (moves !== store.moves.peek()) return;
        const steps = turns.flatMap(({ steps, results }) =>
          steps.map((step, index) => ({ step, result: results[index] as StepResult })),
        );
        const timeline = timelineOf(store.system, { steps, moves, now });
        const svg = svgElement(paint(timelineScene(timeline, store.system.title)));
        host.current?.replaceChildren(svg);
        host.current?.prepend(...namesOf(svg));
        host.current?.scrollTo({ left: host.current.scrollWidth });
      },
      () => host.current?.replaceChildren('This could not be loaded. Close it and open it again.'),
    );
  });
  return (
    <details
      class="lanes"
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary>Statuses over time</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by the keyboard */}
      <section ref={host} class="scroll" aria-label="statuses over time" tabIndex={0} />
    </details>
  );
}

/** A copy of the names at the left of the bars, which stays in view while the lanes are scrolled. */
function namesOf(svg: SVGSVGElement): readonly Node[] {
  const bars = [...svg.querySelectorAll<SVGGraphicsElement>('[data-phase] > rect')].map((bar) => bar.getBBox());
  if (bars.length === 0) return [];
  const left = Math.min(...bars.map(({ x }) => x));
  const bottom = Math.max(...bars.map(({ y, height }) => y + height));
  const top = Math.min(...bars.map(({ y }) => y)) - ABOVE;
  const texts = [...svg.querySelectorAll<SVGGraphicsElement>(':scope > text')]
    .map((text) => ({ text, box: text.getBBox() }))
    .filter(({ box: { x, y } }) => x < left && y > top && y < bottom);
  const width = Math.max(...texts.map(({ box }) => box.x + box.width)) + GAP;
  const height = bottom - top + 2;
  const names = svg.cloneNode() as SVGSVGElement;
  for (const name of ['id', 'role', 'aria-labelledby']) names.removeAttribute(name);
  for (const [name, value] of Object.entries({
    'aria-hidden': true,
    width,
    height,
    viewBox: `0 ${top} ${width} ${height}`,
  })) {
    names.setAttribute(name, String(value));
  }
  names.classList.add('names');
  names.style.marginTop = `${top}px`;
  const shown = [...svg.querySelectorAll(':scope > .paper'), ...texts.map(({ text }) => text)];
  names.append(...shown.map((each) => each.cloneNode(true)));
  return [names];
}

/** From the top of the first bar to that of the name of its entity. */
const ABOVE = 30;

/** The space after the longest name. */
const GAP = 8;
