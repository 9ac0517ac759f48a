import { nameOf } from '../engine/compile-system.ts';
import type { Code, Rule, System, Value } from '../model/index.ts';
import type { UiOutcome } from './asking.ts';
import type { Variation } from './cells.ts';
import type { Facts } from './implied.ts';
import { codeOf } from './model.ts';
import type { MismatchKind } from './report.ts';
import type { SituationPart, StripSituations } from './situations.ts';
import type { Leaf } from './tree.ts';

/** StripSituations of one spot in which a mismatch holds: what was pinned of them tells where. */
export interface MismatchPlace {
  /** What the names that the UI read are. */
  readonly pins: ReadonlyMap<string, Value>;
  /** Facts that are otherwise than the space has them. */
  readonly facts: Facts;
  readonly node: number;
  readonly spot: number;
  /** The state of each place, where only one situation was asked about. */
  readonly standing: readonly number[] | undefined;
  readonly read: readonly string[];
}

/** A kind of mismatch, and where it holds: by how many facts are otherwise there. */
export interface Finding {
  readonly key: string;
  readonly command: string;
  readonly kind: MismatchKind;
  readonly outcome: UiOutcome;
  readonly rule: Rule | undefined;
  readonly counts: number[];
  readonly places: MismatchPlace[][];
}

/** Sorts what a UI does into kinds of mismatch; undefined where it does what the model does. */
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

  /** What a mismatch has in common with others of its kind. */
  keyOf(command: string, outcome: UiOutcome, rule: Rule | undefined): string {
    const kind = this.kindOf(outcome, rule);
    if ('fault' in outcome) return JSON.stringify([command, kind, outcome.fault]);
    const given = kind === 'wrong-code' ? String(outcome.code) : '';
    return JSON.stringify([command, kind, given, codeOf(rule) ?? '']);
  }

  /** A UI may say a code's number, as a number or its digits, or its name. */
  private means(given: Code, code: Code): boolean {
    return String(given) === String(code) || given === nameOf(this.system, code).name;
  }
}

/** All mismatches so far, by kind. */
export class Findings {
  readonly all = new Map<string, Finding>();
  private readonly judge: MismatchClassifier;
  private readonly situations: StripSituations;
  private readonly variation: Variation;

  constructor(judge: MismatchClassifier, situations: StripSituations, variation: Variation) {
    this.judge = judge;
    this.variation = variation;
    this.situations = situations;
  }

  /** Holds a way of answering against the model in every situation in which it is given. */
  add(command: string, leaf: Leaf): void {
    for (const part of leaf.cell.parts) this.answer(command, leaf, part, leaf.cell.facts, leaf.cell.pins);
  }

  /** The model may ask for facts that the UI does not: they are otherwise too, as many at a time as may be. */
  private answer(
    command: string,
    leaf: Leaf,
    part: SituationPart,
    facts: Facts,
    settled: ReadonlyMap<string, Value>,
  ): void {
    const { rule, asked } = this.situations.model.answerOf(part.spot, command, facts);
    for (const name of asked) {
      if (settled.has(name)) continue;
      const others = facts.size < this.variation.together ? (this.variation.values.get(name) ?? []) : [];
      if (others.length === 0) continue;
      const usual = this.situations.model.factsOf(part.spot).get(name) as Value;
      this.answer(command, leaf, part, facts, new Map(settled).set(name, usual));
      for (const value of others) {
        this.answer(command, leaf, part, new Map(facts).set(name, value), new Map(settled).set(name, value));
      }
      return;
    }
    const { outcome, read, single } = leaf;
    const kind = this.judge.kindOf(outcome, rule);
    if (kind === undefined) return;
    const key = this.judge.keyOf(command, outcome, rule);
    const found = this.all.get(key) ?? { key, command, kind, outcome, rule, counts: [], places: [] };
    this.all.set(key, found);
    found.counts[facts.size] = (found.counts[facts.size] ?? 0) + part.count;
    const places = found.places[facts.size] ?? [];
    found.places[facts.size] = places;
    const standing = single ? this.situations.standingOf(part) : undefined;
    places.push({ pins: leaf.cell.pins, facts, node: part.node, spot: part.spot, standing, read });
  }
}
