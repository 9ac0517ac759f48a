import { describe } from '../condition/sentence.ts';
import { nameOf } from '../engine/compile-system.ts';
import { isRefusal, type Lifecycle, type Rule, type System } from '../model/index.ts';
import { countOf } from '../reach/count-steps.ts';
import type { ScenarioRun } from '../search/run-scenario.ts';
import type { Asker, GatingQuestion, UiOutcome } from './asking.ts';
import type { Finding } from './findings.ts';
import type { FaultKind, Mismatch } from './report.ts';
import type { ViewSpace } from './view-space.ts';

/** The words for a mismatch that no gate causes. */
const WITHHELD = 'no gate refuses it';
const FAULTS: { readonly [kind in FaultKind]: string } = {
  threw: 'the UI throws',
  'timed-out': 'the UI does not answer in time',
  'no-answer': 'the UI answers neither a boolean nor { enabled, code }',
  unstable: 'the UI does not answer the same twice',
  undefined: 'the UI answers undefined in some situations only, or for every command',
  'unknown-command': 'the model has no such command',
  'no-control': 'the page shows no control',
};

/** What a UI does with a command in some situations, and what the model answers there. */
interface Compared extends Pick<Mismatch, 'command' | 'kind' | 'situations' | 'view'> {
  readonly outcome: UiOutcome;
  readonly rule: Rule | undefined;
  /** Undefined if it is unconfirmed. */
  readonly scenario: readonly string[] | undefined;
  readonly read?: readonly string[];
}

/** A mismatch in the words of a report. */
export function mismatchOf(
  system: System,
  lifecycle: Lifecycle,
  { command, kind, outcome, rule, situations, scenario, view, read = [] }: Compared,
): Mismatch {
  const isFaulty = 'fault' in outcome;
  const refusal = rule && isRefusal(rule) ? rule : undefined;
  const isUnknown = isFaulty && outcome.fault === 'unknown-command';
  const code = isUnknown ? system.unknownEvent : refusal?.code;
  const reason = refusal && describe(refusal.when, lifecycle);
  return {
    command,
    ui: isFaulty ? 'faulty' : outcome.enabled ? 'enabled' : 'disabled',
    model: code === undefined ? 'accepted' : 'rejected',
    ...(code === undefined ? {} : { error: nameOf(system, code) }),
    situations,
    ...(scenario ? { scenario } : {}),
    view,
    cause: isFaulty ? FAULTS[outcome.fault] : (reason ?? WITHHELD),
    kind,
    ...(scenario ? {} : { unconfirmed: true }),
    ...(isFaulty || outcome.code === undefined ? {} : { uiCode: outcome.code }),
    ...(reason === undefined ? {} : { reason }),
    read,
    ...(isFaulty ? { fault: { kind: outcome.fault, says: outcome.says } } : {}),
    ...(isFaulty || outcome.control === undefined || outcome.enabled ? {} : { control: outcome.control }),
  };
}

/** A finding in the words of a report, with the run that shows it. */
export async function mismatchOfFinding(
  space: ViewSpace,
  asker: Asker,
  { command, kind, outcome, rule, set, alone }: Finding,
  run: ScenarioRun | undefined,
): Promise<Mismatch> {
  const { system, lifecycle } = space.query;
  const view = run?.view ?? space.viewAt(space.pick(set));
  const kept = space.count(set);
  return mismatchOf(system, lifecycle, {
    command,
    kind,
    outcome,
    rule: kind === 'faulty' && run ? run.ruleOf(command) : rule,
    situations: countOf(BigInt(alone) > kept ? BigInt(alone) : kept),
    scenario: run?.lines,
    view,
    read: await namesRead(space, asker, { command, view }, outcome),
  });
}

/** A control for a command that does not exist. */
export function unknownControl(space: ViewSpace, command: string): Mismatch {
  const { system, lifecycle, reachable } = space.query;
  return mismatchOf(system, lifecycle, {
    command,
    kind: 'faulty',
    outcome: { fault: 'unknown-command', says: `lists ${command}, which the model does not know` },
    rule: undefined,
    situations: countOf(space.count(space.set)),
    scenario: [],
    view: space.viewAt(reachable.world.initial),
  });
}

/** A predicate that never returns is not asked again for that. */
async function namesRead(
  space: ViewSpace,
  asker: Asker,
  question: GatingQuestion,
  outcome: UiOutcome,
): Promise<string[]> {
  if ('fault' in outcome && outcome.fault === 'timed-out') return [];
  const names = new Set<string>();
  await asker.once({ ...question, reader: (name) => names.add(name) });
  return [...names].filter((name) => space.names.includes(name));
}
