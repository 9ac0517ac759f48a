import { isPass, isRefusal } from '../model/index.ts';
import { seeded } from '../reach/reachability.ts';
import { type Asker, same } from './asking.ts';
import { Exploration, UNSTABLE } from './exploration.ts';
import type { Findings } from './findings.ts';
import type { CoverageLevel } from './report.ts';
import { amongAnswers, inEachPart, rows, type Told, Trials, type Tried, withIds } from './trials.ts';
import type { ViewSpace } from './view-space.ts';

/** How far the gating of a command was checked. */
export interface CommandCheck {
  readonly exploration: Exploration;
  readonly level: CoverageLevel;
  readonly unexercised: readonly string[];
  /** Situations for which a table has no row. */
  readonly silent: bigint;
  /** Whether every answer was undefined, and the keys of the findings that say so. */
  readonly allUndefined: boolean;
  readonly undefinedKeys: readonly string[];
}

/** The most combinations of gates that are tried. */
const MOST_CLASSES = 20_000;

interface Checking {
  readonly space: ViewSpace;
  readonly asker: Asker;
  readonly findings: Findings;
  /** Leaves of the predicate's tree. */
  readonly most: number;
}

/** Builds the predicate's tree; if it is too large, tries every combination of gates that hold. */
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
    const told: Told = (outcome, one) => {
      outcomes.push(outcome);
      if (!parts) tried.push(one);
      findings.addOne(outcome, one);
    };
    const trials = new Trials(space, inEachPart(space, command, parts ?? answers), told);
    await asker.run(trials);
    if (parts && !trials.stopped) level = 'classes';
  }
  const undefinedKeys = [...findings.all.values()]
    .filter((each) => each.command === command && 'fault' in each.outcome && each.outcome.fault === 'undefined')
    .map(({ key }) => key);
  return {
    exploration,
    level,
    unexercised: level === 'partial' ? unexercised(command, space, exploration.covered, tried) : [],
    silent,
    allUndefined: outcomes.length > 0 && outcomes.every((each) => 'fault' in each && each.fault === 'undefined'),
    undefinedKeys,
  };
}

/** Random situations for each answer: few if the UI's answers are known, more if its tree was given up. */
const FEW = 10;
const MANY = 100;

/**
 * Asks about a command again, after all others. A predicate that depends on the view alone gives the same answers; one
 * that keeps state, or depends on which entity it is asked about, may not.
 */
export async function recheckCommand(command: string, { exploration }: CommandCheck, checking: Checking) {
  if (exploration.stopped) return;
  const { space, asker } = checking;
  const situations = amongAnswers(space, command, exploration.whole ? FEW : MANY, seeded(6));
  const told = heldAgainst(checking, () => exploration);
  await asker.run(new Trials(space, exploration.readsId ? withIds(situations, space.ids) : situations, told));
}

/** Asks about all commands with one and the same view, as a UI does when it renders. */
export async function recheckTogether(checks: ReadonlyMap<string, CommandCheck>, checking: Checking, lane: number) {
  const { space, asker } = checking;
  const commands = [...checks].flatMap(([command, { exploration }]) => (exploration.stopped ? [] : [command]));
  const told = heldAgainst(checking, (command) => (checks.get(command) as CommandCheck).exploration);
  await asker.run(new Trials(space, rows(space, commands, FEW, seeded(7 + lane)), told));
}

/** Compares an answer with the known one for the situation or, if there is none, with the model. */
function heldAgainst({ findings }: Checking, explorationOf: (command: string) => Exploration): Told {
  return (outcome, tried) => {
    const before = explorationOf(tried.command).outcomeIn(tried);
    if (!before) findings.addOne(outcome, tried);
    else if (!same(before, outcome)) findings.addOne(UNSTABLE, tried);
  };
}

/** Gates that decide in some situation, but in none that was tried. */
function unexercised(command: string, space: ViewSpace, covered: number, tried: readonly Tried[]): string[] {
  const { diagrams } = space.query.reachable;
  const { kind } = space.query.lifecycle;
  return space.answersOf(command).flatMap(({ rule, situations }) => {
    if (!rule || !(isRefusal(rule) || isPass(rule)) || diagrams.common(covered, situations.set) !== 0) return [];
    if (tried.some((each) => each.rule === rule)) return [];
    return [`${kind} ${command} ${rule.gate}${isRefusal(rule) ? ` ${rule.code}` : ''}`];
  });
}
