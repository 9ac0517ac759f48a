import { besideIn, groupedBy, kept, type System, type Value, type View } from '../model/index.ts';
import type { Query } from '../reach/query.ts';
import { reachClosed } from '../reach/reach.ts';
import { Recipes } from '../search/interleaving-cache.ts';
import { type ScenarioRun, ScenarioRunner } from '../search/run-scenario.ts';
import type { Read } from '../space/lines.ts';
import { type CoverStep, inSequence, namesInView, neededOf, type Representative } from './cover-choice.ts';
import { type Wish, wishesOf } from './cover-wishes.ts';
import { codeOf } from './findings.ts';

/**
 * Situations that represent all others, and the order in which to show them.
 *
 * Situations in which the model gives the same answer to every command are one equivalence class. The cover has, for each
 * class, every status of every phase and every value of every fact that occurs in it at least once (each-choice coverage
 * within each class), every step from one class to another that can be made, both ends one after the other (transition
 * coverage, 0-switch), and every two facts that both matter in a class at the same time (pairwise coverage).
 */
export interface Cover {
  readonly representatives: readonly Representative[];
  /** Indices of representatives; one may occur several times. */
  readonly sequence: readonly number[];
  /** Distinct expected answers. */
  readonly answers: number;
  /** Steps between situations with different answers, both ends of which are shown. */
  readonly transitions: number;
  /** Facts that were changed from their value in the space, and to which values. */
  readonly varied: { readonly [fact: string]: readonly Value[] };
  /** What is reachable in the space, but no scenario led to. */
  readonly missed: number;
}

export function coverOf(
  system: System,
  kind: string,
  { read, progress = () => {} }: { readonly read: Read; readonly progress?: (says: string) => void },
): Cover {
  progress(`compiling the situations of ${kind}`);
  return new Covering(reachClosed(system, kind, read), new ScenarioRunner(system, kind, read)).run(progress);
}

class Covering {
  private readonly query: Query;
  private readonly runner: ScenarioRunner;
  private readonly recipes: Recipes;
  private readonly found: Representative[] = [];
  private readonly byView = new Map<string, number>();
  /** For situations with changed facts, the answers expected without the change. */
  private readonly origins = new Map<number, string>();
  private missed = 0;

  constructor(query: Query, runner: ScenarioRunner) {
    this.query = query;
    this.runner = runner;
    this.recipes = new Recipes(runner);
  }

  run(progress: (says: string) => void): Cover {
    progress('looking for situations that stand for all others');
    const steps: CoverStep[] = [];
    for (const wish of wishesOf(this.query)) {
      const met = this.meet(wish);
      if (met.length === 0) this.missed += 1;
      if (met.length === 2) steps.push([met[0] as number, met[1] as number]);
    }
    progress('varying facts');
    const varied = this.vary();
    const kept = neededOf(this.found, this.origins, steps);
    const sequence = inSequence(steps, kept);
    const numbers = new Map([...new Set(sequence)].sort((a, b) => a - b).map((old, index) => [old, index]));
    const representatives = [...numbers.keys()].map((old) => this.found[old] as Representative);
    return {
      representatives,
      sequence: sequence.map((old) => numbers.get(old) as number),
      answers: new Set(representatives.map(({ answers }) => answers)).size,
      transitions: steps.length,
      varied,
      missed: this.missed,
    };
  }

  /** The target situation and, for a step, the one before it; none if no scenario leads there. */
  private meet({ lines, before, after, state }: Wish): number[] {
    const end = this.reached(lines, (each) => each.answers === after && (!state || holdsIn(each.view, state)));
    if (!end) return [];
    if (before === undefined) return [this.add(end)];
    const start = this.represented(this.runner.after(end.lines.slice(0, -1)));
    return start.answers === before ? [this.add(start), this.add(end)] : [];
  }

