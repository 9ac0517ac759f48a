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

/** Classifies what a UI does as a kind of mismatch; undefined if it agrees with the model. */
export class MismatchClassifier {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  kindOf(outcome: UiOutcome, rule: Rule | undefined): MismatchKind | undefined {
    if ('fault' in outcome) return 'faulty';
    const code = codeOf(rule);
    if (outcome.enabled) return code === undefined ? undefined : 'offered';
    if (code === undefined) return 'withheld';
    return outcome.code === undefined || this.means(outcome.code, code) ? undefined : 'wrong-code';
  }

  /** The key of a kind of mismatch; two gates of a command are two kinds. */
  keyOf(command: string, outcome: UiOutcome, rule: Rule | undefined): string {
    const kind = this.kindOf(outcome, rule);
    if ('fault' in outcome) return JSON.stringify([command, kind, outcome.fault]);
    const given = kind === 'wrong-code' ? String(outcome.code) : '';
    return JSON.stringify([command, kind, given, codeOf(rule) ?? '', kind === 'withheld' ? '' : rule?.when]);
  }

  /** A UI may give a code as a number, its digits, or its name. */
  private means(given: Code, code: Code): boolean {
    return String(given) === String(code) || given === nameOf(this.system, code).name;
  }
}

/** How many singly asked situations of a finding are kept to look for a scenario. */
const MOST_KEPT = 200;

/** All mismatches so far, by kind. */
export class Findings {
  readonly all = new Map<string, Finding>();
  private readonly judge: MismatchClassifier;
  private readonly space: ViewSpace;

  constructor(judge: MismatchClassifier, space: ViewSpace) {
    this.judge = judge;
    this.space = space;
  }

  /** Compares what the UI does in a set of situations with the model in each of them. */
  add(command: string, { outcome, set }: Decided): void {
    const { diagrams } = this.space.query.reachable;
    for (const { rule, situations } of this.space.answersOf(command)) {
      if (this.judge.kindOf(outcome, rule) === undefined) continue;
      const both = diagrams.common(set, situations.set);
      if (both === EMPTY) continue;
      const found = this.finding(command, outcome, rule);
      found.set = diagrams.union(found.set, both);
    }
  }

  /** The same for a single situation. */
  addOne(outcome: UiOutcome, { command, standing, rule }: Tried): void {
    if (this.judge.kindOf(outcome, rule) === undefined) return;
    const { diagrams } = this.space.query.reachable;
    const found = this.finding(command, outcome, rule);
    found.alone += 1;
    if (found.alone <= MOST_KEPT) found.set = diagrams.union(found.set, diagrams.one(standing));
  }

  private finding(command: string, outcome: UiOutcome, rule: Rule | undefined): Finding {
    const key = this.judge.keyOf(command, outcome, rule);
    const kind = this.judge.kindOf(outcome, rule) as MismatchKind;
    return kept(this.all, key, () => ({ key, command, kind, outcome, rule, set: EMPTY, alone: 0 }));
  }
}
