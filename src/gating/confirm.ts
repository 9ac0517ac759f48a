import { namesOf } from '../condition/walk.ts';
import { kept, valueIn } from '../model/index.ts';
import { EMPTY } from '../reach/diagram/nodes.ts';
import type { Query, Situations } from '../reach/query.ts';
import { scenarioTo } from '../reach/reach.ts';
import type { SystemAnswers } from '../reach/shipped.ts';
import { Recipes } from '../search/interleaving-cache.ts';
import { type ScenarioRun, ScenarioRunner } from '../search/run-scenario.ts';
import type { Asker } from './asking.ts';
import { codeOf, type Finding, mismatchIn } from './findings.ts';
import type { ViewSpace } from './view-space.ts';
import { visitsOf } from './visits.ts';

const recipes = new WeakMap<Query, Recipes>();

/** Tries first for the next finding what worked for the last one. */
const recipesOf = (query: Query, runner: ScenarioRunner): Recipes => kept(recipes, query, () => new Recipes(runner));

/** The most worlds visited in the search for the findings that are left. */
const MOST_VISITS = 20_000;

/** The most parts of a finding that are tried if no scenario leads to its nearest situation. */
const MOST_PARTS = 12;

/**
 * Looks, for each finding, for a scenario that shows it when run: one shipped for the gate that decides, or a shortest
 * route to any of its situations. The world outside is assumed to do whatever it can, so no lines may lead along a route.
 * For the findings left, real worlds are searched, once for all of them. Any entity of the kind will do, as only some ids
 * reach some situations.
 */
export class Confirmer {
  private readonly space: ViewSpace;
  private readonly asker: Asker;
  private readonly runner: ScenarioRunner;
  private readonly shipped: SystemAnswers | undefined;
  private readonly runs = new Map<string, readonly ScenarioRun[]>();

  constructor(space: ViewSpace, asker: Asker, shipped: SystemAnswers | undefined) {
    const { system, lifecycle, read } = space.query;
    this.space = space;
    this.asker = asker;
    this.shipped = shipped;
    this.runner = new ScenarioRunner(system, lifecycle.kind, read);
  }

  /** A scenario for each finding that has one. */
  async confirm(findings: readonly Finding[], progress: (found: number) => void): Promise<Map<Finding, ScenarioRun>> {
    const found = new Map<Finding, ScenarioRun>();
    const keep = async (finding: Finding, run: ScenarioRun | undefined): Promise<void> => {
      if (run) found.set(finding, await this.shorten(finding, run));
    };
    for (const [index, finding] of findings.entries()) {
      progress(index);
      await keep(finding, await this.find(finding));
    }
    const open = new Set(findings.filter((finding) => !found.has(finding)));
    if (open.size === 0) return found;
    const ways = [...open].map(({ set }) => set);
    let left = MOST_VISITS;
    const asked = new Set<string>();
    for (const { world, lines } of visitsOf(this.space.query, ways)) {
      left -= 1;
      if (left < 0) break;
      for (const run of this.runner.allIn(world, lines())) {
        for (const finding of open) {
          if (!this.mayShow(finding, run)) continue;
          const view = `${finding.key} ${JSON.stringify(run.view)}`;
          if (asked.has(view)) continue;
          asked.add(view);
          if (!(await this.shows(finding, run))) continue;
          open.delete(finding);
          await keep(finding, run);
        }
      }
      if (open.size === 0) break;
    }
    return found;
  }

  /** Drops each line that the mismatch does not need: it changed a fact that does not matter here. */
  private async shorten(finding: Finding, found: ScenarioRun): Promise<ScenarioRun> {
    let shortest = found;
    for (let at = found.lines.length - 1; at >= 0; at -= 1) {
      shortest =
        (await this.shownAfter(
          finding,
          shortest.lines.filter((_, index) => index !== at),
        )) ?? shortest;
    }
    return shortest;
  }

