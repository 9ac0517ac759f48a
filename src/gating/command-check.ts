import { isPass, isRefusal } from '../model/index.ts';
import type { Asker } from './asking.ts';
import { Exploration } from './exploration.ts';
import type { Findings } from './findings.ts';
import { GateClasses, type Tried } from './gate-classes.ts';
import type { CoverageLevel } from './report.ts';
import type { ViewSpace } from './view-space.ts';

/** How far the gating of a command was checked. */
export interface CommandCheck {
  readonly level: CoverageLevel;
  readonly unexercised: readonly string[];
  /** Situations for which a table has no row. */
  readonly silent: bigint;
  /** Whatever was asked, the answer was undefined; and the keys of the findings that say so. */
  readonly allUndefined: boolean;
  readonly undefinedKeys: readonly string[];
}

/** More combinations of gates than these are not tried. */
const MOST_CLASSES = 20_000;

interface Checking {
  readonly space: ViewSpace;
  readonly asker: Asker;
  readonly findings: Findings;
  /** Leaves of the predicate's tree. */
  readonly most: number;
}

/** Follows the predicate's tree; where it is too large, tries every combination of gates that hold. */
export async function checkCommand(command: string, { space, asker, findings, most }: Checking): Promise<CommandCheck> {
  const exploration = new Exploration(command, space, most);
  await asker.run(exploration);
  for (const decided of exploration.decided.values()) findings.add(command, decided);
  const outcomes = [...exploration.decided.values()].map(({ outcome }) => outcome);
  const silent = [...exploration.decided.values()].reduce(
    (sum, { outcome, set }) => ('silent' in outcome && outcome.silent ? sum + space.count(set) : sum),
    0n,
  );
  const tried: Tried[] = [];
  let level: CoverageLevel = exploration.whole ? 'exhaustive' : 'partial';
  if (!exploration.whole && !exploration.stopped) {
    const parts = space.byGates(command, MOST_CLASSES);
    const answers = space.answersOf(command).map(({ situations }) => situations.set);
    const classes = new GateClasses(command, space, parts ?? answers, (outcome, one) => {
      outcomes.push(outcome);
      if (!parts) tried.push(one);
      findings.addOne(command, outcome, one);
    });
    await asker.run(classes);
    if (parts) level = 'classes';
  }
  const undefinedKeys = [...findings.all.values()]
    .filter((each) => each.command === command && 'fault' in each.outcome && each.outcome.fault === 'undefined')
    .map(({ key }) => key);
  return {
    level,
    unexercised: level === 'partial' ? unexercised(command, space, exploration.covered, tried) : [],
    silent,
    allUndefined: outcomes.length > 0 && outcomes.every((each) => 'fault' in each && each.fault === 'undefined'),
    undefinedKeys,
  };
}

/** Gates that decide in some situation, and in none that was tried. */
function unexercised(command: string, space: ViewSpace, covered: number, tried: readonly Tried[]): string[] {
  const { diagrams } = space.query.reachable;
  const { kind } = space.query.lifecycle;
  return space.answersOf(command).flatMap(({ rule, situations }) => {
    if (!rule || !(isRefusal(rule) || isPass(rule)) || diagrams.common(covered, situations.set) !== 0) return [];
    if (tried.some((each) => each.rule === rule)) return [];
    return [`${kind} ${command} ${rule.gate}${isRefusal(rule) ? ` ${rule.code}` : ''}`];
  });
}