  /** Runs the lines; if facts held at their usual value prevent them, with lines that give the facts this value. */
  private reached(lines: readonly string[], fits: (one: Representative) => boolean): Representative | undefined {
    const plain = this.represented(this.runner.after(lines));
    if (fits(plain)) return plain;
    // For every fact, what worked before is tried before anything new is tried for any.
    for (const wide of [false, true]) {
      for (const name of this.query.reachable.world.closed.held) {
        const [kind = '', fact = ''] = name.split(' ');
        const spec = this.runner.system.entities[kind]?.facts[fact];
        if (!spec?.changedBy) continue;
        const found = this.recipes.with(lines, [name, spec.usual], wide ? spec.changedBy : undefined, (run) =>
          fits(this.represented(run)),
        );
        if (found) return this.represented(found);
      }
    }
    return undefined;
  }

  /** Changes each fact wherever that changes an answer, once elsewhere, and two at a time where both matter. */
  private vary(): Record<string, readonly Value[]> {
    const { facts } = this.runner.lifecycle;
    const base = [...this.found];
    const seen = new Map<string, Set<Value>>();
    for (const { view } of base) {
      for (const [name, value] of Object.entries(namesInView(view))) {
        kept(seen, name, () => new Set<Value>()).add(value);
      }
    }
    const otherwise = Object.entries(facts).flatMap(([name, { values }]) =>
      seen.has(name)
        ? values.filter((value) => !seen.get(name)?.has(value)).map((value) => [name, value] as const)
        : [],
    );
    const classes = groupedBy(base, ({ answers, view }) => `${answers}|${Object.values(besideIn(view)).join()}`);
    const varied: Record<string, Value[]> = {};
    for (const members of classes.values()) {
      const matter: (readonly [string, Value])[] = [];
      for (const each of otherwise) {
        const first = this.firstWith(members, [each]);
        if (!first) continue;
        varied[each[0]] = [...new Set([...(varied[each[0]] ?? []), each[1]])];
        if (first.answers === members[0].answers) continue;
        matter.push(each);
        for (const member of members) this.addWith(member, [each], false);
      }
      for (const [index, one] of matter.entries()) {
        for (const other of matter.slice(index + 1)) {
          if (one[0] !== other[0] && !this.firstWith(members, [one, other])) this.firstWith(members, [other, one]);
        }
      }
    }
    return varied;
  }

  /** The first of some members that a scenario with changed facts leads to. */
  private firstWith(
    members: readonly Representative[],
    facts: readonly (readonly [string, Value])[],
  ): Representative | undefined {
    for (const member of members.slice(0, TRIED)) {
      const found = this.addWith(member, facts, true);
      if (found) return found;
    }
    return undefined;
  }

  private addWith(
    from: Representative,
    facts: readonly (readonly [string, Value])[],
    wide: boolean,
  ): Representative | undefined {
    let found: Representative | undefined = from;
    for (const fact of facts) found = found && this.decorated(found, fact, wide);
    if (found) this.origins.set(this.add(found), from.answers);
    return found;
  }

  /** The same situation with one fact changed. */
  private decorated({ lines, view: before }: Representative, [name, value]: readonly [string, Value], wide: boolean) {
    const by = this.runner.lifecycle.facts[name]?.changedBy;
    if (!by) return undefined;
    const wanted = JSON.stringify({ ...namesInView(before), [name]: value });
    const found = this.recipes.with(
      lines,
      [name, value],
      wide ? by : undefined,
      ({ view }) => JSON.stringify(namesInView(view)) === wanted,
    );
    return found && this.represented(found);
  }

  private represented({ lines, view, ruleOf }: ScenarioRun): Representative {
    const rules = new Map(this.query.commandNames.map((command) => [command, ruleOf(command)]));
    const answers = [...rules.values()].map((rule) => String(codeOf(rule) ?? '')).join(' ');
    return { lines, view, rules, answers };
  }

  private add(one: Representative): number {
    const key = JSON.stringify(one.view);
    const known = this.byView.get(key);
    if (known !== undefined) return known;
    this.byView.set(key, this.found.length);
    this.found.push(one);
    return this.found.length - 1;
  }
}

/** How many members of a class a fact is tried on before it counts as impossible there. */
const TRIED = 3;

const holdsIn = ({ phases }: View, { phase, status }: { phase: string; status: string | null }): boolean =>
  phases[phase] === undefined || phases[phase] === status;
