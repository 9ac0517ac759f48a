import {
  type AnyMachineSnapshot,
  type AnyStateMachine,
  createActor,
  initialTransition,
  SimulatedClock,
  transition,
} from 'xstate';
import type { Params } from '../../src/model/index.ts';

export interface Event extends Params {
  readonly type: string;
}

/** One of the ways in which XState takes steps. Returns the state after all events. */
export interface Way {
  readonly name: string;
  run(events: readonly Event[]): AnyMachineSnapshot;
}

/** One step, without side effects. */
export const step = (machine: AnyStateMachine, snapshot: AnyMachineSnapshot, event: Event): AnyMachineSnapshot =>
  transition(machine, snapshot, event)[0];

/**
 * The ways of XState, from a snapshot on. `transition()` makes an actor at each step as the scope for the machine. A
 * scope that is made once and passed to the machine is cheaper; XState does this itself, but does not document it.
 */
export function waysOf(machine: AnyStateMachine): Way[] {
  const [start] = initialTransition(machine) as [AnyMachineSnapshot, unknown];
  const scope = scopeOf(machine);
  return [
    {
      name: 'XState transition()',
      run(events) {
        let snapshot = start;
        for (const event of events) [snapshot] = transition(machine, snapshot, event);
        return snapshot;
      },
    },
    {
      name: 'XState, one reused scope',
      run(events) {
        let snapshot = start;
        for (const event of events) snapshot = machine.transition(snapshot, event, scope);
        return snapshot;
      },
    },
    {
      name: 'XState actor.send()',
      run(events) {
        const actor = createActor(machine, { snapshot: start, clock: new SimulatedClock() }).start();
        for (const event of events) actor.send(event);
        const snapshot = actor.getSnapshot() as AnyMachineSnapshot;
        actor.stop();
        return snapshot;
      },
    },
  ];
}

/** A scope without side effects, like the one that XState makes in `transition()`. */
function scopeOf(machine: AnyStateMachine): Parameters<AnyStateMachine['transition']>[2] {
  const self = createActor(machine, { clock: new SimulatedClock() });
  const nothing = (): void => {};
  return {
    self,
    system: self.system,
    id: '',
    sessionId: '',
    logger: nothing,
    defer: nothing,
    stopChild: nothing,
    emit: nothing,
    actionExecutor: nothing,
  };
}
