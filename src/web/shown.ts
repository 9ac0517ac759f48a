import type { Signal } from '@preact/signals';
import type { Value, View } from '../model/index.ts';
import type { Playground } from './model.ts';

/**
 * Brings the page into the situation that a message names, as `lifecycle gate check --page` asks for it, by the shortest
 * scenario that leads there, and says when it is shown. Only the page's own window is listened to.
 */
export function listenForViews(current: Signal<Playground | undefined>): void {
  document.documentElement.setAttribute('data-lifecycle-acknowledges', '');
  const started = new Set<number>();
  addEventListener('message', async ({ data, source }: MessageEvent<unknown>) => {
    if (source !== window || !isRequest(data) || started.has(data.id)) return;
    started.add(data.id);
    const page = current.value;
    if (!page) return;
    const { entity, phases, facts, ...beside } = data.view;
    const view = { ...phases, ...facts, ...(beside as { [name: string]: Value }) };
    const { store } = page;
    store.choose(store.keyOf(entity.split(':')[0] ?? ''));
    store.read('');
    await page.askWay('the view is shown', { view });
    const way = page.asked.value?.way;
    if (!way) return;
    page.takeWay(way);
    requestAnimationFrame(() => postMessage({ type: 'lifecycle:shown', id: data.id }, '/'));
  });
}

interface Request {
  readonly type: 'lifecycle:view';
  readonly view: View;
  readonly id: number;
}

const isRequest = (data: unknown): data is Request =>
  typeof data === 'object' && data !== null && (data as Partial<Request>).type === 'lifecycle:view';
