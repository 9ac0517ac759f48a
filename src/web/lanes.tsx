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
    void drawing().then(([{ timelineOf }, { timelineScene }, { paint }]) => {
      // The session may have moved on meanwhile, which draws it again.
      if (moves !== store.moves.peek()) return;
      const steps = turns.flatMap(({ steps, results }) =>
        steps.map((step, index) => ({ step, result: results[index] as StepResult })),
      );
      const timeline = timelineOf(store.system, { steps, moves, now });
      host.current?.replaceChildren(svgElement(paint(timelineScene(timeline, store.system.title))));
      host.current?.scrollTo({ left: host.current.scrollWidth });
    });
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