  private async find(finding: Finding): Promise<ScenarioRun | undefined> {
    const shipped = this.shippedFor(finding);
    for (const lines of shipped) {
      const found = await this.shownAfter(finding, lines);
      if (found) return found;
    }
    const { command, kind, rule } = finding;
    for (const situations of this.parts(finding)) {
      const lines = scenarioTo(situations, kind === 'faulty' || kind === 'withheld' ? undefined : { command, rule });
      const found = lines && (await this.shownAfter(finding, lines));
      if (found) return found;
    }
    for (const { set } of this.parts(finding)) {
      for (const run of this.interwoven(finding, set, set === finding.set ? shipped : [])) {
        if (await this.shows(finding, run)) return run;
      }
    }
    return undefined;
  }

  /**
   * The nearest route, a given scenario, or one after the other, with lines in between that change a fact: one that is
   * asked for, or that does not have its usual value there.
   */
  private *interwoven(
    { rule, command, kind }: Finding,
    set: number,
    given: readonly (readonly string[])[],
  ): Generator<ScenarioRun> {
    const { query, names } = this.space;
    const { facts } = query.lifecycle;
    const situations = query.within(set);
    const route = situations.nearest();
    if (!route) return;
    const nearest = query.routes.linesOf(route);
    const isThere = ({ world, ruleOf }: ScenarioRun): boolean =>
      (kind === 'faulty' || kind === 'withheld' || ruleOf(command) === rule) && situations.has(world);
    const view = this.space.viewAt(route.end);
    const asked = rule ? [...namesOf(rule.when)] : [];
    const unusual = names.filter((name) => facts[name] && valueIn(view, name) !== facts[name].usual);
    const after = given.map((lines) => [...nearest, ...lines.filter((line) => !nearest.includes(line))]);
    for (const lines of [nearest, ...given, ...after]) {
      yield this.runner.after(lines);
      for (const name of new Set([...asked, ...unusual])) {
        const { changedBy = [] } = facts[name] ?? {};
        const value = valueIn(view, name) ?? null;
        if (changedBy.length === 0) continue;
        const found = recipesOf(query, this.runner).with(lines, [name, value], changedBy, isThere);
        if (found) yield found;
      }
    }
  }

  /** The run of an entity that shows the finding after these lines. */
  private async shownAfter(finding: Finding, lines: readonly string[]): Promise<ScenarioRun | undefined> {
    for (const run of this.after(lines)) if (await this.shows(finding, run)) return run;
    return undefined;
  }

  /** Whether a run shows the finding, asked with exactly the view that a UI has there. */
  private async shows(finding: Finding, run: ScenarioRun): Promise<boolean> {
    const { command, key, outcome } = finding;
    // These two kinds of predicates do not always give the same answer.
    if ('fault' in outcome && ['timed-out', 'unstable'].includes(outcome.fault)) return true;
    if (!this.mayShow(finding, run)) return false;
    const answer = await this.asker.once({ command, view: run.view });
    return mismatchIn(this.space.query.system, command, answer, run.ruleOf(command))?.key === key;
  }

  /** Whether the model answers there as in the finding. */
  private mayShow({ command, kind, rule }: Finding, run: ScenarioRun): boolean {
    if (kind === 'faulty') return true;
    const said = run.ruleOf(command);
    return kind === 'withheld' ? codeOf(said) === undefined : said === rule;
  }

  /** The shipped scenarios in which the finding's gate decides, shortest first. */
  private shippedFor({ command, rule, kind }: Finding): (readonly string[])[] {
    const { query } = this.space;
    const entity = this.shipped?.entities[query.lifecycle.kind];
    if (!entity || kind === 'faulty') return [];
    const gate = query.numberOf(command, rule);
    const answers = (entity.gates[command] ?? []).filter(([number, scenario]) => number === gate && scenario >= 0);
    return answers.map(([, scenario]) => entity.scenarios[scenario] as readonly string[]);
  }

  /** All situations of a finding, then those in which one name of the view has one value. */
  private *parts({ set }: Finding): Generator<Situations> {
    const { query, names } = this.space;
    yield query.within(set);
    let tried = 1;
    const seen = new Set([set, EMPTY]);
    for (const name of names) {
      for (const part of this.space.by(name, set).values()) {
        if (seen.has(part)) continue;
        seen.add(part);
        yield query.within(part);
        tried += 1;
        if (tried >= MOST_PARTS) return;
      }
    }
  }

  private after(lines: readonly string[]): readonly ScenarioRun[] {
    return kept(this.runs, lines.join('\n'), () => this.runner.allAfter(lines));
  }
}
