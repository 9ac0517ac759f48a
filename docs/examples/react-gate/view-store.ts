import type { View } from 'migration-lifecycles/gate/egnyte/job';
import { type ActorRefFrom, fromTransition } from 'xstate';

/** What the page sees of the job: the control plane sends a view whenever something changes. */
export const viewLogic = (first: View) =>
  fromTransition((_: View, { view }: { type: 'seen'; view: View }) => view, first);

export type ViewActor = ActorRefFrom<ReturnType<typeof viewLogic>>;
