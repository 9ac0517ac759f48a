import { nameOf } from '../engine/compile-system.ts';
import { type Code, isRefusal, kept, type Rule, type System } from '../model/index.ts';
import { EMPTY } from '../reach/diagram/nodes.ts';
import type { UiOutcome } from './asking.ts';
import type { Decided } from './exploration.ts';
import type { MismatchKind } from './report.ts';
import type { Tried } from './trials.ts';
import type { ViewSpace } from './view-space.ts';

/** A kind of mismatch, and the situations in which it was found. */
export interface Finding {
  readonly key: string;
  readonly command: string;
  readonly kind: MismatchKind;
  readonly outcome: UiOutcome;
  readonly rule: Rule | undefined;
  set: number;
  /** How many situations were asked about singly, not as part of a set. */
  alone: number;
}

/** The code of a refusal; undefined where the command is accepted. */
export const codeOf = (rule: Rule | undefined): Code | undefined => (rule && isRefusal(rule) ? rule.code : undefined);

/** A kind of mismatch, with its key: two gates of a command are two kinds. */
type MismatchName = Pick<Finding, 'kind' | 'key'>;

/** What kind of mismatch it is that a UI does this where the rule decides; undefined if it agrees with the model. */
export function mismatchIn(
  system: System,
  command: string,
  outcome: UiOutcome,
  rule: Rule | undefined,
): MismatchName | undefined {
  if ('fault' in outcome) return { kind: 'faulty', key: JSON.stringify([command, 'faulty', outcome.fault]) };
  const code = codeOf(rule);
  const kind = kindOf(system, outcome, code);
  const given = kind === 'wrong-code' ? String(outcome.code) : '';
  return (
    kind && { kind, key: JSON.stringify([command, kind, given, code ?? '', kind === 'withheld' ? '' : rule?.when]) }
  );
}

/** A UI may give a code as a number, its digits, or its name. */
function kindOf(
  system: System,
  { enabled, code: given }: Exclude<UiOutcome, { readonly fault: unknown }>,
  code: Code | undefined,
): MismatchKind | undefined {
  if (enabled) return code === undefined ? undefined : 'offered';
  if (code === undefined) return 'withheld';
  const isRight = given === undefined || String(given) === String(code) || given === nameOf(system, code).name;
  return isRight ? undefined : 'wrong-code';
}

/** How many singly asked situations of a finding are kept to look for a scenario. */
const MOST_KEPT = 200;

/** All mismatches so far, by kind. */
export class Findings {
  readonly all = new Map<string, Finding>();
  private readonly space: ViewSpace;

  constructor(space: ViewSpace) {
    this.space = space;
  }

  /** Compares what the UI does in a set of situations with the model in each of them. */
  add(command: string, { outcome, set }: Decided): void {
    const { diagrams } = this.space.query.reachable;
    for (const { rule, situations } of this.space.answersOf(command)) {
      const both = diagrams.common(set, situations.set);
      const found = both === EMPTY ? undefined : this.finding(command, outcome, rule);
      if (found) found.set = diagrams.union(found.set, both);
    }
  }

  /** The same for a single situation. */
  addOne(outcome: UiOutcome, { command, standing, rule }: Tried): void {
    const { diagrams } = this.space.query.reachable;
    const found = this.finding(command, outcome, rule);
    if (!found) return;
    found.alone += 1;
    if (found.alone <= MOST_KEPT) found.set = diagrams.union(found.set, diagrams.one(standing));
  }

  private finding(command: string, outcome: UiOutcome, rule: Rule | undefined): Finding | undefined {
    const mismatch = mismatchIn(this.space.query.system, command, outcome, rule);
    return (
      mismatch && kept(this.all, mismatch.key, () => ({ ...mismatch, command, outcome, rule, set: EMPTY, alone: 0 }))
    );
  }
}
