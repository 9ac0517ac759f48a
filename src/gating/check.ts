import { describe } from '../condition/sentence.ts';
import { nameOf } from '../engine/compile-system.ts';
import { isRefusal, type System, type Value } from '../model/index.ts';
import { ScenarioRunner } from '../search/run-scenario.ts';
import { Asker } from './asking.ts';
import { Cells, type ViewCell, variationOf } from './cells.ts';
import { type ConfirmedRun, Confirmer } from './confirm.ts';
import { type Finding, Findings, MismatchClassifier } from './findings.ts';
import type { Coverage, GatingOptions, GatingReport, Mismatch, Predicate, Unconfirmed } from './report.ts';
import { situationsOf } from './situations.ts';
import { type CommandCoverage, exploreCommand } from './tree.ts';

export type * from './report.ts';

const MOST_ASKED = 1_000;
const AT_A_TIME = 8;

/**
 * Holds a UI's gating against the model in every situation of an entity that can be reached. What is found was shown by
 * running the scenario that is given for it and asking the predicate there.
 */
export async function checkGating(
  system: System,
  kind: string,
  predicate: Predicate,
  options: GatingOptions,
): Promise<GatingReport> {
  const { read, patience, silence, progress = () => {}, most = MOST_ASKED } = options;
  const situations = situationsOf(system, kind, read, progress);
  const variation = variationOf(situations);
  const judge = new MismatchClassifier(system);
  const asker = new Asker(predicate, patience, silence);
  const findings = new Findings(judge, situations, variation);
  const { lifecycle } = situations.model;
  const commands = options.commands ?? Object.keys(lifecycle.commands);
  const silent = new Map<string, number>();
  const explored = new Map<string, CommandCoverage>();
  const explore = async (command: string): Promise<void> => {
    progress(`asking about ${command}: ${asker.asked} questions so far`);
    const cells = new Cells(situations, variation);
    const done = await exploreCommand(command, { situations, cells, asker, most }, (leaf) => {
      findings.add(command, leaf);
      if ('fault' in leaf.outcome || !leaf.outcome.silent || leaf.cell.facts.size > 0) return;
      silent.set(command, (silent.get(command) ?? 0) + cells.count(leaf.cell as ViewCell));
    });
    explored.set(command, done);
  };
  await withLanes(commands, () => (asker.waited ? (options.concurrency ?? AT_A_TIME) : 1), explore);
  situations.forget();
  progress('looking for the shortest scenarios');
  const confirmer = new Confirmer(situations, new ScenarioRunner(system, kind, read), asker, judge);
  const found = [...findings.all.values()];
  const proofs = await confirmer.proofsOf(found);
  const order = new Map(commands.map((command, index) => [command, index]));
  const inOrder = (a: { command: string }, b: { command: string }): number =>
    (order.get(a.command) ?? 0) - (order.get(b.command) ?? 0);
  const named = new ReportBuilder(system, lifecycle);
  const covered: Coverage = {
    situations: situations.count,
    commands,
    asked: asker.asked,
    leaves: [...explored.values()].reduce((sum, { leaves }) => sum + leaves, 0),
    decided: situations.model.names.filter((name) => !variation.values.has(name)),
    varied: Object.fromEntries(variation.values),
    together: variation.together === variation.values.size ? 'all' : variation.together,
    still: lifecycle.space?.fixed ?? [],
    exhaustive: [...explored.values()].every(({ exhaustive }) => exhaustive),
    partly: [...explored]
      .filter(([, { exhaustive }]) => !exhaustive)
      .map(([command, { covered: situationsCovered }]) => ({ command, covered: situationsCovered })),
    ...(silent.size === 0
      ? {}
      : {
          unspoken: {
            situations: [...silent.values()].reduce((sum, count) => sum + count, 0),
            commands: commands.filter((command) => silent.get(command) === situations.count),
          },
        }),
  };
  return {
    system: system.name,
    entity: kind,
    mismatches: found
      .flatMap((finding) => {
        const proof = proofs.get(finding);
        return proof ? [named.mismatch(finding, proof)] : [];
      })
      .sort(inOrder),
    unconfirmed: found
      .filter((finding) => !proofs.has(finding))
      .map((finding) => named.unconfirmed(finding))
      .sort(inOrder),
    covered,
  };
}

/** Runs a work for each, one after another, or, once there is something to wait for, several at a time. */
async function withLanes<Of>(all: readonly Of[], lanes: () => number, work: (one: Of) => Promise<void>): Promise<void> {
  const running = new Set<Promise<void>>();
  for (const one of all) {
    const done = work(one).finally(() => running.delete(done));
    running.add(done);
    while (running.size >= lanes()) await Promise.race(running);
  }
  await Promise.all(running);
}

/** Puts findings into the words of a report. */
class ReportBuilder {
  private readonly lifecycle: System['entities'][string];
  private readonly system: System;

  constructor(system: System, lifecycle: System['entities'][string]) {
    this.lifecycle = lifecycle;
    this.system = system;
  }

  mismatch(finding: Finding, { lines, scene, otherwise, facts, read }: ConfirmedRun): Mismatch {
    const rule = finding.kind === 'faulty' ? scene.ruleOf(finding.command) : finding.rule;
    const { command, ui, model, error, situations, ...rest } = this.inWords(
      { ...finding, rule },
      otherwise,
      facts,
      read,
    );
    const base = { command, ui, model, ...(error ? { error } : {}), situations };
    return { ...base, scenario: lines, view: scene.view, ...rest };
  }

  unconfirmed(finding: Finding): Unconfirmed {
    const otherwise = finding.places.findIndex((places) => places !== undefined);
    const [place] = finding.places[otherwise] ?? [];
    return this.inWords(finding, otherwise, place?.facts ?? new Map(), place?.read ?? []);
  }

  private inWords(
    { command, kind, outcome, rule, counts }: Finding,
    otherwise: number,
    facts: ReadonlyMap<string, Value>,
    read: readonly string[],
  ): Unconfirmed {
    const refusal = rule && isRefusal(rule) ? rule : undefined;
    return {
      command,
      ui: 'fault' in outcome ? 'faulty' : outcome.enabled ? 'enabled' : 'disabled',
      model: refusal ? 'rejected' : 'accepted',
      ...(refusal ? { error: nameOf(this.system, refusal.code) } : {}),
      situations: counts[otherwise] ?? 0,
      kind,
      ...('fault' in outcome || outcome.code === undefined ? {} : { uiCode: outcome.code }),
      ...(refusal ? { reason: describe(refusal.when, this.lifecycle) } : {}),
      read,
      ...('fault' in outcome ? { fault: { kind: outcome.fault, says: outcome.says } } : {}),
      ...(facts.size > 0 ? { facts: Object.fromEntries(facts) } : {}),
    };
  }
}
