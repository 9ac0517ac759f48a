// Runs in a thread, because a search may take a minute and the server has other requests to answer.
import { parentPort, workerData } from 'node:worker_threads';
import { pathTo } from '../../../answers/path.ts';
import { systemNamed } from '../../systems.ts';
import { sourceOf } from '../../work-out.ts';
import type { PathAnswer, PathQuestion } from './path-finder.ts';

const source = systemNamed(workerData as string | undefined).then((system) => sourceOf(system));

parentPort?.on('message', async ({ kind, statuses }: PathQuestion) => {
  const found: PathAnswer = await source
    .then((known) => ({ path: pathTo(known, kind, { known: statuses }) }))
    .catch((error: unknown) => ({ error: error instanceof Error ? error.message : String(error) }));
  parentPort?.postMessage(found);
});
