import { Worker } from 'node:worker_threads';
import type { NoPath, Path } from '../../../answers/path.ts';
import type { FindPath, Statuses } from '../../../server/way-to.ts';

export interface PathQuestion {
  readonly number: number;
  readonly kind: string;
  readonly statuses: Statuses;
}

export type PathAnswer =
  | { readonly number: number; readonly path: Path | NoPath }
  | { readonly number: number; readonly error: string };

/** Finds paths in a thread, which starts with the first search and does not keep the program running. */
export function pathFinder(system: string | undefined): FindPath {
  const waiting = new Map<number, { resolve(path: Path | NoPath): void; reject(error: Error): void }>();
  let worker: Worker | undefined;
  let asked = 0;

  const started = (): Worker => {
    const thread = new Worker(WORKER, { workerData: system });
    thread.unref();
    thread.on('message', (found: PathAnswer) => {
      const who = waiting.get(found.number);
      waiting.delete(found.number);
      if ('error' in found) who?.reject(new Error(found.error));
      else who?.resolve(found.path);
    });
    // For example, it is out of memory. The next search starts a new thread.
    thread.on('error', (error) => {
      worker = undefined;
      for (const who of waiting.values()) who.reject(error);
      waiting.clear();
    });
    return thread;
  };

  return (kind, statuses) => {
    worker ??= started();
    asked += 1;
    const number = asked;
    const found = new Promise<Path | NoPath>((resolve, reject) => waiting.set(number, { resolve, reject }));
    worker.postMessage({ number, kind, statuses } satisfies PathQuestion);
    return found;
  };
}

/** The bundle has it in the same folder. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './path-worker.ts' : './path-worker.cjs', import.meta.url);
