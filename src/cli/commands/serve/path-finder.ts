import { Worker } from 'node:worker_threads';
import type { NoPath, Path } from '../../../answers/path.ts';
import type { FindPath, Statuses } from '../../../server/way-to.ts';

export interface PathQuestion {
  readonly kind: string;
  readonly statuses: Statuses;
}

export type PathAnswer = { readonly path: Path | NoPath } | { readonly error: string };

/**
 * Finds paths in a thread, which starts with the first search and does not keep the program running. It answers
 * questions in their order.
 */
export function pathFinder(system: string | undefined): FindPath {
  let waiting: { resolve(path: Path | NoPath): void; reject(error: Error): void }[] = [];
  let worker: Worker | undefined;

  const started = (): Worker => {
    const thread = new Worker(WORKER, { workerData: system });
    thread.unref();
    thread.on('message', (found: PathAnswer) => {
      const who = waiting.shift();
      if ('error' in found) who?.reject(new Error(found.error));
      else who?.resolve(found.path);
    });
    // It may be out of memory. The next search starts a new thread.
    thread.on('error', (error) => {
      worker = undefined;
      for (const who of waiting) who.reject(error);
      waiting = [];
    });
    return thread;
  };

  return (kind, statuses) => {
    worker ??= started();
    worker.postMessage({ kind, statuses } satisfies PathQuestion);
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
  };
}

/** The bundle has it in the same folder. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './path-worker.ts' : './path-worker.cjs', import.meta.url);
