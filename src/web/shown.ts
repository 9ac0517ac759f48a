import type { Signal } from '@preact/signals';
import type { View } from '../model/index.ts';
import type { Playground } from './model.ts';

/**
 * Answers the messages of `lifecycle gate check --page`: plays the scenario of the situation that a message names, and
 * says when it is shown. Messages of other windows are ignored.
 */
export function listenForViews(current: Signal<Playground | undefined>): void {
  document.documentElement.setAttribute('data-lifecycle-acknowledges', '');
  const started = new Set<number>();
  addEventListener('message', ({ data, source }: MessageEvent<unknown>) => {
    const store = current.value?.store;
    if (!store || source !== window || !isRequest(data) || started.has(data.id)) return;
    started.add(data.id);
    store.choose(data.view.entity);
    store.read(data.scenario.join('\n'));
    requestAnimationFrame(() => postMessage({ type: 'lifecycle:shown', id: data.id }, '/'));
  });
}

interface Request {
  readonly type: 'lifecycle:view';
  readonly view: Pick<View, 'entity'>;
  readonly scenario: readonly string[];
  readonly id: number;
}

const isRequest = (data: unknown): data is Request =>
  typeof data === 'object' && data !== null && (data as Partial<Request>).type === 'lifecycle:view';
