import { describe } from '../condition/sentence.ts';
import { nameOf } from '../engine/compile-system.ts';
import { type Code, isRefusal, type System, type View } from '../model/index.ts';
import { reach, scenarioTo } from '../reach/reach.ts';
import type { SystemAnswers } from '../reach/shipped.ts';
import { ScenarioRunner } from '../search/run-scenario.ts';
import type { Read } from '../space/lines.ts';
import { viewSpaceOf } from './view-space.ts';

/** What the model answers to a command. */
export interface ExpectedAnswer {
  readonly allowed: boolean;
  readonly code?: Code;
  /** The name of the code. */
  readonly name?: string;
  readonly reason?: string;
}

/** A situation that represents all in which every command has the same answer. */
export interface RepresentativeSituation {
  /** Scenario text that leads there, line by line. */
  readonly scenario: readonly string[];
  /** What a UI sees there. */
  readonly view: View;
  readonly expected: { readonly [command: string]: ExpectedAnswer };
}

/**
 * A situation for each different row of answers to all commands, one after another, each confirmed by running its
 * scenario. A row without a scenario is left out.
 */
export function* representativesOf(
  system: System,
  kind: string,
  read: Read,
  shipped: SystemAnswers | undefined,
): Generator<RepresentativeSituation> {
  const { query, set } = viewSpaceOf(reach(system, kind, read, shipped));
  const { lifecycle, commandNames } = query;
  const runner = new ScenarioRunner(system, kind, read);
  const known = new Set<string>();
  for (const [, situations] of query.within(set).byAnswers((rule) => rule)) {
    const scenario = scenarioTo(situations);
    if (!scenario) continue;
    const run = runner.after(scenario);
    const expected = Object.fromEntries(commandNames.map((command) => [command, answerIn(command)]));
    const row = JSON.stringify(expected);
    if (known.has(row)) continue;
    known.add(row);
    yield { scenario, view: run.view, expected };

    function answerIn(command: string): ExpectedAnswer {
      const rule = run.ruleOf(command);
      if (!rule || !isRefusal(rule)) return { allowed: true };
      return { allowed: false, ...nameOf(system, rule.code), reason: describe(rule.when, lifecycle) };
    }
  }
}
