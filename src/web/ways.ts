import type { WayAnswer, WayQuestion } from './worker.ts';

/**
 * Asks the worker, so that the page stays responsive during a search. It is started at the first question, and again after
 * an error.
 */
export class Ways {
  private worker: Worker | undefined;
  private readonly open = new Map<number, (answer: WayAnswer) => void>();
  private asked = 0;

  ask(question: Omit<WayQuestion, 'number'>): Promise<WayAnswer> {
    this.worker ??= this.start();
    const number = ++this.asked;
    const answered = new Promise<WayAnswer>((resolve) => this.open.set(number, resolve));
    this.worker.postMessage({ ...question, number });
    return answered;
  }

  private start(): Worker {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<WayAnswer>) => {
      this.open.get(data.number)?.(data);
      this.open.delete(data.number);
    });
    worker.addEventListener('error', ({ message }) => {
      for (const [number, answer] of this.open) answer({ number, fault: message || 'the worker could not be started' });
      this.open.clear();
      this.worker = undefined;
    });
    return worker;
  }
}
