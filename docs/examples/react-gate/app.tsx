import type { View } from 'migration-lifecycles/gate/egnyte/job';
import { createRoot } from 'react-dom/client';
import { createActor } from 'xstate';
import { JobButtons } from './job-buttons.tsx';
import { viewLogic } from './view-store.ts';

/** Shows the buttons in an element, and gives what takes the views that come. */
export function start(element: HTMLElement, first: View, send: (command: string) => void): (view: View) => void {
  const job = createActor(viewLogic(first)).start();
  createRoot(element).render(<JobButtons job={job} send={send} />);
  return (view) => job.send({ type: 'seen', view });
}
