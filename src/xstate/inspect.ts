import type { ActorRefLike, AnyMachineSnapshot, InspectionEvent } from 'xstate';
import { isOurs, type Refused, refusal } from './refusal.ts';

/** An actor was sent an event that it did not take. */
export interface RefusalEvent {
  readonly type: '@lifecycle.refusal';
  readonly rootId: string;
  readonly actorRef: ActorRefLike;
  readonly event: { readonly type: string };
  readonly refusal: Refused;
}

/**
 * An inspector for `createActor`: it tells all that XState tells, and each refused or ignored event besides.
 *
 * @example `createActor(jobMachine, { inspect: refusals((seen) => { if (seen.type === '@lifecycle.refusal') … }) })`
 */
export function refusals(told: (event: InspectionEvent | RefusalEvent) => void): (event: InspectionEvent) => void {
  /** Where each actor stood before the event at hand. */
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
