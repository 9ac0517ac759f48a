import { mozillaSync } from '../../../machines/mozilla-sync/index.ts';
import { Simulator } from '../../../src/engine/simulate.ts';
import type { StepResult, Value, View } from '../../../src/model/index.ts';
import { readScenario } from '../../../src/scenario/index.ts';

/** Lines are separated by ` / `. */
const written = (text: string): string => text.replaceAll(' / ', '\n');

function carriedOut(text: string, file?: string): { results: StepResult[]; simulator: Simulator } {
  const simulator = new Simulator(mozillaSync);
  const results = readScenario(mozillaSync, written(text), file).map((step) => simulator.run(step));
  return { results, simulator };
}

/** The result of each step of a scenario. */
export const run = (text: string, file?: string): StepResult[] => carriedOut(text, file).results;

/** The last step's rejection, or its outcome. */
export function answerTo(text: string): string {
  const last = run(text).at(-1);
  return String(last?.error?.code ?? last?.outcome);
}

/** The last step's changes, in any order: `bso:1 LIVE`. */
export const changesOf = (text: string): string[] =>
  (run(text).at(-1)?.changes ?? []).map(({ entity, status }) => `${entity} ${status}`).sort();

/** Expectations of the last step that do not hold. */
export const missedBy = (text: string): readonly string[] => run(text).at(-1)?.missed ?? [];

/** The view of an entity that the scenario has touched. */
export const viewAfter = (text: string, entity: string): View | undefined =>
  carriedOut(text)
    .simulator.standing()
    .find((view) => view.entity === entity);

export const factsAfter = (text: string, entity: string): { readonly [fact: string]: Value } | undefined =>
  viewAfter(text, entity)?.facts;
