import type { ActorRefLike, AnyMachineSnapshot, InspectionEvent } from 'xstate';
import { isOurs, type Refused, refusal } from './refusal.ts';

/** An actor received an event that it refused or ignored. */
export interface RefusalEvent {
  readonly type: '@lifecycle.refusal';
  readonly rootId: string;
  readonly actorRef: ActorRefLike;
  readonly event: { readonly type: string };
  readonly refusal: Refused;
}

/**
 * An inspector for `createActor`: it passes on XState's inspection events, and adds one for each refused or ignored event.
 *
 * @example `createActor(jobMachine, { inspect: refusals((seen) => { if (seen.type === '@lifecycle.refusal') … }) })`
 */
export function refusals(told: (event: InspectionEvent | RefusalEvent) => void): (event: InspectionEvent) => void {
  /** The snapshot of each actor before the current event. */
  const before = new WeakMap<object, AnyMachineSnapshot>();
  return (seen) => {
    told(seen);
    if (seen.type !== '@xstate.snapshot') return;
    const { actorRef, event, rootId } = seen;
    const snapshot = seen.snapshot as AnyMachineSnapshot;
    const from = before.get(actorRef);
    if (isOurs(snapshot.machine)) before.set(actorRef, snapshot);
    if (from === undefined || event.type.startsWith('xstate.')) return;
    const found = refusal(from, event);
    if (found !== undefined) told({ type: '@lifecycle.refusal', rootId, actorRef, event, refusal: found });
  };
}
