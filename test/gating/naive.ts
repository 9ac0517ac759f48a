import { compileCondition } from '../../src/condition/closure.ts';
import { decidingRule } from '../../src/engine/judge.ts';
import { specOf } from '../../src/engine/sample-lines.ts';
import { viewOf } from '../../src/engine/view.ts';
import { Asker } from '../../src/gating/asking.ts';
import { Exploration } from '../../src/gating/exploration.ts';
import { Findings, mismatchIn } from '../../src/gating/findings.ts';
import type { Predicate } from '../../src/gating/report.ts';
import { type ViewSpace, viewSpaceOf } from '../../src/gating/view-space.ts';
import type { System } from '../../src/model/index.ts';
import { reach } from '../../src/reach/reach.ts';
import { ScenarioReader } from '../../src/scenario/index.ts';
import { ClosedWorld } from '../../src/space/closed-world.ts';
import { plainSearch } from '../reach/plain-search.ts';

/** The number of situations with each kind of mismatch. */
export type Counts = { readonly [key: string]: number };

export const readerOf = (system: System) => {
  const reader = new ScenarioReader(system);
  return (line: string) => reader.line(line);
};

const spaceOf = (system: System, kind: string): ViewSpace => viewSpaceOf(reach(system, kind, readerOf(system)));

/** What the check finds before it looks for scenarios. Every situation is decided. */
export async function findingsIn(
  space: ViewSpace,
  predicate: Predicate,
  commands: readonly string[],
): Promise<Findings> {
  const findings = new Findings(space);
  const asker = new Asker(predicate);
  for (const command of commands) {
    const exploration = new Exploration(command, space, 1e6);
    await asker.run(exploration);
    if (!exploration.whole) throw new Error('not every situation was decided');
    for (const decided of exploration.decided.values()) findings.add(command, decided);
  }
  return findings;
}

/** Counted like the check: the decision trees of the predicate, intersected with the answers of the reachable set. */
export async function symbolic(system: System, kind: string, predicate: Predicate): Promise<Counts> {
  const space = spaceOf(system, kind);
  const findings = await findingsIn(space, predicate, space.query.commandNames);
  return Object.fromEntries([...findings.all].map(([key, { set }]) => [key, Number(space.count(set))]));
}

/**
 * The same without diagrams, masks and trees: plain breadth-first search with the engine. The predicate is asked about
 * every command in every situation that the data does not declare unreachable.
 */
export async function naive(system: System, kind: string, predicate: Predicate): Promise<Counts> {
  const { outside } = reach(system, kind, readerOf(system)).reachable;
  const closed = new ClosedWorld(system, kind, { outside });
  const situations = plainSearch(
    { members: closed.members, letters: closed.letters, take: (letter) => closed.take(letter) },
    ({ event }) => event.startsWith('free '),
  ).distances.keys();
  const asker = new Asker(predicate);
  const counts: Record<string, number> = {};
  const [subject] = closed.members;
  if (!subject) throw new Error('nobody is there');
  const { source } = subject.lifecycle;
  const unreachable = (source.unreachable ?? []).map((each) => compileCondition(each, source));
  for (const situation of situations) {
    for (const [index, at] of situation.split(' ').entries()) closed.members[index]?.at.set(at.split(',').map(Number));
    if (unreachable.some((holds) => holds(subject, closed.world.ask(subject, '', {})))) continue;
    const view = viewOf(closed.world, subject);
    for (const command of Object.keys(system.entities[kind]?.commands ?? {})) {
      const { plain = {} } = specOf(source, command);
      const rule = decidingRule(subject, command, closed.world.ask(subject, command, plain));
      const outcome = await asker.once({ command, view });
      const key = mismatchIn(system, command, outcome, rule)?.key;
      if (key !== undefined) counts[key] = (counts[key] ?? 0) + 1;
    }
  }
  return counts;
}
