import { describe } from '../condition/sentence.ts';
import { nameOf } from '../engine/compile-system.ts';
import { isRefusal, type System, type View } from '../model/index.ts';
import type { PlayedScenario } from '../search/interleaving-cache.ts';
import type { Asker, UiOutcome } from './asking.ts';
import type { Finding } from './findings.ts';
import type { FaultKind, Mismatch, SituationCount } from './report.ts';
import type { ViewSpace } from './view-space.ts';

/** A number, or its digits if a number would not be exact. */
export const countOf = (count: bigint): SituationCount =>
  count > BigInt(Number.MAX_SAFE_INTEGER) ? String(count) : Number(count);

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

/** What the UI misses, in words, if the model refuses for that reason. */
export const causeOf = (outcome: UiOutcome, reason: string | undefined): string =>
  'fault' in outcome ? FAULTS[outcome.fault] : (reason ?? WITHHELD);

/** Puts findings into the words of a report. */
export class ReportBuilder {
  private readonly system: System;
  private readonly space: ViewSpace;
  private readonly asker: Asker;

  constructor(system: System, space: ViewSpace, asker: Asker) {
    this.system = system;
    this.space = space;
    this.asker = asker;
  }

  async mismatch(finding: Finding, confirmed: PlayedScenario | undefined): Promise<Mismatch> {
    const { space } = this;
    const { command, kind, outcome, set, alone } = finding;
    const view = confirmed?.scene.view ?? space.viewAt(space.pick(set));
    const rule = kind === 'faulty' && confirmed ? confirmed.scene.ruleOf(command) : finding.rule;
    const refusal = rule && isRefusal(rule) ? rule : undefined;
    const reason = refusal && describe(refusal.when, space.query.lifecycle);
    const kept = space.count(set);
    return {
      command,
      ui: 'fault' in outcome ? 'faulty' : outcome.enabled ? 'enabled' : 'disabled',
      model: refusal ? 'rejected' : 'accepted',
      ...(refusal ? { error: nameOf(this.system, refusal.code) } : {}),
      situations: countOf(BigInt(alone) > kept ? BigInt(alone) : kept),
      ...(confirmed ? { scenario: confirmed.lines } : {}),
      view,
      cause: causeOf(outcome, reason),
      kind,
      ...(confirmed ? {} : { unconfirmed: true }),
      ...('fault' in outcome || outcome.code === undefined ? {} : { uiCode: outcome.code }),
      ...(reason === undefined ? {} : { reason }),
      read: await this.namesRead(command, view, outcome),
      ...('fault' in outcome ? { fault: { kind: outcome.fault, says: outcome.says } } : {}),
    };
  }

  /** A control for a command that does not exist. */
  unknownCommand(command: string): Mismatch {
    const { space } = this;
    return {
      command,
      ui: 'faulty',
      model: 'rejected',
      error: nameOf(this.system, this.system.unknownEvent),
      situations: countOf(space.count(space.set)),
      scenario: [],
      view: space.viewAt(space.query.reachable.world.initial),
      cause: FAULTS['unknown-command'],
      kind: 'faulty',
      read: [],
      fault: { kind: 'unknown-command', says: `lists ${command}, which the model does not know` },
    };
  }

  /** A predicate that never returns is not asked again for that. */
  private async namesRead(command: string, view: View, outcome: UiOutcome): Promise<string[]> {
    if ('fault' in outcome && outcome.fault === 'timed-out') return [];
    const names = new Set<string>();
    let asked = false;
    await this.asker.run({
      next: () => {
        if (asked) return undefined;
        asked = true;
        return { command, view, reader: (name) => names.add(name) };
      },
      take: () => {},
    });
    return [...names].filter((name) => this.space.names.includes(name));
  }
}
