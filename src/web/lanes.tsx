import { useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Playground } from './model.ts';
import { svgElement } from './svg.ts';

/** Every phase over the virtual clock, as a diagram's timeline. What draws it is loaded when it is first opened. */
export function LanesPane({ page: { store } }: { page: Playground }) {
  const isOpen = useSignal(false);
  const host = useRef<HTMLElement>(null);
  useSignalEffect(() => {
    if (!isOpen.value) return;
    const run = store.run.value;
    void Promise.all([import('../diagram/timeline.ts'), import('../diagram/svg.ts')]).then(
      ([{ timelineScene }, { paint }]) => {
        // Meanwhile the session may have moved on, which draws it again.
        if (run !== store.run.peek()) return;
        host.current?.replaceChildren(svgElement(paint(timelineScene(run.timeline(), store.system.title))));
        host.current?.scrollTo({ left: host.current.scrollWidth });
      },
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
