import { whyRefused } from '../../condition/why-refused.ts';
import { nameOf } from '../../engine/compile-system.ts';
import { whyFaulty } from '../../engine/told.ts';
import { type Code, isRefusal, type Lifecycle, type System } from '../../model/index.ts';
import { type Rejection, rejectionOf } from '../problem.ts';

/** The bodies with which a command can be rejected: one for each refusing rule and each fault that strikes it. */
export function rejectionsOf(system: System, lifecycle: Lifecycle, command: string) {
  const body = (code: Code, why: Pick<Rejection, 'reason' | 'mark'>) =>
    rejectionOf(system, { error: nameOf(system, code), ...why });
  const refusals = (lifecycle.rules[command] ?? []).filter(isRefusal);
  const faults = (system.faults ?? []).filter(
    ({ strikes }) => strikes === undefined || strikes.includes(`${lifecycle.kind} ${command}`),
  );
  const bodies = [
    ...refusals.map((rule) => {
      const reason = whyRefused(rule, lifecycle, { type: command, params: {} }, () => true);
      return body(rule.code, { reason, mark: rule.mark });
    }),
    ...faults.map(({ code }) => body(code, whyFaulty(system, code))),
  ];
  return [...new Map(bodies.map((each) => [JSON.stringify(each), each])).values()];
}
