import { decidingRule } from '../../src/engine/judge.ts';
import { specOf } from '../../src/engine/sample-lines.ts';
import { viewOf } from '../../src/engine/view.ts';
import type { World } from '../../src/engine/world.ts';
import { Asker } from '../../src/gating/asking.ts';
import { Cells, variationOf } from '../../src/gating/cells.ts';
import { Findings, MismatchClassifier } from '../../src/gating/findings.ts';
import type { Predicate } from '../../src/gating/report.ts';
import { StripSituations } from '../../src/gating/situations.ts';
import { exploreCommand } from '../../src/gating/tree.ts';
import type { Lifecycle, System, Value } from '../../src/model/index.ts';
import { ScenarioReader } from '../../src/scenario/index.ts';
import { Plain } from '../space/plain.ts';

/** How often each kind of mismatch holds, by how many facts are otherwise: `KEY @ FACTS`. */
export type Counts = ReadonlyMap<string, number>;

export const readerOf = (system: System) => {
  const reader = new ScenarioReader(system);
  return (line: string) => reader.line(line);
};

/** As the check counts: from the decision trees, crossed with the tables of the space. */
export async function symbolic(system: System, kind: string, predicate: Predicate): Promise<Counts> {
  const situations = new StripSituations(system, kind, readerOf(system));
  const variation = variationOf(situations);
  const findings = new Findings(new MismatchClassifier(system), situations, variation);
  const asker = new Asker(predicate);
  for (const command of Object.keys(situations.model.lifecycle.commands)) {
    const cells = new Cells(situations, variation);
    const { exhaustive } = await exploreCommand(command, { situations, cells, asker, most: 1e6 }, (leaf) =>
      findings.add(command, leaf),
    );
    if (!exhaustive) throw new Error('not exhaustive');
  }
  const counts = new Map<string, number>();
  for (const { key, counts: all } of findings.all.values()) {
    // Beyond the fewest facts that have to be otherwise a situation is counted for facts that were asked for only.
    const least = all.findIndex((count) => count !== undefined);
    counts.set(`${key} @ ${least}`, all[least] as number);
  }
  return counts;
}

/**
 * The same without quotient, strips, trees and cells: every situation is visited by the engine, one letter after another,
 * and the predicate is asked in each about every command, with every choice of facts.
 */
export async function naive(system: System, kind: string, predicate: Predicate): Promise<Counts> {
  const { layout, ...situations } = new StripSituations(system, kind, readerOf(system));
  const { values, together } = variationOf({ layout, ...situations } as StripSituations);
  const { quotient } = layout;
  const standings = visited(new Plain(system, kind, quotient), quotient.letters);
  const judge = new MismatchClassifier(system);
  const lifecycle = system.entities[kind] as Lifecycle;
  const counts = new Map<string, number>();
  for (const facts of choices([...values], together)) {
    const plain = new Plain(withFacts(system, kind, facts), kind, quotient);
    const { world } = plain as unknown as { world: World };
    const [subject] = plain.members;
    if (!subject) throw new Error('nobody');
    for (const standing of standings) {
      plain.stand(standing);
      const view = viewOf(world, subject);
      for (const command of Object.keys(lifecycle.commands)) {
        const answer = await predicate(command, view);
        const outcome =
          typeof answer === 'boolean'
            ? { enabled: answer, code: undefined, silent: false }
            : { enabled: answer.enabled, code: answer.code, silent: false };
        const params = specOf(lifecycle, command).plain ?? {};
        const rule = decidingRule(subject, command, world.ask(subject, command, params));
        if (judge.kindOf(outcome, rule) === undefined) continue;
        const key = `${judge.keyOf(command, outcome, rule)} @ ${facts.length}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }
  // Only the fewest facts that have to be otherwise count.
  for (const key of [...counts.keys()]) {
    const [name = '', size = ''] = key.split(' @ ');
    for (let more = Number(size) + 1; more <= together; more += 1) counts.delete(`${name} @ ${more}`);
  }
  return counts;
}

function visited(plain: Plain, letters: StripSituations['layout']['quotient']['letters']): string[] {
  const seen = new Set([plain.initial]);
  for (const standing of seen) {
    for (const letter of letters) {
      plain.stand(standing);
      if (plain.take(letter).taken) seen.add(plain.standing());
    }
  }
  return [...seen];
}

type Choice = readonly (readonly [fact: string, value: Value])[];

function choices(values: readonly (readonly [string, readonly Value[]])[], most: number): Choice[] {
  const [first, ...rest] = values;
  if (!first) return [[]];
  const [name, others] = first;
  const without = choices(rest, most);
  const more = without.filter(({ length }) => length < most);
  return [...without, ...others.flatMap((value) => more.map((choice): Choice => [[name, value], ...choice]))];
}

function withFacts(system: System, kind: string, facts: Choice): System {
  const lifecycle = system.entities[kind] as Lifecycle;
  const fixed = Object.fromEntries(
    facts.map(([name, value]) => [name, { ...lifecycle.facts[name], usual: value, of: () => value }]),
  ) as Lifecycle['facts'];
  const open = { ...lifecycle, facts: { ...lifecycle.facts, ...fixed } };
  return { ...system, entities: { ...system.entities, [kind]: open } };
}
