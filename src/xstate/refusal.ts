import type { AnyMachineSnapshot } from 'xstate';
import { firstThatHolds } from '../condition/deciding.ts';
import { truthOf } from '../condition/truth.ts';
import { unknownEvent } from '../condition/unknown-event.ts';
import { whyIgnored } from '../condition/why-ignored.ts';
import { whyRefused } from '../condition/why-refused.ts';
import {
  type Code,
  type Condition,
  isPass,
  isRefusal,
  type Lifecycle,
  type Mark,
  type Params,
  type System,
} from '../model/index.ts';
import { knownOf, paramsOf, type SentEvent } from './known.ts';

/** Why a machine refuses an event. A report is ignored, never rejected, so it has only a reason. */
export interface Refused {
  readonly code: Code | null;
  readonly name: string | null;
  /** A sentence without a full stop, made from the deciding rule. */
  readonly reason: string;
  /** The source of that rule. */
  readonly mark: Mark | null;
}

interface Source {
  readonly system: System;
  readonly lifecycle: Lifecycle;
}

/** Keyed by the configuration, which a machine shares with the results of its `provide`. */
const sources = new WeakMap<object, Source>();

/** Remembers the lifecycle of a machine. */
export function remember(machine: { readonly config: object }, system: System, lifecycle: Lifecycle): void {
  sources.set(machine.config, { system, lifecycle });
}

/** Whether a machine was made from a lifecycle. */
export const isOurs = (machine: { readonly config: object } | undefined): boolean =>
  machine !== undefined && sources.has(machine.config);

/**
 * Why the machine refuses an event in its current state: undefined exactly if `snapshot.can(event)` is true.
 *
 * @throws TypeError if the machine of the snapshot was not made from a lifecycle.
 * @example `refusal(job.getSnapshot(), { type: 'copy.start' })?.code`
 */
export function refusal(snapshot: AnyMachineSnapshot, event: { readonly type: string }): Refused | undefined {
  const source = sources.get(snapshot?.machine?.config);
  if (source === undefined)
    throw new TypeError('refusal: the snapshot is of no machine that was made from a lifecycle');
  if (snapshot.can(event as never)) return undefined;
  const { system, lifecycle } = source;
  const sent = event as SentEvent;
  const { type } = event;
  if (Object.hasOwn(lifecycle.reports, type)) {
    return {
      code: null,
      name: null,
      reason: whyIgnored(lifecycle, type, knownIn(snapshot, lifecycle, sent)),
      mark: null,
    };
  }
  if (!Object.hasOwn(lifecycle.commands, type)) {
    const { reason, mark = null, hint } = unknownEvent(system, lifecycle, type);
    return { ...named(system, system.unknownEvent), reason: hint === undefined ? reason : `${reason}; ${hint}`, mark };
  }
  const holds = (condition: Condition, params?: Params): boolean =>
    truthOf(condition, knownIn(snapshot, lifecycle, params ? { ...params, type } : sent)) === true;
  const rule = firstThatHolds(
    lifecycle.rules[type] ?? [],
    (each) => (isRefusal(each) || isPass(each)) && holds(each.when),
  );
  if (rule === undefined || !isRefusal(rule))
    throw new Error(`${lifecycle.kind}: ${type} is refused, and no rule says so`);
  const reason = whyRefused(rule, lifecycle, { type, params: paramsOf(sent) }, (params) => holds(rule.when, params));
  return { ...named(system, rule.code), reason, mark: rule.mark };
}

const knownIn = ({ value, context }: AnyMachineSnapshot, lifecycle: Lifecycle, event: SentEvent) =>
  knownOf(lifecycle, value as Record<string, string>, context.facts, event);

const named = ({ codes, unlisted }: System, code: Code): Pick<Refused, 'code' | 'name'> => ({
  code,
  name: codes.find((row) => row.code === code)?.name ?? unlisted ?? String(code),
});
